import { join } from 'node:path';
import type { InspectedFile } from '../audit/inspect-file.ts';
import { countProgress, tellOf } from '../model/progress.ts';
import type { Page, SitePlan } from '../model/page.ts';
import type { PublishOptions, WrittenSite } from '../publish.ts';
import { openBuildMemory, type BuildMemory } from './build-memory.ts';
import type { IndexKeeper } from './keep-index.ts';

/** Opens the memory that a build was given. Says so where the folder is something else, and goes on without. */
export function openMemory({
  cache,
  joined,
  acceptanceKey,
  templates,
  onNote,
}: PublishOptions): BuildMemory | undefined {
  if (cache === undefined) return undefined;
  const opened = openBuildMemory({
    directory: cache,
    siteSecret: acceptanceKey,
    ...(joined === undefined ? {} : { joined }),
    ...(templates === undefined ? {} : { templates }),
  });
  if (!('refusal' in opened)) return opened;
  onNote?.(opened.refusal);
  return undefined;
}

/** Puts the pages that are as they were into the output, and gives those that are to be rendered. */
export function takePages(
  { pages, carried }: Pick<SitePlan, 'pages' | 'carried'>,
  { outputDirectory, memory, options }: WrittenSite,
): readonly Page[] {
  if (carried.size === 0) return pages;
  const count = countProgress(options.onProgress, 'taking over', pages.length);
  return pages.filter(({ file }) => {
    count();
    const sha256 = carried.get(file);
    return sha256 === undefined || memory?.takeFile(sha256, join(outputDirectory, file)) !== true;
  });
}

/** Keeps what this build has made, now that it was looked through and stands in `directory`: never before. */
export function keepMade(
  { maker, options }: WrittenSite,
  directory: string,
  memory: BuildMemory,
  index: IndexKeeper | undefined,
  inspected: readonly InspectedFile[],
): void {
  tellOf(options.onProgress, 'keeping');
  const digests = new Map(inspected.map(({ file, sha256 }) => [file, sha256]));
  const digestOfFile = (file: string): string | undefined => digests.get(file);
  maker?.keepMade(digestOfFile);
  index?.keepMade(digestOfFile);
  memory.finish(directory, digests);
  for (const note of memory.notes()) options.onNote?.(note);
}
