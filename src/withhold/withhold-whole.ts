import { open, seal } from '../model/sealed.ts';
import type { ValidMeeting, ValidPaper } from '../model/valid.ts';
import type { WithheldBecause, WithheldPiece } from '../model/withheld.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { plantInFields, plantInLines, textsIn } from './plant-canaries.ts';

/** What the fields of any kind of paper have that a withheld piece notes for the ledger. */
interface FrontMatterOfAnyKind {
  readonly exempt?: readonly string[] | undefined;
  readonly confidential?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly item?: string | undefined;
}

/** The papers of a meeting that are withheld as a whole: every word of them, and the names by which they could be found. */
export function withholdPapers(
  meeting: ValidMeeting,
  verdict: MeetingVerdict,
  nextCanary: () => string,
): WithheldPiece[] {
  const { agenda, minutes, reports, supplements } = meeting;
  const papers: readonly ValidPaper<FrontMatterOfAnyKind, unknown>[] = [
    ...reports,
    ...supplements,
    ...(agenda === undefined ? [] : [agenda]),
  ];
  const pieceOf = (
    paper: ValidPaper<FrontMatterOfAnyKind, unknown>,
    resolutions: number,
  ): WithheldPiece[] => {
    const because = verdict.papers.get(paper.file);
    return because === undefined ? [] : [withholdWhole(paper, because, resolutions, nextCanary())];
  };
  return [
    ...papers.flatMap((paper) => pieceOf(paper, 0)),
    ...(minutes === undefined ? [] : pieceOf(minutes, countResolutions(meeting))),
  ];
}

/** Resolutions that the minutes of a meeting hold, public or not. */
export function countResolutions({ minutes }: ValidMeeting): number {
  if (minutes === undefined) return 0;
  return open(minutes.content)
    .structure.minutes.flatMap((minute) => [
      ...minute.decisions,
      ...minute.summaries.flatMap((summary) => summary.decisions),
    ])
    .filter((decision) => decision.kind === 'resolution').length;
}

function withholdWhole(
  source: ValidPaper<FrontMatterOfAnyKind, unknown>,
  because: WithheldBecause,
  resolutions: number,
  canary: string,
): WithheldPiece {
  const { frontMatter, source: text } = open(source.content);
  const { file, body, meeting, name } = source;
  const lines = plantInLines(text.markdown.split('\n'), () => true, canary);
  const { exempt, confidential, reason, item } = frontMatter;
  return {
    what: 'paper',
    because,
    file,
    body,
    meeting,
    ...(item === undefined ? {} : { item }),
    texts: seal([...textsIn(plantInFields(text.fields, canary)), lines.join('\n')]),
    names: seal(/^(?:agenda|minutes|supplement-\d+)$/.test(name) ? [] : [name]),
    resolutions,
    grounds: seal({
      ...(exempt === undefined ? {} : { exempt: exempt.join(', ') }),
      ...(confidential === undefined ? {} : { confidential }),
      ...(reason === undefined ? {} : { reason }),
    }),
  };
}
