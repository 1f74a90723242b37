import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicAttachment, Publication } from '../model/publication.ts';
import type { WithheldNote } from '../model/withheld.ts';
import { createLedger, formatLedger } from './create-ledger.ts';

/** Puts a ledger that has been written in the place of the one of the build before. */
export type KeepLedger = () => Promise<void>;

/**
 * Writes the ledger into a folder beside the output, never into it. It is written before the site is swapped in,
 * so that a full disk stops the build, and takes its place after it: till then the old ledger tells what stands.
 */
export async function writeLedger(
  output: string,
  publication: Publication,
  withheld: readonly WithheldNote[],
  attachments: readonly PublicAttachment[] = [],
): Promise<KeepLedger> {
  const ledger = createLedger(publication, withheld, attachments);
  const directory = `${output}.ledger`;
  const texts = new Map([
    ['ledger.txt', formatLedger(ledger)],
    ['ledger.json', `${JSON.stringify(ledger, null, 2)}\n`],
  ]);
  await mkdir(directory, { recursive: true });
  for (const [name, text] of texts) await writeFile(join(directory, `${name}.new`), text);
  return async () => {
    for (const name of texts.keys()) await rename(join(directory, `${name}.new`), join(directory, name));
  };
}
