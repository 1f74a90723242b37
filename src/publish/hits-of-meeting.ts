import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import type { PublicMeeting, PublicMinutes } from '../model/publication.ts';
import { publicTexts } from '../withhold/public-texts.ts';

/** What of the withheld the public texts of a meeting hold as well: of its papers one by one, and of its agenda. */
export interface MeetingHits {
  readonly papers: readonly { readonly file: string; readonly hits: PublicHits }[];
  readonly others: PublicHits;
}

/** Looks through the public texts of a meeting; `find` may remember what it has found before. */
export function findHitsOfMeeting(
  prints: WithheldPrints,
  meeting: PublicMeeting,
  find = (texts: readonly string[]): PublicHits => findPublicHits(prints, texts),
): MeetingHits {
  return {
    papers: textsOfPapers(meeting).map(({ file, texts }) => ({ file, hits: find(texts) })),
    others: find(textsOfAgenda(meeting)),
  };
}

/** The texts of reports, supplements and minutes by their file; an agenda prints what its restricted items are called, and may. */
export function textsOfPapers({
  reports,
  supplements,
  minutes,
}: PublicMeeting): readonly { readonly file: string; readonly texts: readonly string[] }[] {
  return [
    ...[...reports, ...supplements].map((paper) => ({ file: paper.file, texts: publicTexts(paper) })),
    ...(minutes === undefined
      ? []
      : [{ file: minutes.file, texts: publicTexts(withoutPublicTitles(minutes)) }]),
  ];
}

/** A title of many words would be taken for a passage of the withheld minute that it stands over, and it may be read. */
function withoutPublicTitles(minutes: PublicMinutes): unknown {
  return {
    ...minutes,
    minutes: minutes.minutes.map((minute) =>
      minute.access === 'open' ? minute : { ...minute, title: undefined },
    ),
  };
}

/** What of a meeting stands in no paper of its own, with its items as pages and minutes head them: the public agenda says that too. */
function textsOfAgenda(meeting: PublicMeeting): readonly string[] {
  const items = [
    ...(meeting.agenda?.parts.flatMap((part) => part.items) ?? []),
    ...(meeting.minutes?.minutes ?? []),
  ];
  return [
    ...publicTexts({ ...meeting, reports: [], supplements: [], minutes: undefined }),
    ...items.map(({ code = '', title }) => `${code} ${title} Item ${code}`),
  ];
}
