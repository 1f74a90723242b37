// A command as one file. Read as the four hundred TypeScript files that it is written in, it takes two seconds to start.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const folder = join(root, '.minutebook', 'program');

/**
 * What Node is to be given to run `src/commands/NAME.ts`: the command bundled by esbuild, made anew when any source has changed, and
 * beside it what its threads run. Where that cannot be, the sources themselves, by way of tsx.
 */
export async function programOf(name) {
  const source = join(root, 'src', 'commands', `${name}.ts`);
  try {
    const bundled = await bundle(name, source);
    return { args: ['--enable-source-maps', join(bundled, `${name}.mjs`)], threads: bundled };
  } catch {
    // A folder that nobody may write to, say. What is wrong with the sources tsx says better.
    return { args: ['--import', import.meta.resolve('tsx'), source], threads: undefined };
  }
}

async function bundle(name, source) {
  const sources = readdirSync(join(root, 'src'), { recursive: true }).sort();
  const bundled = join(folder, `${name}.${stateOf(sources)}`);
  if (existsSync(bundled)) return bundled;
  const { build } = await import('esbuild');
  const ofThreads = sources.filter((each) => each.endsWith('-in-thread.ts'));
  // A command beside this one must never find half of it.
  const draft = `${bundled}.${process.pid}`;
  await build({
    entryPoints: [source, ...ofThreads.map((each) => join(root, 'src', each))],
    ...{ outdir: draft, entryNames: '[name]', outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', target: 'node20' },
    ...{ sourcemap: 'inline', sourcesContent: false, logLevel: 'silent' },
    plugins: [ownAddresses],
  });
  for (const old of readdirSync(folder)) {
    const isOld = old.startsWith(`${name}.`) && !old.startsWith(basename(bundled));
    if (isOld) rmSync(join(folder, old), { recursive: true, force: true });
  }
  try {
    renameSync(draft, bundled);
  } catch (error) {
    // Another command has just made the same.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(bundled)) throw error;
  }
  return bundled;
}

/** Each file says where it stands as it does by itself: templates and threads are looked for from there. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/** By every byte: a bundle of other sources could withhold by rules that are no longer theirs, and times and sizes can be the same. */
function stateOf(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const each of [join('..', 'package-lock.json'), join('..', 'scripts', 'program.mjs'), ...sources]) {
    const path = join(root, 'src', each);
    if (statSync(path).isFile()) hash.update(`${each}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
