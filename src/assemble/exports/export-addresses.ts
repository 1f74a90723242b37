import type { MeetingKey } from '../addresses.ts';
import { bodyAddress, homeAddress, resolutionsAddress } from '../addresses.ts';

/** How to follow the site. */
export const subscribeAddress = '/subscribe/';

/** The open data, with its documentation. */
export const dataAddress = '/data/';

/** The newest papers of every body, as an Atom feed. */
export const siteFeedAddress = feedAddress(homeAddress);

/** The newest resolutions, as an Atom feed. */
export const resolutionsFeedAddress = feedAddress(resolutionsAddress);

/** The meetings of every body, as a calendar. */
export const siteCalendarAddress = calendarAddress(homeAddress);

/** The feed beside a page: `/parish-council/feed.xml`, `/topics/allotments/feed.xml`. */
export function feedAddress(page: string): string {
  return `${page}feed.xml`;
}

/** The calendar beside a page: `/parish-council/calendar.ics`. */
function calendarAddress(page: string): string {
  return `${page}calendar.ics`;
}

/** The newest papers of one body. */
export function bodyFeedAddress(body: string): string {
  return feedAddress(bodyAddress(body));
}

/** The meetings of one body. */
export function bodyCalendarAddress(body: string): string {
  return calendarAddress(bodyAddress(body));
}

/** A file of the open data: `resolutions.csv`. */
export function dataFileAddress(file: string): string {
  return `${dataAddress}${file}`;
}

/** A document or a list of the OParl export: `meeting/parish-council/2021-11-18`. */
export function oparlAddress(path: string): string {
  return `${dataAddress}oparl/${path}.json`;
}

/** How the exports name a meeting: `parish-council/2021-11-18`. */
export function meetingId(meeting: MeetingKey): string {
  return `${meeting.body}/${meeting.slug}`;
}
