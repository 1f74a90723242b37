import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestFile, parseManifest, readEntry, type Manifest } from './manifest.ts';
import { countProgress, type TellProgress } from '../model/progress.ts';
import { walkOutput, type OutputEntry } from './walk-output.ts';

/** How a directory differs from its manifest. */
export type Difference =
  | { readonly kind: 'changed' | 'missing' | 'extra'; readonly path: string }
  | { readonly kind: 'no manifest' | 'no directory'; readonly path: string };

/** A check of a directory: how many files agree with the manifest, and everything that does not. */
export interface Verification {
  readonly agreeing: number;
  readonly differences: readonly Difference[];
}

/**
 * Compares a directory (a deployed copy, say) with a manifest: its own, or the one in `manifestPath`, which
 * a copy that somebody has changed cannot have changed as well. Links count as changed files.
 */
export async function verifyDirectory(
  directory: string,
  manifestPath = join(directory, manifestFile),
  tell?: TellProgress,
): Promise<Verification> {
  const manifest = await readManifest(manifestPath);
  if (manifest === undefined)
    return { agreeing: 0, differences: [{ kind: 'no manifest', path: manifestPath }] };
  const entries = tryToWalk(directory);
  if (entries === undefined) return { agreeing: 0, differences: [{ kind: 'no directory', path: directory }] };
  const present = new Map(entries.map((entry) => [entry.file, entry]));
  present.delete(manifestFile);
  const differences: Difference[] = [];
  const count = countProgress(tell, 'verifying', manifest.files.length);
  for (const listed of manifest.files) {
    count();
    const entry = present.get(listed.path);
    present.delete(listed.path);
    if (entry === undefined) differences.push({ kind: 'missing', path: listed.path });
    else if (entry.kind !== 'file' || (await readEntry(directory, listed.path)).sha256 !== listed.sha256) {
      differences.push({ kind: 'changed', path: listed.path });
    }
  }
  const agreeing = manifest.files.length - differences.length;
  return {
    agreeing,
    differences: [...differences, ...[...present.keys()].map((path) => ({ kind: 'extra', path }) as const)],
  };
}

function tryToWalk(directory: string): readonly OutputEntry[] | undefined {
  try {
    return walkOutput(directory);
  } catch {
    return undefined;
  }
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseManifest(text);
}
