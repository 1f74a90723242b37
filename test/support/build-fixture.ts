import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PublishError, type Problem } from '../../src/model/problem.ts';
import { publish, type PublishOptions } from '../../src/publish.ts';
import { makeAttachments } from './make-attachments.ts';

/** The day that the fixtures are built for: before the day on which one of their papers is to be published. */
export const fixtureDate = '2024-05-01';

/** Folders of a site of its own. */
export type SiteFolders = Pick<PublishOptions, 'content' | 'data' | 'output'> & { readonly folder: string };

/** Copies a fixture into a folder of its own, with its attachments. Delete `folder` when done. */
export async function copyFixture(name: 'full' | 'plain'): Promise<SiteFolders> {
  const folder = mkdtempSync(join(tmpdir(), `site-test-${name}-`));
  cpSync(`test/fixtures/${name}`, folder, { recursive: true });
  const folders = foldersIn(folder);
  if (name === 'full') await makeAttachments(folders.content);
  return folders;
}

/** As `copyFixture`, for the length of one test. */
export async function useFixture(name: 'full' | 'plain'): Promise<SiteFolders> {
  const folders = await copyFixture(name);
  onTestFinished(() => rmSync(folders.folder, { recursive: true, force: true }));
  return folders;
}

/** The site of the project itself, built into a folder of its own. Delete `folder` when done. */
export function realSite(): SiteFolders {
  const folder = mkdtempSync(join(tmpdir(), 'site-test-real-'));
  return { ...foldersIn(folder), content: 'content', data: 'data' };
}

function foldersIn(folder: string): SiteFolders {
  return {
    folder,
    content: join(folder, 'content'),
    data: join(folder, 'data'),
    output: join(folder, '_site'),
  };
}

/** Builds a site; the answer is every problem, none of which is left when it was published. */
export async function buildSite(
  { content, data, output }: SiteFolders,
  date = fixtureDate,
): Promise<readonly Problem[]> {
  return await problemsOf(() => publish({ content, data, output, date }));
}

/** The problems that work throws. */
export async function problemsOf(work: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof PublishError) return error.problems;
    throw error;
  }
}

/** Every file below a folder by its path in it, in the order of the paths. */
export function readTree(directory: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(directory)) return new Map();
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(directory, file))]));
}

/** The SHA-256 of every file below a folder, by its path in it: two are equal where the trees are, byte by byte. */
export function digestTree(directory: string): { readonly [file: string]: string } {
  const digests = [...readTree(directory)].map(([file, bytes]) => [file, digestOf(bytes)] as const);
  return Object.fromEntries(digests);
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What stands beside an output and was made for it: a fresh folder, an old one, a lock, the ledger; not what is kept for the next build. */
export function standingBeside({ folder, output }: SiteFolders): readonly string[] {
  const name = basename(output);
  return readdirSync(folder).filter(
    (entry) => entry.startsWith(`${name}.`) && !entry.startsWith(`${name}.cache`),
  );
}
