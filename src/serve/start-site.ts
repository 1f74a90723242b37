import { createBuildQueue } from './create-build-queue.ts';
import { serveSite } from './serve-site.ts';
import { watchFolders } from './watch-folders.ts';

/** What is said of a site that has been built. */
export interface BuiltSite {
  readonly basePath: string;
  /** What was published and what withheld. */
  readonly summary: string;
}

interface StartOptions {
  /** Builds the site into `outputDirectory`; throws what stops it, and leaves the old site. */
  readonly build: () => Promise<BuiltSite>;
  /** What it threw, in words. */
  readonly explainFailure: (error: unknown) => string;
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
 * and the last good site stays where it is until one succeeds, which is said. Throws only when it finds no port.
 */
export async function startSite({
  build,
  explainFailure,
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
      const built = await build();
      basePath = built.basePath;
      write(built.summary);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      write(`${isBroken ? 'Mended: the site is built again' : 'Built'} in ${seconds} s.\n`);
      isBroken = false;
    } catch (error) {
      isBroken = true;
      write(explainFailure(error));
      write('The site was not built. What is served is the last one that could be.\n');
    }
  }

  const queue = createBuildQueue(buildOnce);
  // Watching comes first, so that nothing saved during the first build is missed.
  const watcher = await watchFolders(watched, queue.request);
  queue.request();
  await queue.settled();
  const server = await serveSite({ directory: outputDirectory, basePath: () => basePath, port }).catch(
    async (error: unknown) => {
      await watcher.close();
      throw error;
    },
  );
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
