import type { SitePlan } from '../model/page.ts';

/** The files beside pages that readers keep the address of, below the output: attachments, feeds, calendars, open data. */
const lastingFiles = [
  /^[^/]+\/[^/]+\/files\/[^/]+$/,
  /(?:^|\/)(?:feed\.xml|calendar\.ics)$/,
  /^data\/[^/]+$/,
  // Those of a part of the register stand beside its page.
  /(?:^|\/)resolutions\/(?:[^/]+\/)?resolutions(?:-excel\.csv|\.json)$/,
  // Of OParl the place to begin at alone: its objects are found from there, and there are many.
  /^data\/oparl\/system\.json$/,
];

/**
 * Every address of a site that must last: its own pages, and the files that others link and subscribe to. Not the style
 * sheet, the scripts and the search index, which only pages load. Former addresses are not among them.
 */
export function lastingAddresses({ pages, files }: SitePlan): ReadonlySet<string> {
  const kept = files.filter(({ file }) => lastingFiles.some((pattern) => pattern.test(file)));
  return new Set([
    ...pages.filter(({ template }) => template !== 'former').map(({ address }) => address),
    ...kept.map(({ file }) => `/${file.split('/').map(encodeURIComponent).join('/')}`),
  ]);
}
