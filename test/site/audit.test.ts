import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import {
  abandonPublication,
  finishPublication,
  preparePublication,
  templatesDirectory,
  type PreparedSite,
} from '../../src/publish.ts';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { inspectEarly, type InspectedEarly } from '../../src/publish/inspect-early.ts';
import { openInspector } from '../../src/publish/open-inspector.ts';
import { renderPages } from '../../src/render/render-pages.ts';
import {
  buildSite,
  digestTree,
  copyFixture,
  fixtureDate,
  problemsOf,
  readTree,
  standingBeside,
  useFixture,
  type SiteFolders,
} from '../support/build-fixture.ts';
import { everyForm } from '../support/every-form.ts';

const secret =
  'The owner of the pier, Xoquowner Brine, owes the bank xoquowed thousand and would sell for a song.';
const report = 'nowhere-scrutiny/2024-03-14/b1-harbour-lights/index.html';

/** Builds up to the rendered pages, changes them, and goes on: what comes after rendering has to notice. */
async function buildWithLeak(
  folders: SiteFolders,
  plant: (directory: string) => void,
  change: (prepared: PreparedSite) => PreparedSite = (prepared) => prepared,
): Promise<readonly Problem[]> {
  const prepared = change(await preparePublication({ ...folders, date: fixtureDate }));
  const { plan, outputDirectory } = prepared;
  try {
    await renderPages({ pages: plan.pages, outputDirectory, templatesDirectory });
    plant(outputDirectory);
    return await problemsOf(() => finishPublication(prepared));
  } finally {
    await abandonPublication(prepared);
  }
}

