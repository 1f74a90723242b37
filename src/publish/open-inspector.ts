import type { InspectedFile } from '../audit/inspect-file.ts';
import { sharePrints } from '../audit/shared-prints.ts';
import { useSmallNurseries } from '../threads/small-nurseries.ts';
import { startThreads, usualThreads } from '../threads/start-threads.ts';
import type { InspectSettings } from './inspect-in-thread.ts';
import type { PreparedSite } from '../publish.ts';

/** Threads that look through a few files and stay ready for the next: to start them takes as long as to look through what a correction has changed. */
export interface Inspector {
  readonly inspect: (files: readonly string[]) => Promise<readonly InspectedFile[]>;
  readonly close: () => Promise<void>;
}

/** Opens an inspector of an output that is being made. Its threads start at once, so that they are ready when the first page is. */
export function openInspector({
  outputDirectory: directory,
  withheld: { prints, key },
  hits,
}: Pick<PreparedSite, 'outputDirectory' | 'withheld' | 'hits'>): Inspector {
  useSmallNurseries();
  const known = new Set(hits.remembered?.files.keys());
  const settings: InspectSettings = { directory, key, prints: sharePrints(prints), known };
  const threads = startThreads<readonly string[], readonly InspectedFile[]>(
    new URL('inspect-in-thread.ts', import.meta.url),
    settings,
  );
  for (let thread = 0; thread < usualThreads; thread += 1) threads.ask([]).catch(() => undefined);
  return { inspect: threads.ask, close: threads.close };
}
