import { isProcedural } from './procedural-titles.ts';

const trailingUpdate = /[\s\-–—:,(]*\bupdates?\b[\s).,:]*$/i;
const trailingLink = /\s+(?:for|of|in|from|to|and)$/i;
const edges = /^[\s\-–—:,./]+|[\s\-–—:,./(]+$/g;
const years = /\(?\b((?:19|20)\d{2})(?:\s*[-/–]\s*(?:(?:19|20)?\d{2}))?\b\)?/g;
const dayOfMonth =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/**
 * A title without what changes from meeting to meeting: a trailing "Update", and the year that its meeting is in or
 * next to. "Vision 2030" keeps its year in 2021, and a title with a day of the calendar keeps everything.
 */
export function lastingTitle(title: string, meetingYear?: number): string {
  let words = title;
  if (meetingYear !== undefined && !dayOfMonth.test(title)) {
    words = words.replace(years, (whole, year: string) =>
      Math.abs(Number(year) - meetingYear) <= 1 ? ' ' : whole,
    );
  }
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(trailingUpdate, '').replace(edges, '').replace(trailingLink, '');
  }
  return words.replace(/\s+/g, ' ');
}

/**
 * What two titles of one topic have in common, whatever their case and punctuation; nothing for a title that says
 * nothing. A whole title or nothing: that two titles share words never makes them one topic.
 */
export function topicKey(title: string, meetingYear?: number): string | undefined {
  const key = fold(lastingTitle(title, meetingYear));
  return key === '' ? undefined : key;
}

/** As `topicKey`, for a title that nobody named as a topic: the business of every meeting is none. */
export function topicKeyOfTitle(title: string, meetingYear: number): string | undefined {
  return isProcedural(fold(title)) ? undefined : topicKey(title, meetingYear);
}

function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
