import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planPublication } from '../../../src/publish.ts';
import { copyFixture, fixtureDate, readTree, type SiteFolders } from '../../support/build-fixture.ts';
import { exampleTexts, textsOf } from './support/example-exports.ts';

/** Every word of this kind stands in what is restricted, and nowhere else. */
const nonsense = /xoqu[a-z]*/gi;

describe('the exports and the search records of a site with restricted papers', () => {
  let folders: SiteFolders;
  let texts: ReadonlyMap<string, string>;
  const plan = async () => {
    const { plan: planned } = await planPublication({ ...folders, date: fixtureDate });
    const files = planned.files.filter(
      ({ file }) => /\.(?:xml|ics|json|csv|txt)$/.test(file) && !file.includes('/files/'),
    );
    const records = planned.searchRecords.map((record) => [record.address, JSON.stringify(record)] as const);
    return new Map([...textsOf(files), ...records]);
  };
  beforeAll(async () => {
    folders = await copyFixture('full');
    texts = await plan();
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  it('have no word, file name or date of what is restricted', () => {
    expect(texts.size).toBeGreaterThan(40);
    const found = [...texts].flatMap(([file, text]) =>
      [file, text.replace(/\r\n /g, '')].flatMap((each) =>
        (each.match(nonsense) ?? []).map((word) => `${file}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('do not change by one byte when what is restricted does', async () => {
    for (const [file, bytes] of readTree(folders.content)) {
      if (!file.endsWith('.md')) continue;
      const text = bytes.toString();
      const changed = text.replace(/xoqu[a-z]*/g, (word) => `zyvo${[...word].reverse().join('')}`);
      if (changed !== text) writeFileSync(join(folders.content, file), changed.replaceAll('zyvo', 'xoqu'));
    }
    expect(
      readFileSync(join(folders.content, 'nowhere-scrutiny/2024-03-14/b1-appendix-2-costs.md'), 'utf8'),
    ).toMatch(/xoqu[a-z]*uqox/);
    expect([...(await plan())]).toEqual([...texts]);
  });

  it('tell by no count how many restricted papers there are', async () => {
    const meeting = join(folders.content, 'nowhere-scrutiny/2024-03-14');
    const paper = readFileSync(join(meeting, 'd1-xoqufilename-pier.md'), 'utf8');
    for (const name of ['xoquone', 'xoqutwo', 'xoquthree'])
      writeFileSync(join(meeting, `d1-appendix-9-${name}.md`), paper);
    expect([...(await plan())]).toEqual([...texts]);
    rmSync(join(meeting, 'd1-xoqufilename-pier.md'));
    expect([...(await plan())]).toEqual([...texts]);
  });
});

describe('the exports', () => {
  it('are the same bytes for the same publication', () => {
    expect([...exampleTexts()]).toEqual([...exampleTexts()]);
  });
});

describe('the exports of the real papers', () => {
  it('have all 14 resolutions, in each form', async () => {
    const { plan } = await planPublication({
      content: 'content',
      data: 'data',
      output: '_site',
      date: '2026-01-01',
    });
    const texts = textsOf(plan.files.filter(({ file }) => /\.(?:xml|json|csv)$/.test(file)));
    const json = JSON.parse(texts.get('data/resolutions.json')!);
    expect(json.resolutions).toHaveLength(14);
    expect(texts.get('data/resolutions.csv')!.match(/^kent-community-safety-partnership\//gm)).toHaveLength(
      14,
    );
    expect(texts.get('resolutions/feed.xml')!.match(/<entry[ >]/g)).toHaveLength(14);
    const items: { resolutionText?: string; public: boolean }[] = JSON.parse(
      texts.get('data/oparl/agenda-items.json')!,
    ).data;
    const resolved = items.filter((item) => item.resolutionText !== undefined);
    expect(resolved).toHaveLength(14);
    expect(resolved.every((item) => item.public)).toBe(true);
  });
});
