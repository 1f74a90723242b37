// `node scripts/run.mjs build --content DIR` runs src/commands/build.ts, after installing what is missing.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies } from './install.mjs';
import { nodeFlagsOf } from './node-flags.mjs';
import { programOf } from './program.mjs';
import { root } from './root.mjs';

const [name = '', ...args] = process.argv.slice(2);
const commands = join(root, 'src', 'commands');
const command = join(commands, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(command)) refuse();

ensureDependencies();
// The one command that looks at pages in a browser; it gets one as the tests do.
if (name === 'accessibility') ensureBrowser();
const program = await programOf(name);
const child = spawn(process.execPath, [...nodeFlagsOf(name), ...program.args, ...args], {
  cwd: userFolder(),
  // Otherwise tsx would obey a tsconfig.json that happens to stand in the user's folder.
  env: {
    ...process.env,
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    ...(program.threads === undefined ? {} : { MINUTEBOOK_THREADS: program.threads }),
  },
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl+C to both processes; passed on, it would reach the command twice.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}

child.on('error', (error) => {
  console.error(`The command \`${name}\` could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  // Ends as the command did, so that a shell or a CI sees the same cause.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

/** The folder that relative paths such as `--content papers` start from. */
function userFolder() {
  // npm runs its scripts in the project's folder and keeps the user's in INIT_CWD. A command that a script
  // starts by itself (a test, say) inherits INIT_CWD without meaning it.
  const startedByNpm = process.env['npm_lifecycle_event'] === name;
  return (startedByNpm && process.env['INIT_CWD']) || process.cwd();
}

function refuse() {
  const files = existsSync(commands) ? readdirSync(commands) : [];
  const names = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `    npm run ${file.slice(0, -3)}`);
  console.error(`There is no command \`${name}\`. There are:\n\n${names.sort().join('\n')}`);
  process.exit(1);
}
