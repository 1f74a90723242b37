import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findRawHits, type RawHits } from './raw-hits.ts';
import type { UnreadableView } from './views.ts';
import type { WithheldPrints } from './withheld-prints.ts';

/** A file of the output, read from its first byte to its last. */
export interface InspectedFile {
  /** From the output's root, with forward slashes. */
  readonly file: string;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly hits: RawHits;
  readonly unreadable: readonly UnreadableView[];
  /** True where the same bytes were searched for the same before, so that what was found then stands for both of these. */
  readonly isKnown?: true;
}

/**
 * A file longer than this is not searched, and so not published: it would not fit in memory with its views.
 */
const maximumFileBytes = 128 * 1024 * 1024;

const tooLarge: UnreadableView = { kind: 'unreadable', name: 'text', because: 'too-large' };

/**
 * Reads a file, takes its digest, and looks for everything withheld in it, unless its digest is among those `known`. Rejects
 * when it cannot be read. It is read at once, while nothing else goes on in this thread: asked for and awaited, a small file takes longer to
 * come than to be looked through.
 */
export async function inspectFile(
  directory: string,
  file: string,
  prints: WithheldPrints,
  known: ReadonlySet<string> = new Set(),
): Promise<InspectedFile> {
  const path = join(directory, file);
  const { size } = statSync(path);
  if (size > maximumFileBytes) return { file, sha256: '', bytes: size, hits: noHits, unreadable: [tooLarge] };
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = { file, sha256, bytes: bytes.length };
  return known.has(sha256)
    ? { ...read, hits: noHits, unreadable: [], isKnown: true }
    : { ...read, ...(await findRawHits(bytes, prints)) };
}

/** Nothing withheld. */
const noHits: RawHits = { found: [], stems: [], attachments: [] };
