import type { IndexFile } from 'pagefind';
import type { SearchRecord } from '../model/page.ts';
import { digestOfRecord } from './digest-records.ts';
import type { IndexedPart } from './indexed-part.ts';
import { withPagefind, type OpenPagefind } from './open-pagefind.ts';
import { readPartIndex } from './part-index.ts';

/** Records that Pagefind is to index together. */
export interface PartToIndex {
  readonly records: readonly SearchRecord[];
  /** The path that the site stands under: the index holds whole paths, so that a result's link needs nothing added. */
  readonly basePath: string;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
}

/** How many records are on their way to Pagefind at once. It takes them as they come, so that their order holds. */
const recordsUnderWay = 32;

/**
 * Has Pagefind index some records, and gives what it makes to keep or to merge. What it makes of a record depends on nothing else, so
 * that the same records in the same order give an index that merges to the same bytes, however they were dealt out to parts. Throws,
 * naming the record, when Pagefind refuses one.
 */
export async function indexPart({ records, basePath, language }: PartToIndex): Promise<IndexedPart> {
  // Pagefind makes an index for each language and searches only the one of the page. Ours are searched together.
  const forceLanguage = indexLanguage(language);
  return await withPagefind({ forceLanguage }, async (open) => {
    const underWay: Promise<void>[] = [];
    const digests: string[] = [];
    for (const record of records) {
      digests.push(digestOfRecord(record, basePath, language));
      const added = addRecord(open, record, basePath, forceLanguage);
      // Whoever waits for an earlier one must not leave this one's failure unheard.
      added.catch(() => undefined);
      underWay.push(added);
      if (underWay.length >= recordsUnderWay) await underWay.shift();
    }
    await Promise.all(underWay);
    const { files } = await open.ask('reading the files of the index', open.index.getFiles());
    return readPartIndex(files.filter(isOfPart), digests);
  });
}

/**
 * The language that Pagefind is told, for a site's. The search page must take the endings off words as Pagefind does,
 * and knows how for English; in others, words are found as they are written and by their beginnings.
 */
export function indexLanguage(language: string): 'en' | 'unknown' {
  return /^en(?:-|$)/i.test(language) ? 'en' : 'unknown';
}

function isOfPart({ path }: IndexFile): boolean {
  return /\.pf_(meta|index|fragment)$/.test(path);
}

async function addRecord(
  { index, ask }: OpenPagefind,
  record: SearchRecord,
  basePath: string,
  language: string,
): Promise<void> {
  const url = basePath + record.address.replace(/^\//, '');
  const what = `adding ${record.address}`;
  if (record.kind === 'paper') {
    await ask(what, index.addHTMLFile({ url, content: record.html }));
  } else {
    const { content, meta, filters, sort } = record;
    const copies = Object.entries(filters).map(([name, values]): [string, string[]] => [name, [...values]]);
    await ask(
      what,
      index.addCustomRecord({ url, content, language, meta, filters: Object.fromEntries(copies), sort }),
    );
  }
}
