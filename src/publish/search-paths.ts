import type { SearchPaths } from '../audit/audit-output.ts';
import { formatPaths } from '../audit/manifest.ts';
import { findRawHits, type SearchedBytes } from '../audit/raw-hits.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import { groupBy } from '../model/group-by.ts';
import type { RememberedHits } from './remember-hits.ts';

/**
 * Looks for what is withheld in the paths of an output, folder by folder: a correction brings new names in one or two of a thousand
 * folders, and what was found in those of the others is remembered.
 */
export function createPathSearch(
  prints: WithheldPrints,
  remembered: Pick<RememberedHits, 'inPaths'> | undefined,
): SearchPaths {
  return async (files) => {
    const searched: SearchedBytes[] = [];
    for (const ofFolder of groupBy(files, folderOf).values()) {
      const find = (): Promise<SearchedBytes> => findRawHits(Buffer.from(formatPaths(ofFolder)), prints);
      searched.push(await (remembered === undefined ? find() : remembered.inPaths(ofFolder, find)));
    }
    return joinSearched(searched);
  };
}

/** Of a body and a meeting, or of the search index and a shard of it: two folders down, nothing is joined to what is beside it. */
function folderOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 2).join('/');
}

function joinSearched(searched: readonly SearchedBytes[]): SearchedBytes {
  const join = <Hit>(hitsOf: (each: SearchedBytes) => readonly Hit[]): Hit[] => [
    ...new Set(searched.flatMap(hitsOf)),
  ];
  return {
    hits: {
      found: join(({ hits }) => hits.found),
      stems: join(({ hits }) => hits.stems),
      attachments: join(({ hits }) => hits.attachments),
    },
    unreadable: join(({ unreadable }) => unreadable),
  };
}
