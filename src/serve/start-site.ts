import { PublishError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { createBuildQueue } from './create-build-queue.ts';
import { explainFault } from './explain-fault.ts';
import { serveSite } from './serve-site.ts';
import { watchFolders } from './watch-folders.ts';

interface StartOptions {
  /** Builds the site into `outputDirectory` and answers with its path prefix; throws what stops it, and leaves the old site. */
  readonly build: () => Promise<{ readonly basePath: string }>;
  readonly reportProblems: (problems: readonly Problem[], write: (text: string) => void) => void;
  readonly outputDirectory: string;
  /** Folders in which a change asks for a build. */
  readonly watched: readonly string[];
  readonly port: number;
  readonly write: (text: string) => void;
}

/** A site that is being served and built as it changes. */
export interface StartedSite {
  readonly url: () => string;
  /** Waits until what was saved has been built. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Builds a site, serves it, and builds it again when its sources change. A build that fails prints its problems,
 * and the last good site stays where it is until one succeeds, which is said.
 */
export async function startSite({
  build,
  reportProblems,
  outputDirectory,
  watched,
  port,
  write,
}: StartOptions): Promise<StartedSite> {
  let basePath = '/';
  let isBroken = false;

  async function buildOnce(): Promise<void> {
    const started = performance.now();
    try {
      ({ basePath } = await build());
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      write(`${isBroken ? 'Mended: the site is built again' : 'Built'} in ${seconds} s.\n`);
      isBroken = false;
    } catch (error) {
      isBroken = true;
      if (error instanceof PublishError) reportProblems(error.problems, write);
      else write(explainFault(error));
      write('The site was not built. What is served is the last one that could be.\n');
    }
  }

  const queue = createBuildQueue(buildOnce);
  // Watching comes first, so that nothing saved during the first build is missed.
  const watcher = await watchFolders(watched, queue.request);
  queue.request();
  await queue.settled();
  const server = await serveSite({ directory: outputDirectory, basePath: () => basePath, port });
  write(`The site is at ${server.url()}\nWhat you save is built at once. Press Ctrl+C to stop.\n`);
  return {
    url: server.url,
    settled: queue.settled,
    close: async () => {
      await watcher.close();
      await server.close();
      await queue.settled();
    },
  };
}
