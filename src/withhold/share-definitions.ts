import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { LineRange } from '../model/structure.ts';
import type { PaperDocument } from '../model/valid.ts';

type Definition = PaperDocument['definitions'][number];

/** The footnotes and link definitions of a paper that may be public, to be found by the passages that use them. */
export interface SharedDefinitions {
  /** Those that the words refer to, and those that these refer to, in the order of the paper. */
  readonly findUsed: (words: string) => readonly Definition[];
  /** Those that go with what is withheld. */
  readonly withheld: readonly Definition[];
  /** Those that go with the public text. */
  readonly open: readonly Definition[];
}

/**
 * Decides for each footnote and link definition whether it goes with the public text or with what is withheld,
 * wherever in the paper it stands. One that both sides refer to, or that a public passage refers to from within what
 * is withheld, is a problem: it cannot be known whose it is. Those that end the paper stand in no passage, though they come
 * after a restricted item: there the references alone decide.
 */
export function shareDefinitions(
  paper: {
    readonly file: string;
    readonly lines: readonly string[];
    readonly markdownLine: number;
    readonly document: PaperDocument;
  },
  withheldRanges: readonly LineRange[],
  problems: Problem[],
): SharedDefinitions {
  const { definitions } = paper.document;
  if (definitions.length === 0) return { findUsed: () => [], withheld: [], open: [] };
  const textOfLines = (wanted: boolean): string =>
    paper.lines
      .filter((_, index) => !isIn(definitions, index) && isIn(withheldRanges, index) === wanted)
      .join('\n');
  const end = paper.lines.findLastIndex((line, index) => line.trim() !== '' && !isIn(definitions, index));
  const isInWithheld = ({ start }: Definition): boolean => start < end && isIn(withheldRanges, start);
  const reach = (words: string): ReadonlySet<Definition> => findReached(words, definitions, paper.lines);
  const usedOpenly = reach(textOfLines(false));
  const usedWithheld = reach(textOfLines(true));
  for (const definition of definitions) {
    if (!usedOpenly.has(definition)) continue;
    const complain = (code: string, what: string, instead: string): void => {
      problems.push(
        problemAt(
          { file: paper.file, line: paper.markdownLine + definition.start, column: 1 },
          code,
          what,
          instead,
        ),
      );
    };
    if (isInWithheld(definition)) {
      complain(
        'definition-withheld',
        'Public text refers to this footnote or link, which stands in a passage that is withheld.',
        'Move it out of the passage, or take the reference out of the public text.',
      );
    } else if (usedWithheld.has(definition)) {
      complain(
        'definition-shared',
        'Both public and withheld text refer to this footnote or link, so whose it is cannot be known.',
        'Write it twice under two names, one for each.',
      );
    }
  }
  const isWithheld = (definition: Definition): boolean =>
    isInWithheld(definition) ||
    (!usedOpenly.has(definition) && (usedWithheld.has(definition) || isIn(withheldRanges, definition.start)));
  const withheld = definitions.filter(isWithheld);
  const open = definitions.filter((definition) => !isWithheld(definition));
  return {
    findUsed: (words) => {
      const used = findReached(words, open, paper.lines);
      return open.filter((definition) => used.has(definition));
    },
    withheld,
    open,
  };
}

function isIn(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some((range) => line >= range.start && line < range.end);
}

/** The definitions that words refer to, those that these refer to, and so on. */
function findReached(
  words: string,
  definitions: readonly Definition[],
  lines: readonly string[],
): ReadonlySet<Definition> {
  const reached = new Set<Definition>();
  let unread = [words];
  while (unread.length > 0) {
    const text = foldLabels(unread.join('\n'));
    const found = definitions.filter((definition) => !reached.has(definition) && refersTo(text, definition));
    for (const definition of found) reached.add(definition);
    unread = found.map((definition) => lines.slice(definition.start, definition.end).join('\n'));
  }
  return reached;
}

/** Words with labels as CommonMark compares them: without case and surplus white space. */
function foldLabels(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']').toLowerCase();
}

/** Whether folded words hold the definition's label in brackets. */
function refersTo(folded: string, definition: Definition): boolean {
  const mark = definition.kind === 'footnote' ? `[^${definition.label}]` : `[${definition.label}]`;
  return folded.includes(mark);
}
