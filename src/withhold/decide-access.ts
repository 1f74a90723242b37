import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { Sealed } from '../model/sealed.ts';
import type { SourceText } from '../model/source.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { WithheldBecause } from '../model/withheld.ts';
import { decideItems } from './decide-items.ts';
import type { ItemVerdict } from './decide-items.ts';
import { decideMinutes, isOpenedIn } from './decide-minutes.ts';
import type { MinuteVerdict } from './decide-minutes.ts';
import { judgeReport } from './judge-report.ts';

/** What was decided of a meeting: everything that is not named here as withheld is public. */
export interface MeetingVerdict {
  readonly items: ReadonlyMap<string, ItemVerdict>;
  /** Papers withheld as a whole, by file. */
  readonly papers: ReadonlyMap<string, WithheldBecause>;
  /** One for each minute, in the order of the document. */
  readonly minutes: readonly MinuteVerdict[];
  /** Codes of the items whose minutes are withheld, whether or not the minutes record them. */
  readonly withheldInMinutes: ReadonlySet<string>;
}

/** What every kind of paper has that decides who may see it. */
interface JudgedPaper {
  readonly file: string;
  readonly content: Sealed<{
    readonly frontMatter: {
      readonly restricted: boolean;
      readonly published?: string | undefined;
      readonly opened?: string | undefined;
    };
    readonly source: SourceText;
  }>;
}

/**
 * Decides what the public may see of a meeting. A paper is public only when every sign agrees: its flag, its day, its
 * item and the item's part. A contradiction is a problem, and what it concerns is withheld meanwhile.
 */
export function decideAccess(
  body: BodyFrontMatter,
  meeting: ValidMeeting,
  buildDate: string,
  problems: Problem[],
): MeetingVerdict {
  const { agenda, minutes, reports, supplements } = meeting;
  const papers = new Map<string, WithheldBecause>();
  const ofAgenda = agenda === undefined ? undefined : judgeByFlag(agenda, buildDate, problems);
  if (agenda !== undefined && ofAgenda !== undefined) papers.set(agenda.file, ofAgenda);
  for (const paper of [...reports, ...supplements, ...(minutes === undefined ? [] : [minutes])]) {
    const because = judgeByFlag(paper, buildDate, problems) ?? judgeByAgenda(paper, ofAgenda, problems);
    if (because !== undefined) papers.set(paper.file, because);
  }
  const sources = [...(agenda === undefined ? [] : [agenda]), ...supplements].map(({ file, content }) => {
    const { source, structure } = open(content);
    return { file, markdownLine: source.markdownLine, structure, isListed: !papers.has(file) };
  });
  const items = decideItems(body, sources, buildDate, problems);
  const verdicts = decideMinutes(body, meeting, items, problems);
  const restrictedInMinutes = new Set(
    verdicts.flatMap(({ code, restricted }) => (restricted ? (code ?? []) : [])),
  );
  for (const report of reports) {
    if (papers.has(report.file)) continue;
    const because = judgeReport(
      body,
      report,
      { items, restrictedInMinutes, hasAgenda: agenda !== undefined },
      problems,
    );
    if (because !== undefined) papers.set(report.file, because);
  }
  const opened = minutes === undefined ? undefined : open(minutes.content).frontMatter.opened;
  const withheldInMinutes = [...items].filter(
    ([, verdict]) => verdict.restricted && !isOpenedIn(verdict, opened),
  );
  return {
    items,
    papers,
    minutes: verdicts,
    withheldInMinutes: new Set(withheldInMinutes.map(([code]) => code)),
  };
}

function judgeByFlag(
  { file, content }: JudgedPaper,
  buildDate: string,
  problems: Problem[],
): WithheldBecause | undefined {
  const { frontMatter, source } = open(content);
  const { restricted, published, opened } = frontMatter;
  if (restricted) {
    if (opened !== undefined) {
      problems.push(
        problemAt(
          { file, ...source.locate(['opened'], 'key') },
          'opened-and-restricted',
          'The paper says that it was opened, and that it is restricted.',
          'Write `restricted: false`, or take `opened` out.',
        ),
      );
    }
    return 'restricted: true';
  }
  return published !== undefined && published !== 'not-recorded' && published > buildDate
    ? 'not yet published'
    : undefined;
}

/** Without its agenda nothing of a meeting is public: it is the agenda that says which part an item is in. */
function judgeByAgenda(
  { file, content }: JudgedPaper,
  ofAgenda: WithheldBecause | undefined,
  problems: Problem[],
): WithheldBecause | undefined {
  if (ofAgenda === undefined) return undefined;
  if (ofAgenda === 'restricted: true') {
    problems.push(
      problemAt(
        { file, ...open(content).source.locate(['restricted'], 'value') },
        'agenda-restricted',
        '`restricted` is false here, and the agenda of this meeting is restricted as a whole.',
        'Write `restricted: true`, or open the agenda.',
      ),
    );
  }
  return 'agenda withheld';
}
