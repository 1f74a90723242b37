import type { Sample } from './measure/run-program.ts';
import type { PartsMeasurement } from './ours/measure-parts.ts';
import type { FolderSize } from './measure/measure-folder.ts';

/** What was measured of our own builds of one corpus, a sample for each round. */
export interface OurMeasurements {
  readonly cold: readonly Sample[];
  readonly afterCurrent: readonly Sample[];
  readonly afterSettled: readonly Sample[];
  /** Files in which the output after a correction differs from a cold publish of the same papers. */
  readonly differingFiles: readonly string[];
  /** The same papers made in two parts, each in a process of its own, and joined. */
  readonly inParts?: PartsMeasurement;
  /** Milliseconds from saving a paper to its page under `npm start`. */
  readonly editToPage: readonly number[];
  readonly output: FolderSize;
  /** Of the output, what the search reads. */
  readonly index: FolderSize;
}

/** What was measured of the peer with the same corpus, a sample for each round. */
export interface PeerMeasurements {
  readonly render: readonly Sample[];
  readonly index: readonly Sample[];
  readonly output: FolderSize;
  readonly indexSize: FolderSize;
}

/** What a browser with an empty cache asked for. */
export interface SearchCost {
  readonly requests: number;
  /** Of the contents, as they are sent: text as gzip, without the heads of the answers. */
  readonly bytes: number;
}

/** The cost of one query in our search and in one plain index over the same records. */
export interface QueryMeasurement {
  readonly query: string;
  readonly kind?: string;
  /** Until the first results stood on the page. */
  readonly ours: SearchCost;
  /** Until nothing more was asked for. */
  readonly oursInAll: SearchCost;
  readonly plain: SearchCost;
}

/** All that was measured with a corpus of one size. What could not be measured is absent, and `failures` says why. */
export interface SizeMeasurements {
  /** As asked for. */
  readonly papers: number;
  /** Agendas, reports and minutes that the corpus has. */
  readonly written: FolderSize;
  readonly ours?: OurMeasurements;
  readonly peer?: PeerMeasurements;
  readonly queries: readonly QueryMeasurement[];
  readonly failures: readonly string[];
}

/** A whole run. */
export interface BenchRun {
  readonly date: string;
  readonly rounds: number;
  /** Name and value: versions, cores, memory. */
  readonly circumstances: readonly (readonly [string, string])[];
  readonly sizes: readonly SizeMeasurements[];
  /** Programs that are not there, each with how to install it. */
  readonly missing: readonly string[];
}
