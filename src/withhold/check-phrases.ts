import { plainLetters } from '../model/plain-letters.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { ValidMeeting, ValidReport } from '../model/valid.ts';
import type { CuttablePaper } from './cut-markdown.ts';

/** Words by which a report says that a part of it, or of what goes with it, is not for the public. */
const ofPart = [
  /\bnot for (?:public|publication|disclosure)\b/i,
  /\bexempt (?:appendix|appendices|annex|annexe|information|material|report)\b/i,
  /\b(?:appendix|annex|annexe|paragraphs?|sections?) [^.]{0,30}\b(?:is|are) (?:exempt|restricted|confidential)\b/i,
  /\b(?:confidential|restricted|private) (?:appendix|appendices|annex|annexe)\b/i,
  /\bschedule 12 ?a\b/i,
];

/** Words by which it says so of itself. */
const ofWhole = [
  /^\W*(?:(?:strictly )?private (?:and|&) confidential|strictly confidential|not for publication|confidential|restricted|exempt|official[ -:–]+sensitive)\W*$/i,
  /\bthis (?:report|paper|appendix|document) (?:is|contains|includes) [^.]{0,60}\b(?:exempt|confidential|restricted|not for publication)\b/i,
];

/** A note by which somebody answers for the words: who, when, why. Like all comments it is not published. */
const acknowledgement = /^<!--\s*may be published:\s*\S[\s\S]*-->$/i;

/**
 * Refuses a public report whose own words say that it, or something in it, is not for publication: a paper that was meant
 * to be restricted, or an exempt appendix pasted into it. That something of it is exempt may be known where the officer has said
 * so: the agenda has `Not for publication:` under the item, a passage is cut out with `::: exempt`, or a comment answers for it.
 */
export function checkPhrases(
  paper: CuttablePaper,
  report: ValidReport,
  meeting: ValidMeeting,
  problems: Problem[],
): void {
  if (paper.document.comments.some((comment) => acknowledgement.test(comment.text))) return;
  const isPartKnown = paper.document.exempt.length > 0 || hasGroundsLine(report, meeting);
  const phrases = isPartKnown ? ofWhole : [...ofWhole, ...ofPart];
  const { frontMatter, source } = open(report.content);
  const says = (text: string): boolean => {
    const plain = plainLetters(text)
      .replace(/[*_`#>]+/g, '')
      .replace(/\s+/g, ' ');
    return phrases.some((phrase) => phrase.test(plain));
  };
  const complain = (place: { readonly line: number; readonly column: number }): void => {
    problems.push(
      problemAt(
        { file: paper.file, ...place },
        'phrase-restricted',
        'This paper is public, and these words say that it, or a part of it, is not for publication.',
        'Write `restricted: true`; or cut the part out with `::: exempt`, or put it into an appendix of its own and write `- Not for publication:` under the item in the agenda. If the public may read it as it is, add a comment: `<!-- may be published: who decided, when and why -->`.',
      ),
    );
  };
  for (const field of ['title', 'summary', 'classification'] as const) {
    if (says(frontMatter[field] ?? '')) complain(source.locate([field], 'value'));
  }
  const isExempt = (index: number): boolean =>
    paper.document.exempt.some(({ start, end }) => index >= start && index < end);
  for (const { text, line } of paragraphsOf(
    paper.lines,
    (index) => isExempt(index) || paper.isWithheldLine(index),
  )) {
    if (says(text)) complain({ line: paper.markdownLine + line, column: 1 });
  }
}

function hasGroundsLine(report: ValidReport, { agenda, supplements }: ValidMeeting): boolean {
  const { item } = open(report.content).frontMatter;
  const structures = [agenda ?? [], supplements].flat().map((paper) => open(paper.content).structure);
  return structures.some(({ parts }) =>
    parts.some(({ items }) =>
      items.some(
        ({ code, lines }) => code === item && lines.some((line) => line.word === 'Not for publication'),
      ),
    ),
  );
}

/** Lines that are not withheld, joined where no empty line parts them: a phrase may run over a line's end. */
function paragraphsOf(
  lines: readonly string[],
  isLeftOut: (index: number) => boolean,
): { text: string; line: number }[] {
  const paragraphs: { text: string; line: number }[] = [];
  let isOpen = false;
  lines.forEach((text, line) => {
    if (text.trim() === '' || isLeftOut(line)) {
      isOpen = false;
    } else if (isOpen) {
      paragraphs.at(-1)!.text += ` ${text}`;
    } else {
      paragraphs.push({ text, line });
      isOpen = true;
    }
  });
  return paragraphs;
}
