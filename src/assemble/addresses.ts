import type { Site } from '../model/site.ts';

/** What names a meeting in an address. */
export interface MeetingKey {
  readonly body: string;
  readonly slug: string;
}

/** The home page. */
export const homeAddress = '/';

/** The search page. */
export const searchAddress = '/search/';

/** The register with every resolution. */
export const resolutionsAddress = '/resolutions/';

/** The page that a server shows where there is none. Servers ask for a file, so it alone has an extension. */
export const notFoundAddress = '/404.html';

/** The style sheet of every page. */
export const stylesheetAddress = '/assets/minutebook.css';

/** The script of the search page. */
export const searchScriptAddress = '/assets/search.js';

/** Where Pagefind's own files stand. */
export const searchIndexAddress = '/pagefind/';

/** The register of one year. */
export function yearAddress(year: string): string {
  return `${resolutionsAddress}${year}/`;
}

/** A body. */
export function bodyAddress(body: string): string {
  return `/${body}/`;
}

/** The register of one body. */
export function bodyResolutionsAddress(body: string): string {
  return `${bodyAddress(body)}resolutions/`;
}

/** A meeting, which is also the address of its agenda. */
export function meetingAddress(meeting: MeetingKey): string {
  return `${bodyAddress(meeting.body)}${meeting.slug}/`;
}

/** A report of a meeting, by its file name without `.md`. */
export function reportAddress(meeting: MeetingKey, name: string): string {
  return `${meetingAddress(meeting)}${name}/`;
}

/** The minutes of a meeting. */
export function minutesAddress(meeting: MeetingKey): string {
  return `${meetingAddress(meeting)}minutes/`;
}

/** The public papers of a meeting on one page. */
export function packAddress(meeting: MeetingKey): string {
  return `${meetingAddress(meeting)}pack/`;
}

/** A file that a paper of the meeting links. */
export function attachmentAddress(meeting: MeetingKey, name: string): string {
  return `${meetingAddress(meeting)}files/${encodeURIComponent(name)}`;
}

/** The file of the output that holds an address: a page without extension is the `index.html` of its folder. */
export function outputFileOf(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : decodeURIComponent(address.slice(1));
}

/** An address as a link within the site: it begins with the site's path prefix. */
export function hrefOf(site: Site, address: string): string {
  return `${site.basePath}${address.slice(1)}`;
}

/** An address as the world knows it. */
export function absoluteUrlOf(site: Site, address: string): string {
  return `${site.url}${address.slice(1)}`;
}
