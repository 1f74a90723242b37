import { join } from 'node:path';
import type { InspectedFile } from '../audit/inspect-file.ts';
import type { Page } from '../model/page.ts';
import type { PreparedSite, PublishOptions } from '../publish.ts';
import { openBuildMemory, type BuildMemory } from './build-memory.ts';
import { isIndexFile } from '../index/write-index-file.ts';
import type { IndexKeeper } from './keep-index.ts';

/** Opens the memory that a build was given. Says so where the folder is something else, and goes on without. */
export function openMemory({
  cache,
  acceptanceKey,
  templates,
  onProgress,
}: PublishOptions): BuildMemory | undefined {
  if (cache === undefined) return undefined;
  const opened = openBuildMemory({
    directory: cache,
    siteSecret: acceptanceKey,
    ...(templates === undefined ? {} : { templates }),
  });
  if (!('refusal' in opened)) return opened;
  onProgress?.(opened.refusal);
  return undefined;
}

/** Says of the pages which are as they were, and gives those that are to be rendered; no other page stands where one of these will. */
export function takePages({ plan, outputDirectory, memory, files: output }: PreparedSite): readonly Page[] {
  const pages = plan.pages.filter(({ file }) => {
    const sha256 = plan.carried.get(file);
    return sha256 === undefined || !output.take(file, sha256);
  });
  const files = new Set(plan.files.map(({ file }) => file));
  output.dropOthers((file) => !files.has(file) && !isIndexFile(file));
  return pages.filter(({ file }) => {
    const sha256 = plan.carried.get(file);
    return sha256 === undefined || memory?.takeFile(sha256, join(outputDirectory, file)) !== true;
  });
}

/** Keeps what this build has made, now that it was looked through and stands: never before. */
export function keepMade(
  { maker, options, files }: PreparedSite,
  memory: BuildMemory,
  index: IndexKeeper | undefined,
  inspected: readonly InspectedFile[],
): void {
  const digests = new Map(inspected.map(({ file, sha256 }) => [file, sha256]));
  const digestOfFile = (file: string): string | undefined => digests.get(file);
  maker?.keepMade(digestOfFile);
  index?.keepMade(digestOfFile);
  memory.finish(options.output, digests, (file) => files.taken.has(file));
  for (const note of memory.notes()) options.onProgress?.(note);
}
