import { join } from 'node:path';
import type { LinkToo } from '../cache/spare-output.ts';
import { countProgress, tellOf } from '../model/progress.ts';
import type { Page, SitePlan } from '../model/page.ts';
import type { PublishOptions, WrittenSite } from '../publish.ts';
import type { AuditedPublication } from './audit-publication.ts';
import { openBuildMemory, type BuildMemory } from './build-memory.ts';
import { runStep } from './publish-fault.ts';
import { isIndexFile } from '../index/write-index-file.ts';

/** Opens the memory that a build was given. Says so where the folder is something else, and goes on without. */
export async function openMemory(options: PublishOptions): Promise<BuildMemory | undefined> {
  return await runStep('opening the cache', () => Promise.resolve(openOrNote(options)));
}

function openOrNote({
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

/** Says of the pages which are as they were, and gives those that are to be rendered; no other page stands where one of these will. */
export function takePages(
  plan: Pick<SitePlan, 'pages' | 'carried' | 'files'>,
  { outputDirectory, memory, files: output, options }: WrittenSite,
): readonly Page[] {
  const count =
    plan.carried.size === 0
      ? () => undefined
      : countProgress(options.onProgress, 'taking over', plan.pages.length);
  const pages = plan.pages.filter(({ file }) => {
    count();
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

/** Keeps of some kind of files what they were made from, once their digests are known. */
export interface Keeper {
  readonly keepMade: (digestOfFile: (file: string) => string | undefined) => void;
}

/** Keeps what this build has made, now that it was looked through and stands in `directory`: never before. */
export function keepMade(
  { maker, options, files }: WrittenSite,
  directory: string,
  memory: BuildMemory,
  keepers: readonly Keeper[],
  { inspected, looks }: Pick<AuditedPublication, 'inspected' | 'looks'>,
  linkToo?: LinkToo,
): void {
  tellOf(options.onProgress, 'keeping');
  const digests = new Map(inspected.map(({ file, sha256 }) => [file, sha256]));
  const digestOfFile = (file: string): string | undefined => digests.get(file);
  maker?.keepMade(digestOfFile);
  for (const keeper of keepers) keeper.keepMade(digestOfFile);
  memory.finish(
    directory,
    inspected.map(({ file, sha256 }) => {
      const look = looks.get(file);
      const isKept = files.taken.has(file);
      return { ...{ file, sha256, isKept }, ...(look === undefined ? {} : { look }) };
    }),
    linkToo,
  );
  for (const note of memory.notes()) options.onNote?.(note);
}
