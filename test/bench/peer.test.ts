import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCorpus } from '../../src/bench/corpus/write-corpus.ts';
import { listFiles } from '../../src/bench/measure/measure-folder.ts';
import { hugoOutput } from '../../src/bench/peers/hugo/measure-hugo.ts';
import { writeHugoSite } from '../../src/bench/peers/hugo/write-hugo-site.ts';
import { readVersion, usualPrograms, type Programs } from '../../src/bench/programs.ts';
import { runBench } from '../../src/bench/run-bench.ts';
import { formatText } from '../../src/bench/table/format-table.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-peer-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const usual = usualPrograms({});

function run(name: string, programs: Programs, rounds = 1): ReturnType<typeof runBench> {
  const subjects = new Set(['peer'] as const);
  return runBench({
    ...{ sizes: [30], rounds, edits: 1, subjects, programs },
    work: join(folder, name),
    say: () => undefined,
  });
}

/** A program that tells a version, writes a file into the folder named after its last option, and keeps how it was called. */
function fake(name: string, status = 0): Programs['hugo'] {
  const command = join(folder, name);
  const calls = JSON.stringify(`${command}.calls`);
  writeFileSync(
    command,
    `#!${process.execPath}
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
if (args[0] === 'version') { console.log('${name} 1.2.3'); process.exit(); }
appendFileSync(${calls}, JSON.stringify(args) + '\\n');
mkdirSync(args.at(-1), { recursive: true });
writeFileSync(args.at(-1) + '/${name}.html', 'made');
console.log('made, and ended with ${status}');
process.exitCode = ${status};
`,
  );
  chmodSync(command, 0o755);
  return { ...usual.hugo, name, command, versionArgs: ['version'] };
}

