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

/** The picture that browsers show beside the title. */
export const iconAddress = '/assets/icon.svg';

/** The organisation's logo, where it has given one. */
export const logoAddress = '/assets/logo.png';

/** The accessibility statement. */
export const accessibilityAddress = '/accessibility/';

/** The script of the search page. */
export const searchScriptAddress = '/assets/search.js';

/** The script that marks words on a page that a search has led to. */
export const markWordsAddress = '/assets/mark-words.js';

/** The script that writes the day onto what is printed. */
export const printDateAddress = '/assets/print-date.js';

/** The script that cites the paragraph which the address names. */
export const citeParagraphAddress = '/assets/cite-paragraph.js';

/** The register of one year. */
export function yearAddress(year: string): string {
  return `${resolutionsAddress}${year}/`;
}

/** The items that come back. */
export const topicsAddress = '/topics/';

/** An item that comes back, meeting after meeting. */
export function topicAddress(topic: string): string {
  return `${topicsAddress}${topic}/`;
}

/** The register of one outcome: `noted`. No year can be one. */
export function outcomeAddress(outcome: string): string {
  return `${resolutionsAddress}${outcome}/`;
}

/** The register of one outcome in one year. */
export function outcomeYearAddress(outcome: string, year: string): string {
  return `${outcomeAddress(outcome)}${year}/`;
}

/** The script that filters the register in place. */
export const registerScriptAddress = '/assets/register-filter.js';

/** The script that leads on who kept an address of an entry that the register's page does not list any more. */
export const registerYearsScriptAddress = '/assets/register-years.js';

/** The script of the page for an address that holds nothing. */
export const notFoundScriptAddress = '/assets/not-found.js';

/** A body. */
export function bodyAddress(body: string): string {
  return `/${body}/`;
}

/** The register of one body. */
export function bodyResolutionsAddress(body: string): string {
  return `${bodyAddress(body)}resolutions/`;
}

/** The register of one body in one year. */
export function bodyYearAddress(body: string, year: string): string {
  return `${bodyResolutionsAddress(body)}${year}/`;
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
export function absoluteUrlOf(site: Pick<Site, 'url'>, address: string): string {
  return `${site.url}${address.slice(1)}`;
}
