import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import type { SourceAttachment, SourcePaper } from '../model/source.ts';
import type { ValidMeeting } from '../model/valid.ts';
import { checkMeeting } from './check-meeting.ts';
import { validateAgenda, validateMinutes, validateReport, validateSupplement } from './validate-paper.ts';

/** The files of one meeting. */
interface MeetingSource {
  readonly body: string;
  readonly slug: string;
  /** The rules of the body; absent when its own page is not valid, and then nothing is checked against them. */
  readonly bodyFrontMatter: BodyFrontMatter | undefined;
  readonly papers: readonly SourcePaper[];
  readonly attachments: readonly SourceAttachment[];
}

/** A meeting's valid papers, and every problem of each and of all together. */
export interface ValidatedMeeting {
  /** Absent where there is no paper. */
  readonly meeting?: ValidMeeting;
  readonly problems: readonly Problem[];
}

/** Validates the papers of one meeting, each by itself and then against one another. Pure. */
export function validateMeeting(source: MeetingSource): ValidatedMeeting {
  const { body, slug, bodyFrontMatter, papers, attachments } = source;
  const problems: Problem[] = [];
  if (papers.length === 0) return { problems: attachments.map(({ file }) => attachmentAlone(file)) };
  const ofKind = (kind: SourcePaper['kind']): readonly SourcePaper[] =>
    papers.filter((paper) => paper.kind === kind);
  const agenda = ofKind('agenda').map((paper) => validateAgenda(paper, problems))[0];
  const minutes = ofKind('minutes').map((paper) => validateMinutes(paper, problems))[0];
  const supplements = ofKind('supplement').flatMap((paper) => validateSupplement(paper, problems) ?? []);
  const reports = ofKind('report').flatMap((paper) => validateReport(paper, problems) ?? []);
  const meeting: ValidMeeting = {
    body,
    slug,
    date: slug.slice(0, 10),
    ...(agenda === undefined ? {} : { agenda }),
    ...(minutes === undefined ? {} : { minutes }),
    reports: reports.map(({ report }) => report),
    supplements,
    attachments,
  };
  const blocks = new Map(reports.map((each) => [each.report.file, each.blocks]));
  if (bodyFrontMatter !== undefined) problems.push(...checkMeeting(bodyFrontMatter, meeting, blocks));
  return { meeting, problems };
}

function attachmentAlone(file: string): Problem {
  return problemAt(
    { file, line: 1, column: 1 },
    'attachment-without-meeting',
    'This meeting has attachments and no papers.',
    'Add the papers that they belong to, or delete them.',
  );
}
