// Runs before anything is installed, so it may import nothing but Node itself.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const marker = join(root, 'node_modules', '.minutebook-installed');
// Not in node_modules, which `npm ci` deletes.
const lock = join(root, '.minutebook', 'installing');
const staleAfterMs = 10 * 60 * 1000;

/** Installs what the lock file names, unless that has been done. Ends the process when it cannot. */
export function ensureDependencies() {
  refuseOldNode();
  if (isInstalled()) return;
  takeLock();
  try {
    // Another command may have installed while this one waited for the lock.
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What the installed packages depend on: sharp and esbuild, for one, differ with Node and the platform. */
function wantedState() {
  const lockFile = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lockFile).digest('hex');
  return `${hash} node-${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}\n`;
}

function isInstalled() {
  return readIfThere(marker) === wantedState();
}

function install() {
  // On standard error, since standard output belongs to the command that is run.
  console.error('Installing what Minutebook needs (npm ci) …');
  const state = wantedState();
  const result = runNpmCi();
  if (result.status === 0) {
    writeFileSync(marker, state);
    return;
  }
  rmSync(lock, { force: true });
  const said = result.error?.message ?? `${result.stdout}${result.stderr}`;
  stop(`npm could not install what Minutebook needs. It said:

${firstLines(said)}

Nothing else was run. Check that npm is there (\`npm --version\`), that this machine can reach the internet, and that
package.json and package-lock.json are as they were committed. Then run the same command again.`);
}

/** The cause stands first; after it npm prints its whole usage. */
function firstLines(text) {
  return text.trim().split('\n').slice(0, 10).join('\n').replace(/^/gm, '    ');
}

function runNpmCi() {
  // Development tools too, whatever NODE_ENV says: the tests are run by the same installation.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  // Inside `npm run` the npm in use is known. Elsewhere Windows finds npm.cmd through a shell only.
  const npm = process.env['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Waits until no other command installs: two `npm ci` in one folder delete each other's files. */
function takeLock() {
  mkdirSync(join(root, '.minutebook'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale()) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

/** Whether the lock was left behind by a command that was killed. */
function isStale() {
  const owner = Number(readIfThere(lock));
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > staleAfterMs) return true;
  // Another command has made the file and not yet written its number, or has just deleted it.
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function refuseOldNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node;
  const [major, minor] = wanted.replace('>=', '').split('.').map(Number);
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  stop(`Minutebook needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}.
Install a newer Node from https://nodejs.org, then run the same command again.`);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
