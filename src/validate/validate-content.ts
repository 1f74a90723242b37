import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { Source, SourceAttachment, SourcePaper } from '../model/source.ts';
import { bodySchema } from '../model/front-matter/body.ts';
import type { ValidBody, ValidMeeting } from '../model/valid.ts';
import { checkFields } from './check-fields.ts';
import { checkFragments, checkMarkdown } from './check-markdown.ts';
import type { Block } from '../markdown/parse-blocks.ts';
import { parseBlocks } from '../markdown/parse-blocks.ts';
import { groupBy } from '../model/group-by.ts';
import { checkMeeting } from './check-meeting.ts';
import { validateAgenda, validateMinutes, validateReport, validateSupplement } from './validate-paper.ts';

/** The content as valid papers, grouped by meeting, with every problem of every paper. */
export interface ValidatedContent {
  readonly bodies: readonly ValidBody[];
  readonly problems: readonly Problem[];
}

/** Validates all that was read: each paper by itself, then the papers of a meeting against one another. Pure. */
export function validateContent(source: Source): ValidatedContent {
  const problems: Problem[] = [];
  const slugs = [...new Set([...source.papers, ...source.attachments].map((item) => item.body))].sort(
    compareText,
  );
  const papersOfBody = groupBy(source.papers, (paper) => paper.body);
  const attachmentsOfBody = groupBy(source.attachments, (attachment) => attachment.body);
  const bodies = slugs.flatMap((slug) => {
    const papers = papersOfBody.get(slug) ?? [];
    const attachments = attachmentsOfBody.get(slug) ?? [];
    const body = validateBody(slug, papers, problems);
    const papersOfMeeting = groupBy(papers, (paper) => paper.meeting);
    const attachmentsOfMeeting = groupBy(attachments, (attachment) => attachment.meeting);
    const againstOneAnother: Problem[] = [];
    const meetings = [...papersOfMeeting.keys()].filter((meeting) => meeting !== undefined).sort(compareText);
    const valid = meetings.map((name) => {
      const files = attachmentsOfMeeting.get(name) ?? [];
      const { meeting, blocks } = validateMeeting(papersOfMeeting.get(name)!, files, slug, name, problems);
      if (body !== undefined) againstOneAnother.push(...checkMeeting(body.frontMatter, meeting, blocks));
      return meeting;
    });
    for (const attachment of attachments) {
      if (!papersOfMeeting.has(attachment.meeting)) {
        problems.push(
          problemAt(
            { file: attachment.file, line: 1, column: 1 },
            'attachment-without-meeting',
            'This meeting has attachments and no papers.',
            'Add the papers that they belong to, or delete them.',
          ),
        );
      }
    }
    if (body === undefined) return [];
    problems.push(...againstOneAnother);
    return [{ ...body, meetings: valid }];
  });
  return { bodies, problems };
}

function validateBody(
  slug: string,
  papers: readonly SourcePaper[],
  problems: Problem[],
): Omit<ValidBody, 'meetings'> | undefined {
  const file = `content/${slug}/index.md`;
  const paper = papers.find((candidate) => candidate.kind === 'body');
  if (paper === undefined) {
    problems.push(
      problemAt(
        { file, line: 1, column: 1 },
        'body-missing',
        'This body has no index.md, so which of its parts are restricted cannot be known.',
        'Write the file with the fields `title`, `restricted_parts` and `rules`.',
      ),
    );
    return undefined;
  }
  const source = open(paper.source);
  const checked = checkFields(paper.file, source, bodySchema, 'a body');
  const complain = (line: number, code: string, what: string, instead: string): void => {
    problems.push(problemAt({ file, line: source.markdownLine + line, column: 1 }, code, what, instead));
  };
  const parsed = parseBlocks(source.markdown);
  const document = checkMarkdown(source.markdown, parsed, complain);
  checkFragments(parsed, complain);
  if (document.exempt.length > 0)
    complain(
      document.exempt[0]!.start,
      'exempt-in-body',
      'The page of a body is public as a whole.',
      'Take the passage out.',
    );
  if ('problems' in checked) {
    problems.push(...checked.problems);
    return undefined;
  }
  return { slug, file, frontMatter: checked.frontMatter, source };
}

/** A meeting with the blocks of its reports, by file. */
interface MeetingWithBlocks {
  readonly meeting: ValidMeeting;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
}

function validateMeeting(
  own: readonly SourcePaper[],
  attachments: readonly SourceAttachment[],
  body: string,
  meeting: string,
  problems: Problem[],
): MeetingWithBlocks {
  const agenda = own
    .filter((paper) => paper.kind === 'agenda')
    .map((paper) => validateAgenda(paper, problems))[0];
  const minutes = own
    .filter((paper) => paper.kind === 'minutes')
    .map((paper) => validateMinutes(paper, problems))[0];
  const supplements = own
    .filter((paper) => paper.kind === 'supplement')
    .flatMap((paper) => validateSupplement(paper, problems) ?? []);
  const reports = own
    .filter((paper) => paper.kind === 'report')
    .flatMap((paper) => validateReport(paper, problems) ?? []);
  return {
    meeting: {
      body,
      slug: meeting,
      date: meeting.slice(0, 10),
      ...(agenda === undefined ? {} : { agenda }),
      ...(minutes === undefined ? {} : { minutes }),
      reports: reports.map(({ report }) => report),
      supplements,
      attachments,
    },
    blocks: new Map(reports.map(({ report, blocks }) => [report.file, blocks])),
  };
}
