/** What a resolution did, in the words that a reader would look for. */
export const outcomes = [
  'noted',
  'agreed',
  'approved',
  'endorsed',
  'supported',
  'considered',
  'recorded',
  'deferred',
  'refused',
  'other',
] as const;

/** One of `outcomes`. A resolution can have several. */
export type Outcome = (typeof outcomes)[number];

/** A BCP 47 tag, such as `cy`. */
export type LanguageTag = string;

/** Names that the address of a body or a report may not take, since pages and files of the site have them. */
export const reservedNames = [
  'minutes',
  'pack',
  'files',
  'agenda',
  'resolutions',
  'search',
  'topics',
  'accessibility',
  'subscribe',
  'data',
  'feed',
  'calendar',
  'pagefind',
  'assets',
] as const;
