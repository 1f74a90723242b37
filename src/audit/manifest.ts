import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compareText } from '../model/problem.ts';

/** Where the manifest stands in the output. It does not list itself. */
export const manifestFile = 'manifest.json';

/** Name and version of the format; `src/output/` knows the output folder by it. */
const manifestFormat = 'minutebook-manifest-1';

const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  files: z.array(
    z.strictObject({
      /** From the output's root, with forward slashes. */
      path: z.string().min(1),
      /** SHA-256 in hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().nonnegative(),
    }),
  ),
});

/**
 * What was published: every file with its digest and size, in the order of the paths. Nothing of what was
 * withheld, and no time.
 */
export type Manifest = z.output<typeof manifestSchema>;

/** A file with its digest. */
type ManifestEntry = Manifest['files'][number];

/**
 * The text of the manifest of files in a directory: the same files, the same text. `files` are from its
 * root, with forward slashes; the manifest itself is left out. Rejects when one cannot be read.
 */
export async function createManifest(directory: string, files: readonly string[]): Promise<string> {
  const entries: ManifestEntry[] = [];
  for (const path of files) if (path !== manifestFile) entries.push(await readEntry(directory, path));
  return formatManifest(entries);
}

/** The text of the manifest of files whose digests are known, whatever their order. */
export function formatManifest(files: readonly ManifestEntry[]): string {
  const listed = files.filter(({ path }) => path !== manifestFile);
  const sorted = listed.toSorted((first, second) => compareText(first.path, second.path));
  const lines = sorted.map(({ path, sha256, bytes }) => `    ${JSON.stringify({ path, sha256, bytes })}`);
  // One file a line, so that two manifests can be compared by eye.
  return `{\n  "format": "${manifestFormat}",\n  "files": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** What a manifest says of paths alone, in which everything withheld is looked for: digests and sizes are of files that are looked through themselves. */
export function formatPaths(files: readonly string[]): string {
  return formatManifest(files.map((path) => ({ path, sha256: '', bytes: 0 })));
}

/** Reads the text of a manifest; undefined when it is none. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Digest and size of one file. */
export async function readEntry(directory: string, path: string): Promise<Manifest['files'][number]> {
  const bytes = await readFile(join(directory, path));
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
