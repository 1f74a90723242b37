import { join } from 'node:path';
import type { InspectedFile } from '../audit/inspect-file.ts';
import { countProgress, tellOf } from '../model/progress.ts';
import type { Page } from '../model/page.ts';
import type { PreparedSite, PublishOptions } from '../publish.ts';
import { openBuildMemory, type BuildMemory } from './build-memory.ts';
import type { IndexKeeper } from './keep-index.ts';

/** Opens the memory that a build was given. Says so where the folder is something else, and goes on without. */
export function openMemory({
  cache,
  acceptanceKey,
  templates,
  onNote,
}: PublishOptions): BuildMemory | undefined {
  if (cache === undefined) return undefined;
  const opened = openBuildMemory({
    directory: cache,
    siteSecret: acceptanceKey,
    ...(templates === undefined ? {} : { templates }),
  });
  if (!('refusal' in opened)) return opened;
  onNote?.(opened.refusal);
  return undefined;
}

/** Puts the pages that are as they were into the output, and gives those that are to be rendered. */
export function takePages({ plan, outputDirectory, memory, options }: PreparedSite): readonly Page[] {
  if (plan.carried.size === 0) return plan.pages;
  const count = countProgress(options.onProgress, 'taking over', plan.pages.length);
  return plan.pages.filter(({ file }) => {
    count();
    const sha256 = plan.carried.get(file);
    return sha256 === undefined || memory?.takeFile(sha256, join(outputDirectory, file)) !== true;
  });
}

/** Keeps what this build has made, now that it was looked through and stands: never before. */
export function keepMade(
  { maker, options }: PreparedSite,
  memory: BuildMemory,
  index: IndexKeeper | undefined,
  inspected: readonly InspectedFile[],
): void {
  tellOf(options.onProgress, 'keeping');
  const digests = new Map(inspected.map(({ file, sha256 }) => [file, sha256]));
  const digestOfFile = (file: string): string | undefined => digests.get(file);
  maker?.keepMade(digestOfFile);
  index?.keepMade(digestOfFile);
  memory.finish(options.output, digests);
  for (const note of memory.notes()) options.onNote?.(note);
}
