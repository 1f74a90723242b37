import type { LiveSite } from '../publish/live-site.ts';
import { createBuildQueue } from './create-build-queue.ts';
import { NewestPages } from './newest-pages.ts';
import { serveSite, type SiteServer } from './serve-site.ts';
import { watchFolders } from './watch-folders.ts';

/** What is said of a site that has been built. */
export interface BuiltSite {
  readonly basePath: string;
  /** What was published and what withheld. */
  readonly summary: string;
  /** The site in memory, by which the pages of a meeting are shown as soon as it is saved. */
  readonly live?: LiveSite;
}

/** A build beside this process. */
export interface BuildApart {
  /** Whether it succeeded; what it said of itself it has written. */
  readonly finished: Promise<boolean>;
  readonly stop: () => void;
}

interface StartOptions {
  /** Builds the site into `outputDirectory`; throws what stops it, and leaves the old site. */
  readonly build: () => Promise<BuiltSite>;
  /** Does the same in a process of its own, where this one knows what has changed and should not wait. */
  readonly buildApart: (write: (text: string) => void) => BuildApart;
  /** What it threw, in words. */
  readonly explainFailure: (error: unknown) => string;
  /** The folder of the papers. */
  readonly content: string;
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
 * Builds a site, serves it, and builds it again when its sources change. The pages of a meeting that was saved are shown at
 * once, before that. A build that fails prints its problems, and the last good site stays where it is until one succeeds, which
 * is said. Throws only when it finds no port.
 */
export async function startSite({
  build,
  buildApart,
  explainFailure,
  content,
  outputDirectory,
  watched,
  port,
  write,
}: StartOptions): Promise<StartedSite> {
  let basePath = '/';
  let isBroken = false;
  let isClosing = false;
  let server: SiteServer | undefined;
  let apart: BuildApart | undefined;
  const newest = new NewestPages({ content, outputDirectory, write, url: () => server?.url() ?? basePath });

  async function buildWhole(moment: number): Promise<void> {
    try {
      const { live, ...built } = await build();
      basePath = built.basePath;
      write(built.summary);
      newest.built(moment, { live });
    } catch (error) {
      newest.wholeFailed();
      throw error;
    }
  }

  async function buildBeside(moment: number): Promise<boolean> {
    apart = buildApart(write);
    const isBuilt = await apart.finished;
    apart = undefined;
    if (isBuilt) newest.built(moment);
    return isBuilt;
  }

  async function buildOnce(): Promise<void> {
    if (isClosing) return;
    const started = performance.now();
    let isBuilt = true;
    try {
      const { isWhole, moment } = await newest.beginBuild();
      if (isWhole) await buildWhole(moment);
      else isBuilt = await buildBeside(moment);
    } catch (error) {
      isBuilt = false;
      write(explainFailure(error));
    }
    if (isClosing) return;
    if (isBuilt) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      write(`${isBroken ? 'Mended: the site is built again' : 'Built'} in ${seconds} s.\n`);
    } else write('The site was not built. What is served is the last one that could be.\n');
    isBroken = !isBuilt;
  }

  const queue = createBuildQueue(buildOnce);
  // Watching comes first, so that nothing saved during the first build is missed.
  const watcher = await watchFolders(watched, {
    onMoment: (paths) => newest.look(paths),
    onQuiet: queue.request,
  });
  queue.request();
  await queue.settled();
  try {
    server = await serveSite({
      directory: outputDirectory,
      find: (address) => newest.find(address),
      basePath: () => basePath,
      port,
    });
  } catch (error) {
    await watcher.close();
    throw error;
  }
  const { url, close } = server;
  write(`The site is at ${url()}\nWhat you save is shown at once. Press Ctrl+C to stop.\n`);
  return {
    url,
    settled: queue.settled,
    close: async () => {
      isClosing = true;
      await watcher.close();
      await close();
      apart?.stop();
      await queue.settled();
      await newest.close();
    },
  };
}
