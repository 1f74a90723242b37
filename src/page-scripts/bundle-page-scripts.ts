import { basename, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type { OutputFile } from '../model/page.ts';

/** Scripts that pages name, and the one that `mark-words.js` loads only where there are words to mark. */
const bundled = [
  'cite-paragraph.js',
  'not-found.js',
  'print-date.js',
  'register-filter.js',
  'register-years.js',
  'search.js',
  'word-marks.js',
];
/** Loaded by every page: whatever it imports must stay a file of its own. */
const alone = ['mark-words.js'];

/**
 * Makes the scripts of the pages from the modules in `directory`: each with all that it imports in one file, so that a
 * reader's browser asks once and not for twenty files one after another, and without comments. The same modules, the
 * same bytes. Throws when a module cannot be read as JavaScript.
 */
export async function bundlePageScripts(directory: string): Promise<OutputFile[]> {
  const [together, single] = await Promise.all([
    runBuild(directory, { bundle: true }, bundled),
    runBuild(directory, { bundle: false }, alone),
  ]);
  return [...together, ...single];
}

async function runBuild(
  directory: string,
  options: BuildOptions,
  entries: readonly string[],
): Promise<OutputFile[]> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: entries.map((entry) => join(directory, entry)),
    outdir: directory,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // Otherwise a tsconfig.json above the project would have a say.
    tsconfigRaw: {},
  });
  return outputFiles.map(({ path, contents }) => ({ file: `assets/${basename(path)}`, bytes: contents }));
}