describe('the audit of a build', () => {
  let folders: SiteFolders;
  let before: ReturnType<typeof digestTree>;
  beforeAll(async () => {
    folders = await copyFixture('full');
    expect(await buildSite(folders)).toEqual([]);
    before = digestTree(folders.output);
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  const restricted = (): string =>
    join(folders.content, 'nowhere-scrutiny/2024-03-14/files/xoquvaluation.pdf');
  const append = (directory: string, text: string): void => appendFileSync(join(directory, report), text);
  const put = (directory: string, file: string, bytes: string | Uint8Array): void => {
    mkdirSync(join(directory, file, '..'), { recursive: true });
    writeFileSync(join(directory, file), bytes);
  };

  const leaks: readonly (readonly [string, string, (directory: string) => void])[] = [
    ['a sentence in a page', 'audit-words', (site) => append(site, `<p>${secret}</p>`)],
    ['one word in a page', 'audit-word', (site) => append(site, '<p>About Xoquowner.</p>')],
    ['a sentence in a comment of a page', 'audit-words', (site) => append(site, `<!-- ${secret} -->`)],
    [
      'a sentence in a description',
      'audit-words',
      (site) => append(site, `<meta name="description" content="${secret}">`),
    ],
    ['a sentence broken by tags', 'audit-words', (site) => append(site, secret.replaceAll(' ', '</b> <b>'))],
    ['a word written with entities', 'audit-word', (site) => append(site, '&#88;oqu&#111;wner')],
    ['a sentence in base64', 'audit-words', (site) => append(site, Buffer.from(secret).toString('base64'))],
    ['a packed page', 'audit-words', (site) => put(site, 'leak.html.gz', gzipSync(secret))],
    ['a title that the agenda hides', 'audit-word', (site) => append(site, '<p>Xoquhidden Xoqustaffing</p>')],
    ['a cut passage', 'audit-word', (site) => append(site, '<p>xoqupounds</p>')],
    [
      'a restricted attachment under another name',
      'audit-attachment',
      (site) => put(site, 'plan.pdf', readFileSync(restricted())),
    ],
    [
      'the name of a restricted paper',
      'audit-name',
      (site) => append(site, '<a href="d1-xoqufilename-pier/">D1</a>'),
    ],
    [
      'a file named like a restricted paper',
      'audit-name',
      (site) => put(site, 'd1-xoqufilename-pier/index.html', 'a page'),
    ],
    ['a file that nothing asks for', 'audit-unexpected-file', (site) => put(site, 'page.html', 'a page')],
    ['a paper as it was written', 'audit-source-file', (site) => put(site, 'paper.md', 'text')],
    ['a hidden file', 'audit-hidden-file', (site) => put(site, '.DS_Store', 'x')],
    ['a link out of the site', 'audit-link', (site) => symlinkSync(folders.content, join(site, 'papers'))],
    ['a page that went missing', 'audit-missing-file', (site) => rmSync(join(site, 'search/index.html'))],
  ];

  it.each(leaks)('refuses %s (%s), and tells no word of it', async (_what, code, plant) => {
    const problems = await buildWithLeak(folders, plant);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expectNothingTold(problems);
    expect(digestTree(folders.output)).toEqual(before);
    expect(standingBeside(folders)).toEqual(['_site.ledger']);
  });

  const moments: readonly (readonly [
    string,
    (plant: (keepsLook?: 'keeps size and time') => void, inspect: () => Promise<void>) => Promise<void>,
  ])[] = [
    [
      'before it was looked through early',
      async (plant, inspect) => {
        plant();
        await inspect();
      },
    ],
    [
      'after it was looked through early',
      async (plant, inspect) => {
        await inspect();
        plant();
      },
    ],
    [
      'after it was looked through early, with its size and time as they were',
      async (plant, inspect) => {
        await inspect();
        plant('keeps size and time');
      },
    ],
  ];

  const whoLooks = moments.flatMap(([when, inTurn]) =>
    (['with many others', 'with a few others'] as const).map((how) => [how, when, inTurn] as const),
  );

  it.each(whoLooks)('refuses a sentence written to a page %s %s', async (how, _when, inTurn) => {
    const site = await preparePublication({ ...folders, date: fixtureDate });
    const inspector = how === 'with many others' ? undefined : openInspector(site);
    const prepared = { ...site, inspector };
    const { plan, outputDirectory } = prepared;
    try {
      await renderPages({ pages: plan.pages, outputDirectory, templatesDirectory });
      let early: InspectedEarly | undefined;
      const inspect = async (): Promise<void> => {
        // The clock of the disk has to go on, or a later change might not show.
        await new Promise((resolve) => setTimeout(resolve, 50));
        const least = inspector === undefined ? 0 : Infinity;
        early = await inspectEarly(prepared, plan.pages, Promise.resolve(), least);
      };
      const plant = (keepsLook?: string): void => {
        const path = join(outputDirectory, report);
        if (keepsLook === undefined) return append(outputDirectory, `<p>${secret}</p>`);
        const { atime, mtime } = statSync(path);
        const bytes = readFileSync(path);
        bytes.write(`<p>${secret}</p>`, bytes.length >> 1);
        writeFileSync(path, bytes);
        utimesSync(path, atime, mtime);
      };
      await inTurn(plant, inspect);
      expect([...early!.read.keys()].sort()).toEqual(plan.pages.map(({ file }) => file).sort());
      const problems = await problemsOf(() =>
        finishPublication({ ...prepared, early: Promise.resolve(early!) }),
      );
      expect(problems.map((problem) => problem.code)).toContain('audit-words');
      expectNothingTold(problems);
      expect(digestTree(folders.output)).toEqual(before);
    } finally {
      await inspector?.close();
      await abandonPublication(prepared);
    }
  });

  it('looks early through what comes after the pages too, and refuses what is written to it later', async () => {
    const prepared = await preparePublication({ ...folders, date: fixtureDate });
    const { plan, outputDirectory } = prepared;
    try {
      await renderPages({ pages: plan.pages, outputDirectory, templatesDirectory });
      let end: () => void = () => undefined;
      const others = new Promise<void>((resolve) => (end = resolve));
      const names = Array.from(
        { length: 600 },
        (_, number) => `pagefind/current/fragment/${number}.pf_fragment`,
      );
      // It is asked once of each file that has not been looked through: of pages, then of these, then of the last one.
      let asked = 0;
      const files = createOutputFiles(outputDirectory, [{ file: 'old.html', sha256: '', bytes: 5 }]);
      put(outputDirectory, 'old.html', 'a page');
      const isCarried = (file: string): boolean => {
        if (file === 'old.html') return files.isCarried(file);
        asked += 1;
        if (asked === plan.pages.length + 1) put(outputDirectory, 'last.html', 'a page');
        if (asked > plan.pages.length + names.length) end();
        return files.isCarried(file);
      };
      const inspecting = inspectEarly({ ...prepared, files: { ...files, isCarried } }, plan.pages, others, 0);
      for (const name of names) put(outputDirectory, name, `fragment ${name}`);
      const early = await inspecting;
      expect([...early.read.keys()]).toEqual(expect.arrayContaining(names));
      expect(early.read.has('old.html')).toBe(false);
      put(outputDirectory, names[0]!, secret);
      const problems = await problemsOf(() =>
        finishPublication({ ...prepared, early: Promise.resolve(early) }),
      );
      expect(problems.map((problem) => problem.code)).toContain('audit-words');
      expectNothingTold(problems);
    } finally {
      await abandonPublication(prepared);
    }
  });

  it('refuses a sentence in the search index', async () => {
    const problems = await buildWithLeak(
      folders,
      () => undefined,
      (prepared) => {
        const [first, ...others] = prepared.plan.searchRecords;
        const html = `<html lang="en"><body data-pagefind-body><h1>A page</h1><p>${secret}</p></body></html>`;
        const record = { kind: 'paper', address: first!.address, date: '2024-04-02', html } as const;
        return { ...prepared, plan: { ...prepared.plan, searchRecords: [record, ...others] } };
      },
    );
    expect(problems.some(({ what }) => /pagefind\/[a-z]+\/fragment\//.test(what))).toBe(true);
    expectNothingTold(problems);
    expect(digestTree(folders.output)).toEqual(before);
  });

  it('refuses a sentence in a style sheet', async () => {
    const problems = await buildWithLeak(
      folders,
      () => undefined,
      (prepared) => {
        const [first, ...others] = prepared.plan.files;
        const file = { ...first!, bytes: Buffer.from(`/* ${secret} */`) };
        return { ...prepared, plan: { ...prepared.plan, files: [file, ...others] } };
      },
    );
    expect(problems.map((problem) => problem.code)).toContain('audit-words');
    expectNothingTold(problems);
  });
});

/** Files are named, for the officer who must look into them; nothing else of what is withheld stands in a message. */
function expectNothingTold(problems: readonly Problem[]): void {
  const told = problems.map(({ what, instead }) => `${what} ${instead}`).join('\n');
  expect(told).not.toMatch(/xoqu(?!filename|valuation)/i);
}

describe('what was published before', () => {
  it('does not survive in a new site: a page, its search records, a stray file', async () => {
    const folders = await useFixture('plain');
    const pond = join(folders.content, 'little-testing/2024-04-02/pond.md');
    const bench = join(folders.content, 'little-testing/2024-04-02/bench.md');
    writeFileSync(
      bench,
      '---\ntitle: The new bench\nrestricted: false\n---\n\nIt was given by Quentin Ramshackle.\n',
    );
    expect(await buildSite(folders)).toEqual([]);
    const page = 'little-testing/2024-04-02/bench/index.html';
    expect(readTree(folders.output).has(page)).toBe(true);
    expect(filesWith(folders, 'Ramshackle').some((file) => file.endsWith('.pf_fragment'))).toBe(true);
    writeFileSync(join(folders.output, 'stray.html'), 'stray');
    writeFileSync(bench, readFileSync(bench, 'utf8').replace('restricted: false', 'restricted: true'));
    expect(await buildSite(folders)).toEqual([]);
    expect(readTree(folders.output).has(page)).toBe(false);
    expect(existsSync(join(folders.output, 'stray.html'))).toBe(false);
    expect(filesWith(folders, 'Ramshackle')).toEqual([]);
    rmSync(bench);
    writeFileSync(pond, readFileSync(pond, 'utf8').replace('nine ducks', 'ten ducks'));
    expect(await buildSite(folders)).toEqual([]);
    expect(filesWith(folders, 'nine ducks')).toEqual([]);
    expect(filesWith(folders, 'ten ducks').length).toBeGreaterThan(0);
  });

  it('is told first where it holds what this build found: the site that stands must be taken down', async () => {
    const folders = await useFixture('plain');
    const hedge = join(folders.content, 'little-testing/2024-04-02/hedge.md');
    const text = readFileSync(hedge, 'utf8');
    writeFileSync(hedge, text.replace('restricted: true', 'restricted: false'));
    expect(await buildSite(folders)).toEqual([]);
    const before = digestTree(folders.output);
    writeFileSync(hedge, text);
    const problems = await buildWithLeak(folders, (site) =>
      appendFileSync(join(site, 'little-testing/2024-04-02/pond/index.html'), '<p>Gulliver Wobblethorpe</p>'),
    );
    expect(problems[0]).toMatchObject({ code: 'audit-already-public', file: folders.output });
    expect(problems[0]!.instead).toContain('Take that site down at once');
    expect(problems.map(({ what, instead }) => what + instead).join()).not.toContain('Wobblethorpe');
    expect(digestTree(folders.output)).toEqual(before);
  });

  it('is not blamed for what only the new build holds', async () => {
    const folders = await useFixture('plain');
    expect(await buildSite(folders)).toEqual([]);
    const problems = await buildWithLeak(folders, (site) =>
      appendFileSync(join(site, 'little-testing/2024-04-02/pond/index.html'), '<p>Gulliver Wobblethorpe</p>'),
    );
    expect(problems.map(({ code }) => code)).not.toContain('audit-already-public');
    expect(problems.length).toBeGreaterThan(0);
  });
});

function filesWith({ output }: SiteFolders, words: string): readonly string[] {
  return [...readTree(output)]
    .filter(([, bytes]) => everyForm(bytes).some((text) => text.includes(words)))
    .map(([file]) => file);
}
