import { indexPart, type PartToIndex } from '../index/index-part.ts';
import type { IndexedPart } from '../index/indexed-part.ts';
import { useSmallNurseries } from '../threads/small-nurseries.ts';
import { startThreads, usualThreads } from '../threads/start-threads.ts';

/** Indexes the parts of a site. */
export interface PartIndexer {
  readonly indexPart: (part: PartToIndex) => Promise<IndexedPart>;
  /** How many parts it is worth asking for at once. */
  readonly partsAtOnce: number;
  /** Ends what has been started for it. */
  readonly close: () => Promise<void>;
}

/** Where there are few in all, or in a part, a thread takes longer to start than it saves. */
const recordsForThreads = { inAll: 1_000, inPart: 100 };
/** One processor has the pages to write, and each thread takes two hundred megabytes with its Pagefind. */
const threadCount = Math.max(1, usualThreads - 1);

/**
 * Opens what indexes the parts of a site with so many records in all: in threads where there are many, so that Pagefind need not wait for a
 * thread that makes pages at the same time, and so that two processors have something to do.
 */
export function openPartIndexer(records: number, least = recordsForThreads): PartIndexer {
  if (records < least.inAll) return { indexPart, partsAtOnce: 1, close: () => Promise.resolve() };
  useSmallNurseries();
  const threads = startThreads<PartToIndex, IndexedPart>(
    new URL('index-in-thread.ts', import.meta.url),
    undefined,
    threadCount,
  );
  return {
    indexPart: (part) => (part.records.length < least.inPart ? indexPart(part) : threads.ask(part)),
    // One more, so that no thread waits while what another has made is put into files.
    partsAtOnce: threadCount + 1,
    close: threads.close,
  };
}
