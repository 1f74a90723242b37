import { inspectFile, type InspectedFile } from '../audit/inspect-file.ts';
import { openSharedPrints, type SharedPrints } from '../audit/shared-prints.ts';

/** What threads that inspect files have in common. */
export interface InspectSettings {
  /** The folder that the files stand in. */
  readonly directory: string;
  readonly key: Uint8Array;
  readonly prints: SharedPrints;
  /** Digests of files that were looked through before for the same: their bytes are read again and not searched. */
  readonly known: ReadonlySet<string>;
}

/** Inspects files of the output in a thread of its own. */
export function createAnswerer({
  directory,
  key,
  prints,
  known,
}: InspectSettings): (files: readonly string[]) => Promise<readonly InspectedFile[]> {
  const joined = openSharedPrints(key, prints);
  return async (files) => {
    const inspected: InspectedFile[] = [];
    for (const file of files) inspected.push(await inspectFile(directory, file, joined, known));
    return inspected;
  };
}