test('the peer’s papers are all that is public, and nothing that is not', () => {
  const content = join(folder, 'papers', 'content');
  const site = join(folder, 'papers', 'hugo');
  writeCorpus({ realContent: 'content', content, papers: 30 });
  writeHugoSite({ content, folder: site });
  const made = listFiles(join(site, 'content'));
  const reports = listFiles(content).filter((file) => /[/\\]b\d[^/\\]*\.md$/.test(file));
  expect(reports.filter((file) => !made.includes(file))).toEqual([]);
  expect(made.filter((file) => /[/\\]d\d/.test(file))).toEqual([]);
  const written = made.map((file) => readFileSync(join(site, 'content', file), 'utf8')).join('\n');
  // Of the restricted minutes neither the resolution nor a paragraph.
  const minutes = listFiles(content).filter((file) => file.endsWith('minutes.md'));
  const restricted = minutes.flatMap((file) => {
    const [, part] = readFileSync(join(content, file), 'utf8').split(/^### D1 .*$/m);
    return (part ?? '').split('\n').filter((line) => line.length > 40);
  });
  expect(restricted.length).toBeGreaterThan(3);
  expect(restricted.filter((line) => written.includes(line))).toEqual([]);
});

test('the peer’s long register lists the newest years and leads to the older ones, as ours does', () => {
  const content = join(folder, 'long', 'content');
  const site = join(folder, 'long', 'hugo');
  writeCorpus({ realContent: 'content', content, papers: 1100 });
  writeHugoSite({ content, folder: site });
  expect(existsSync(join(site, 'content/resolutions/noted/2006.md'))).toBe(true);
  if (readVersion(usual.hugo) === undefined) return;
  execFileSync(usual.hugo.command, ['--quiet'], { cwd: site });
  for (const page of ['resolutions', 'resolutions/noted']) {
    const html = readFileSync(join(site, 'public', page, 'index.html'), 'utf8');
    const [, total] = /<p class="lead">(\d+) resolutions/.exec(html)!;
    const listed = html.split('<article class="resolution"').length - 1;
    expect(listed).toBeGreaterThanOrEqual(300);
    expect(listed).toBeLessThanOrEqual(500);
    const [guide] = /<p class="register-guide">[^]*?<\/p>/.exec(html)!;
    const older = [...guide.matchAll(/\((\d+)\)/g)].map(([, count]) => Number(count));
    expect(older.reduce((sum, count) => sum + count, listed)).toBe(Number(total));
  }
}, 200_000);

test('each round runs Hugo on the site’s sources, then Pagefind on what Hugo made', async () => {
  const programs = { ...usual, hugo: fake('hugo'), pagefind: fake('pagefind') };
  const { sizes, missing } = await run('faked', programs, 2);
  expect(missing).toEqual([]);
  expect(sizes[0]!.failures).toEqual([]);
  expect(sizes[0]!.peer?.render.length).toBe(2);
  expect(sizes[0]!.peer?.index.length).toBe(2);
  const site = join(folder, 'faked', '30', 'hugo');
  const calls = readFileSync(`${programs.pagefind.command}.calls`, 'utf8').trim().split('\n');
  expect(calls.map((call) => (JSON.parse(call) as string[]).at(-1))).toEqual([
    hugoOutput(site),
    hugoOutput(site),
  ]);
  expect(existsSync(join(hugoOutput(site), 'hugo.html'))).toBe(true);
});

test('a peer that is not there is said, with how to install it, and its lines are left out', async () => {
  const programs = { ...usual, hugo: { ...usual.hugo, command: join(folder, 'no-such-hugo') } };
  const measured = await run('missing', programs);
  expect(measured.missing).toEqual([
    'Hugo is not there, so the peer is left out. On Debian, as root: apt-get install hugo. Or set HUGO_PATH to the program.',
  ]);
  expect(measured.sizes[0]!.peer).toBeUndefined();
  const text = formatText(measured);
  expect(text).toContain('apt-get install hugo');
  expect(text).not.toContain('the peer’s pages');
});

test('a peer that fails is told with what it printed, is not asked again, and nothing is made up for it', async () => {
  const hugo = fake('failing', 1);
  const { sizes, missing } = await run('failed', { ...usual, hugo, pagefind: fake('unasked') }, 3);
  expect(missing).toEqual([]);
  expect(sizes[0]!.peer).toBeUndefined();
  expect(sizes[0]!.failures).toEqual([
    expect.stringMatching(/failing .* ended with 1:\nmade, and ended with 1$/s),
  ]);
  expect(readFileSync(`${hugo.command}.calls`, 'utf8').trim().split('\n').length).toBe(1);
});

test('with Hugo, the peer’s site has every page that ours has; without it, that is said', async () => {
  const { sizes, missing } = await run('real', usual);
  if (readVersion(usual.hugo) === undefined) {
    expect(missing.join()).toContain('Hugo is not there');
    return;
  }
  expect(sizes[0]!.failures).toEqual([]);
  const site = hugoOutput(join(folder, 'real', '30', 'hugo'));
  const made = listFiles(site).map((file) => file.replaceAll('\\', '/'));
  const content = listFiles(join(folder, 'real', '30', 'content')).map((file) => file.replaceAll('\\', '/'));
  const [report] = content.filter((file) => /\/b1[^/]*\.md$/.test(file));
  const [body, date] = report!.split('/');
  const wanted = [
    ...['index.html', 'feed.xml', 'calendar.ics', 'sitemap.xml', '404.html', 'search/index.html'],
    ...[
      'resolutions/index.html',
      'resolutions/feed.xml',
      'resolutions/noted/index.html',
      'topics/index.html',
    ],
    ...['index.html', 'feed.xml', 'calendar.ics', 'resolutions/index.html'].map((file) => `${body}/${file}`),
    ...['index.html', 'minutes/index.html', 'pack/index.html'].map((file) => `${body}/${date}/${file}`),
    report!.replace('.md', '/index.html'),
    'pagefind/pagefind.js',
  ];
  expect(wanted.filter((file) => !made.includes(file))).toEqual([]);
  const page = readFileSync(join(site, `${body}/${date}/index.html`), 'utf8');
  for (const words of [
    'rel="canonical"',
    'application/ld+json',
    'mailto:',
    'Breadcrumbs',
    'RESOLVED',
    'Who was there',
    'data-pagefind-body',
  ])
    // prettier-ignore
    expect(page).toContain(words);
});
