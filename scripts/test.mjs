// `npm test` runs every check; `npm test -- NAME` runs only the tests whose file name holds NAME.

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies } from './install.mjs';
import { nodeFlagsOf } from './node-flags.mjs';
import { root } from './root.mjs';
import { makeTemporaryFolder } from './temporary.mjs';

const lint = { name: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] };
const checks = [
  { name: 'type check', program: 'typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'dead code', program: 'knip/bin/knip.js', args: [] },
];
// What they reach of the code is counted, which makes the rest a third slower for nothing: see `thresholds` in vitest.config.ts.
const counted = ['test/audit', 'test/site', 'test/withhold'];
const withholding = vitest('withholding', ['--no-isolate', '--coverage', ...counted]);
// Values in, values out: one process can do many of these, and reads the program once and not for each file.
const pure = ['assemble', 'ledger', 'markdown', 'read', 'styles', 'theme', 'validate'].map(
  (folder) => `test/${folder}`,
);
const pureFiles = [
  ...[
    'addresses/lasting-addresses',
    'addresses/record-addresses',
    'addresses/settle-addresses',
    'bench/corpus',
  ],
  ...['bench/options', 'bench/search-cost', 'bench/table', 'cache/deal-bodies'],
  ...['cache/file-look', 'cache/file-store', 'cache/keep-files', 'cache/open-cache'],
  ...['cache/seal-value', 'cache/sealed-sections', 'cache/spare-output', 'command-line/find-refusal'],
  ...[
    'command-line/format-progress',
    'command-line/parse-build-options',
    'command-line/parse-part-options',
    'command-line/parse-start-options',
  ],
  ...['command-line/show-progress', 'index/cbor', 'index/list-records', 'index/patch-chunks'],
  ...['index/plan-shards', 'index/record-names', 'index/stems', 'index/walk-cbor'],
  ...['opensearch/bulk-pieces', 'output/file-error-problem', 'output/open-output', 'publish/pack-hits'],
  ...['index/read-ahead', 'publish/keep-parts', 'publish/kept-meetings', 'publish/remember-hits'],
  ...['publish/remember-meetings', 'publish/remembered-finds', 'publish/audit-meeting'],
  ...[
    'publish/search-paths',
    'publish/split-papers',
    'serve/create-build-queue',
    'serve/meetings-of-paths',
    'messages',
  ],
  ...['readme', 'security'],
].map((name) => `test/${name}.test.ts`);
const values = vitest('values', ['--no-isolate', ...pure, ...pureFiles]);
// Many of these wait for a browser or a program: a third keeps two processors busy.
const others = vitest('other tests', [
  '--maxWorkers=3',
  ...[...counted, ...pure].flatMap((folder) => ['--exclude', `${folder}/**`]),
  ...pureFiles.flatMap((file) => ['--exclude', file]),
]);
const asked = process.argv.slice(2);
const temporary = makeTemporaryFolder();

ensureDependencies();
ensureBrowser();
const steps = asked.length > 0 ? [vitest('tests', asked)] : [lint, values, ...checks, withholding, others];
// Otherwise the counts of an earlier run would stand in for those of a run that never started.
for (const { resultsFile } of steps) if (resultsFile) rmSync(resultsFile, { force: true });

const results =
  asked.length > 0
    ? [await runStep(steps[0], 'inherit')]
    : // The two longest first, so that both processors have something to do to the end.
      [...(await runTwoAtATime([lint, values, ...checks])), ...(await runOneByOne([withholding, others]))];

console.log();
for (const { name, code, seconds } of results) {
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(13)}${seconds.padStart(7)} s`);
}
const { passed, failed } = countTests();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;

/** A run of vitest, which leaves its report in a file of its own. */
function vitest(name, args) {
  const resultsFile = join(root, '.minutebook', `${name.replaceAll(' ', '-')}.json`);
  return {
    name,
    program: 'vitest/vitest.mjs',
    args: ['run', `--outputFile.json=${resultsFile}`, ...args],
    resultsFile,
  };
}

/** Two, since each of them fills a core and some hundred megabytes. */
async function runTwoAtATime(steps) {
  const waiting = [...steps.entries()];
  const done = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, step] = next;
      done[place] = await runStep(step, 'pipe');
    }
  };
  await Promise.all([work(), work()]);
  return done;
}

async function runOneByOne(steps) {
  const done = [];
  for (const step of steps) done.push(await runStep(step, 'pipe'));
  return done;
}

/** Runs one step, and prints one line when it passes and all that it said when it fails. */
async function runStep({ name, program, args }, output) {
  const started = performance.now();
  console.log(
    `${name}: ${[program.split('/')[0], ...args.filter((arg) => !arg.startsWith('--outputFile'))].join(' ')}`,
  );
  const { code, said } = await runProgram(
    [...nodeFlagsOf(name), join(root, 'node_modules', program), ...args],
    output,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (code !== 0 && said) console.log(said.trimEnd().replace(/^/gm, '    '));
  return { name, code, seconds };
}

function runProgram(args, output) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', output, output],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(chunks).toString() }));
  });
}

/** Counts from vitest's reports. A file that fails before its first test counts as one that failed. */
function countTests() {
  const counts = { passed: 0, failed: 0 };
  for (const { resultsFile } of steps) {
    if (resultsFile === undefined) continue;
    let report;
    try {
      report = JSON.parse(readFileSync(resultsFile, 'utf8'));
    } catch {
      // Vitest ended before it wrote a report; its step has failed and said why.
      continue;
    }
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests + broken.length;
  }
  return counts;
}
