import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemAt, PublishError } from '../../src/model/problem.ts';
import { startSite, type BuiltSite, type StartedSite } from '../../src/serve/start-site.ts';

let root = '';
let printed = '';
let started: StartedSite | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minutebook-start-'));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/a.md'), 'first');
  printed = '';
});
afterEach(async () => {
  await started?.close();
  started = undefined;
  rmSync(root, { recursive: true });
});

/** Builds a site of one page from a folder of one paper; a paper that says `bad` is a problem, `fault` a fault. */
async function build(): Promise<BuiltSite> {
  const text = readFileSync(join(root, 'content/a.md'), 'utf8');
  if (text === 'bad')
    throw new PublishError([
      problemAt({ file: 'content/a.md', line: 1, column: 1 }, 'bad-paper', 'It is bad.', 'Write well.'),
    ]);
  if (text === 'fault')
    throw new Error('The page /a/ could not be rendered', { cause: new Error('template not found') });
  mkdirSync(join(root, '_site'), { recursive: true });
  writeFileSync(join(root, '_site/index.html'), text);
  return Promise.resolve({
    basePath: text === 'moved' ? '/meetings/' : '/',
    summary: 'Published: 1 page.\n',
  });
}

async function start(): Promise<StartedSite> {
  started = await startSite({
    build,
    // Only what a live site knows is built apart.
    buildApart: () => {
      throw new Error('nothing is built apart');
    },
    content: join(root, 'content'),
    explainFailure: (error) => `${error instanceof PublishError ? error.problems[0]!.what : 'A fault.'}\n`,
    outputDirectory: join(root, '_site'),
    watched: [join(root, 'content')],
    port: 0,
    write: (text) => (printed += text),
  });
  return started;
}

async function page(): Promise<string> {
  return (await fetch(started!.url())).text();
}

describe('startSite', () => {
  it('builds the site, says where it is and serves it', async () => {
    const { url } = await start();
    expect(printed).toMatch(
      /^Published: 1 page\.\nBuilt in \d+\.\d s\.\nThe site is at http:\/\/127\.0\.0\.1:\d+\/\n/,
    );
    expect(printed).toContain(url());
    expect(await page()).toBe('first');
  });

  it('builds again when a paper is saved, made or removed', async () => {
    await start();
    writeFileSync(join(root, 'content/a.md'), 'second');
    await vi.waitFor(async () => expect(await page()).toBe('second'), 5000);
    const builds = printed.match(/Built/g)!.length;
    mkdirSync(join(root, 'content/new'));
    writeFileSync(join(root, 'content/new/b.md'), 'b');
    await vi.waitFor(() => expect(printed.match(/Built/g)!.length).toBeGreaterThan(builds), 5000);
  });

  it('keeps serving the last good site while a paper has a problem, and says when it is mended', async () => {
    await start();
    writeFileSync(join(root, 'content/a.md'), 'bad');
    await vi.waitFor(
      () =>
        expect(printed).toContain(
          'It is bad.\nThe site was not built. What is served is the last one that could be.\n',
        ),
      5000,
    );
    expect(await page()).toBe('first');
    writeFileSync(join(root, 'content/a.md'), 'good');
    await vi.waitFor(() => expect(printed).toMatch(/Mended: the site is built again in \d/), 5000);
    expect(await page()).toBe('good');
  });

  it('starts though the first build fails, and serves the site once it is mended', async () => {
    writeFileSync(join(root, 'content/a.md'), 'bad');
    await start();
    expect((await fetch(started!.url())).status).toBe(404);
    writeFileSync(join(root, 'content/a.md'), 'good');
    await vi.waitFor(async () => expect(await page()).toBe('good'), 5000);
  });

  it('goes on after a fault of the program', async () => {
    await start();
    writeFileSync(join(root, 'content/a.md'), 'fault');
    await vi.waitFor(() => expect(printed).toContain('A fault.\n'), 5000);
    expect(await page()).toBe('first');
    writeFileSync(join(root, 'content/a.md'), 'good');
    await vi.waitFor(async () => expect(await page()).toBe('good'), 5000);
  });

  it('follows the site to another path prefix', async () => {
    await start();
    writeFileSync(join(root, 'content/a.md'), 'moved');
    await vi.waitFor(async () => expect(await page()).toBe('moved'), 5000);
    expect(started!.url()).toMatch(/\/meetings\/$/);
  });

  it('leaves nothing running when it is closed', async () => {
    const { url, close } = await start();
    await close();
    started = undefined;
    await expect(fetch(url())).rejects.toThrow();
    const before = printed;
    writeFileSync(join(root, 'content/a.md'), 'late');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(printed).toBe(before);
  });
});
