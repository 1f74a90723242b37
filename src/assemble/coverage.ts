import { betweenDays } from './format-date.ts';
import { countOf, withArticle } from './phrase.ts';
import type { RegisterEntry } from './register.ts';

/** What a register covers, and what it leaves out; only resolutions that the public may read are counted. */
export function coverageOf(entries: readonly RegisterEntry[]): string {
  const left =
    'What was resolved on a restricted item is here only where a public summary of it was written.';
  return entries.length === 0 ? extentOf(entries) : `${extentOf(entries)} ${left}`;
}

/** How many resolutions of whom from when, in a sentence. */
export function extentOf(entries: readonly RegisterEntry[]): string {
  const newest = entries[0];
  const oldest = entries.at(-1);
  if (newest === undefined || oldest === undefined) return 'No resolutions are published here yet.';
  const meetings = new Set(entries.map((entry) => entry.meeting)).size;
  const bodies = new Set(entries.map((entry) => entry.body)).size;
  const of = bodies === 1 ? withArticle(newest.body.title) : countOf(bodies, 'body', 'bodies');
  const when = betweenDays(oldest.meeting.date, newest.meeting.date);
  return `${countOf(entries.length, 'resolution', 'resolutions')} of ${of}, from ${countOf(meetings, 'meeting', 'meetings')} ${when}.`;
}
