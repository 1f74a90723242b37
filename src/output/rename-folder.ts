import { rename } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds to wait before each further try. */
const waits = [50, 100, 200, 400, 800];

/**
 * Renames a folder. On Windows a virus scanner, or the program that shows the folder, can hold it for a
 * moment: it is tried again for some 1.5 seconds before the error is passed on.
 */
export async function renameFolder(from: string, to: string): Promise<void> {
  for (const wait of waits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeldForAMoment(error)) throw error;
      await setTimeout(wait);
    }
  }
  await rename(from, to);
}

function isHeldForAMoment(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code))
  );
}
