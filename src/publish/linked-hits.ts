import { itemsOf } from '../assemble/papers-of-item.ts';
import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { publicTexts } from '../withhold/public-texts.ts';
import { findHitsOfMeeting } from './hits-of-meeting.ts';

/** The public meeting of a name, `parish-council/2021-11-18`. */
export type MeetingOfName = (name: string) => PublicMeeting | undefined;

type Find = (prints: WithheldPrints, meeting: PublicMeeting) => readonly PublicHits[];

/** What of the withheld the titles of a meeting hold, which lists of other meetings may show; looked for once. */
export const findInTitles = onceForEach((prints, meeting) => [findPublicHits(prints, titlesOf(meeting))]);

/** What of the withheld all public texts of a meeting hold; looked for once. */
export const findInMeeting = onceForEach((prints, meeting) => {
  const { papers, others } = findHitsOfMeeting(prints, meeting);
  return [...papers.map(({ hits }) => hits), others];
});

/**
 * What of the withheld the public texts of other meetings hold that the page of a meeting shows: the titles of those that it links,
 * and all of those whose papers are on its agenda, which its pack has whole. What its own papers hold is known.
 */
export function findLinkedHits(
  prints: WithheldPrints,
  page: Uint8Array,
  meeting: PublicMeeting,
  meetingOf: MeetingOfName,
): readonly PublicHits[] {
  const onAgenda = new Set(
    itemsOf(meeting)
      .flatMap((item) => (item.access === 'open' ? item.papers : []))
      .flatMap((paper) => (paper.kind === 'paper' ? [`${meeting.body}/${paper.meeting}`] : [])),
  );
  onAgenda.delete(`${meeting.body}/${meeting.slug}`);
  return [
    ...[...onAgenda].flatMap((name) => hitsOf(findInMeeting, prints, meetingOf(name))),
    ...namesIn(page).flatMap((name) => hitsOf(findInTitles, prints, meetingOf(name))),
  ];
}

function hitsOf(
  find: Find,
  prints: WithheldPrints,
  meeting: PublicMeeting | undefined,
): readonly PublicHits[] {
  return meeting === undefined ? [] : find(prints, meeting);
}

/** What may be names of meetings in the addresses of links. */
function namesIn(page: Uint8Array): readonly string[] {
  const links = Buffer.from(page).toString('latin1').matchAll(meetingInAddress);
  return [...new Set([...links].map(([, slug = '', body = '']) => `${body}/${slug}`))];
}

/** Found by the slash and the digits after it: nearly every place of a page may be one of a body's name. */
const meetingInAddress = /\/(?=(\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*)\/)(?<=([a-z0-9-]+)\/)/g;

/** How the papers, items and minutes of a meeting are called. */
function titlesOf({ agenda, reports, minutes }: PublicMeeting): readonly string[] {
  const items = [...(agenda?.parts.flatMap((part) => part.items) ?? []), ...(minutes?.minutes ?? [])];
  return publicTexts([
    ...reports.map(({ name, title, topic }) => ({ name, title, topic })),
    ...items.map(({ code, title }) => ({ code, title })),
    ...items.flatMap((item) => ('topic' in item ? [item.topic] : [])),
  ]);
}

/** The meetings of a site change one at a time, and most are asked for again and again. */
function onceForEach(find: Find): Find {
  const known = new WeakMap<WithheldPrints, WeakMap<PublicMeeting, readonly PublicHits[]>>();
  return (prints, meeting) => {
    const ofPrints = known.get(prints) ?? new WeakMap<PublicMeeting, readonly PublicHits[]>();
    known.set(prints, ofPrints);
    const hits = ofPrints.get(meeting) ?? find(prints, meeting);
    ofPrints.set(meeting, hits);
    return hits;
  };
}
