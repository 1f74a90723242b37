import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../src/command-line/explain-failure.ts';
import type { Page } from '../../src/model/page.ts';
import { createLiveSite } from '../../src/publish/live-site.ts';
import { publish, type PlannedSite } from '../../src/publish.ts';
import type * as renderer from '../../src/render/create-page-renderer.ts';
import { startSite, type StartedSite } from '../../src/serve/start-site.ts';
import { dayOf, writeSite, type EditedSite } from '../cache/edits.ts';
import { readTree } from '../support/build-fixture.ts';

/** What a fault of the program puts into every page. */
let leak = '';
vi.mock('../../src/render/create-page-renderer.ts', async (importOriginal) => {
  const original = await importOriginal<typeof renderer>();
  return {
    createPageRenderer: (directory: string) => {
      const render = original.createPageRenderer(directory);
      return async (page: Page) => (await render(page)).replace('</main>', `<p>${leak}</p></main>`);
    },
  };
});

const report = 'harbour-board/2024-01-09/b1-pier';

let folder: string;
let site: EditedSite;
let output: string;
let printed: string;
let started: StartedSite;
/** Builds beside the server wait for this. */
let openGate: () => void;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-newest-'));
  site = writeSite(folder);
  output = join(folder, '_site');
  printed = '';
  leak = '';
  // More than one English word, so that it stands for a passage; only this report has it.
  write(report, (text) => text.replace('The pier was painted', 'Wexcombe Lanyard painted the pier'));
  let gate = new Promise<void>((resolve) => (openGate = resolve));
  started = await startSite({
    build: async () => {
      const planned = await build();
      return { basePath: '/', summary: 'Published.\n', live: createLiveSite(planned) };
    },
    buildApart: (say) => ({
      finished: gate
        .then(build)
        .then(() => true)
        .catch((error: unknown) => {
          say(explainFailure(error));
          return false;
        })
        .finally(() => {
          gate = new Promise<void>((resolve) => (openGate = resolve));
        }),
      stop: () => openGate(),
    }),
    explainFailure,
    content: site.content,
    outputDirectory: output,
    watched: [site.content, site.data],
    port: 0,
    write: (text) => (printed += text),
  });
});
afterEach(async () => {
  openGate();
  await started.close();
  rmSync(folder, { recursive: true, force: true });
});

function build(): Promise<PlannedSite> {
  const { content, data, templates } = site;
  return publish({ content, data, templates, output, date: dayOf(site), cache: join(folder, 'cache') });
}

function fileOf(paper: string): string {
  return join(site.content, `${paper}.md`);
}

function write(paper: string, change: (text: string) => string): void {
  writeFileSync(fileOf(paper), change(readFileSync(fileOf(paper), 'utf8')));
}

function add(paper: string, text: string): void {
  mkdirSync(dirname(fileOf(paper)), { recursive: true });
  writeFileSync(fileOf(paper), text);
}

async function get(address: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(new URL(address, started.url()));
  return { status: response.status, text: await response.text() };
}

async function untilPrinted(words: string | RegExp): Promise<void> {
  await vi.waitFor(() => expect(printed).toMatch(words), 20_000);
}

/** Everything that the server gives at the addresses of the files that stand. */
async function everything(): Promise<
  ReadonlyMap<string, { readonly status: number; readonly text: string }>
> {
  const answers = new Map<string, { readonly status: number; readonly text: string }>();
  for (const file of readTree(output).keys()) {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    answers.set(address, await get(address));
  }
  return answers;
}

describe('npm start, when a paper is saved', () => {
  it('shows its page before the site is built, says what follows, and what it shows is what the build writes', async () => {
    write(report, (text) => `${text}\nIt is now red.\n`);
    await untilPrinted('/harbour-board/2024-01-09/ is up to date; lists and search follow.\n');
    expect(printed.match(/Built/g)).toHaveLength(1);
    const pages = await Promise.all(
      ['', 'b1-pier/', 'pack/'].map((page) => get(`harbour-board/2024-01-09/${page}`)),
    );
    expect(pages[1]!.text).toContain('It is now red.');
    expect(pages[2]!.text).toContain('It is now red.');
    openGate();
    await vi.waitFor(() => expect(printed.match(/Built/g)).toHaveLength(2), 20_000);
    const written = ['', 'b1-pier/', 'pack/'].map((page) =>
      readFileSync(join(output, `harbour-board/2024-01-09/${page}index.html`), 'utf8'),
    );
    expect(pages.map(({ text }) => text)).toEqual(written);
  });

  it('keeps showing what was saved while the site was being built', async () => {
    write(report, (text) => `${text}\nIt is now red.\n`);
    await untilPrinted('is up to date');
    await new Promise((resolve) => setTimeout(resolve, 400));
    write(report, (text) => `${text}\nIt is now green.\n`);
    await vi.waitFor(() => expect(printed.match(/is up to date/g)).toHaveLength(2), 20_000);
    openGate();
    await vi.waitFor(() => expect(printed.match(/Built/g)!.length).toBeGreaterThan(1), 20_000);
    expect((await get(`/${report}/`)).text).toContain('It is now green.');
  });

  it('has a page for a paper and a meeting that are new, and none for those that are gone', async () => {
    const text = readFileSync(fileOf(report), 'utf8').replace('[paths](b2-paths.md)', 'paths');
    add('harbour-board/2024-02-20/b1-quay', text);
    rmSync(fileOf('parish-council/2024-02-13/b1-pier'));
    await untilPrinted('/harbour-board/2024-02-20/ is up to date');
    await untilPrinted('/parish-council/2024-02-13/ is up to date');
    expect((await get('/harbour-board/2024-02-20/b1-quay')).text).toContain('Wexcombe');
    expect((await get('/parish-council/2024-02-13/b1-pier/')).status).toBe(404);
    expect((await get('/parish-council/2024-02-13/b1-pier')).status).toBe(404);
  });

  it('gives no word of a paper that is restricted now, at any address, until the site is built', async () => {
    expect([...(await everything()).values()].some(({ text }) => text.includes('Wexcombe'))).toBe(true);
    write(report, (text) => text.replace('restricted: false', 'restricted: true'));
    await untilPrinted('/harbour-board/2024-01-09/ is up to date');
    expect((await get(`/${report}/`)).status).toBe(404);
    expect((await get('/harbour-board/2024-01-09/pack/')).status).toBe(200);
    const before = await everything();
    for (const [address, { text }] of before) expect(text, address).not.toMatch(/Wexcombe|Lanyard/);
    const heldBack = [...before].filter(([, { status }]) => status === 503);
    expect(heldBack.map(([address]) => address).join(' ')).toContain('/pagefind');
    expect(heldBack[0]![1].text).toContain('This page is being made again');
    expect((await get('/harbour-board/2024-02-13/')).status).toBe(200);
    openGate();
    await vi.waitFor(() => expect(printed.match(/Built/g)).toHaveLength(2), 20_000);
    for (const [address, { status, text }] of await everything()) {
      expect(status, address).toBe(200);
      expect(text, address).not.toMatch(/Wexcombe|Lanyard/);
    }
  });

  it('shows nothing of a meeting whose agenda is restricted now', async () => {
    for (const name of readdirSync(join(site.content, 'parish-council/2024-02-13')))
      write(`parish-council/2024-02-13/${name.replace('.md', '')}`, (text) =>
        text.replace('restricted: false', 'restricted: true'),
      );
    await untilPrinted('/parish-council/2024-02-13/ is no longer shown; lists and search follow.');
    for (const page of ['', 'minutes/', 'pack/', 'b2-paths/'])
      expect((await get(`/parish-council/2024-02-13/${page}`)).status, page).toBe(404);
  });

  it('prints at once what is wrong with a paper, builds nothing, and shows the last good page', async () => {
    write(report, (text) => text.replace('restricted: false', 'restricted: perhaps'));
    await untilPrinted('The site was not built. What is served is the last one that could be.');
    expect(printed).toContain(`content/${report}.md:3:`);
    expect(printed).toMatch(/\[restricted-/);
    expect((await get(`/${report}/`)).text).toContain('Wexcombe');
    write(report, (text) =>
      text.replace('restricted: perhaps', 'restricted: false').replace('Wexcombe', 'Wexford'),
    );
    await untilPrinted('is up to date');
    expect((await get(`/${report}/`)).text).toContain('Wexford');
    openGate();
    await untilPrinted('Mended: the site is built again');
  });

  it('does not show a page that holds a withheld passage, though the paper be in order, and the build says why', async () => {
    leak = 'Quentin Flabberworth 0 owes rent.';
    write(report, (text) => `${text}\nIt is now red.\n`);
    await untilPrinted('/harbour-board/2024-01-09/ follows with the whole site.\n');
    expect((await get(`/${report}/`)).text).not.toMatch(/Flabberworth|now red/);
    openGate();
    await untilPrinted('audit-word');
    expect((await get(`/${report}/`)).text).not.toMatch(/Flabberworth|now red/);
  });

  it('does not show a meeting with a passage that can be read in a withheld paper', async () => {
    const passage =
      'Seven lobster pots were lost beside the northern jetty during that unusually stormy Wednesday night last winter.';
    write('parish-council/2024-02-13/d1-lease', (text) => `${text}\n${passage}\n`);
    await untilPrinted('/parish-council/2024-02-13/ is up to date');
    write(report, (text) => `${text}\n${passage}\n`);
    await untilPrinted('/harbour-board/2024-01-09/ follows with the whole site.\n');
    expect((await get(`/${report}/`)).text).not.toContain('lobster');
  });

  it('leaves a change outside of the meetings to the build of the whole site', async () => {
    const index = join(site.content, 'harbour-board/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('It meets.', 'It meets on Mondays.'));
    await vi.waitFor(() => expect(printed.match(/Built/g)).toHaveLength(2), 20_000);
    expect((await get('/harbour-board/')).text).toContain('on Mondays');
    expect(printed).not.toContain('up to date');
    write(report, (text) => `${text}\nIt is now red.\n`);
    await untilPrinted('is up to date');
    expect((await get(`/${report}/`)).text).toContain('It is now red.');
  });
});
