import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicText } from '../../src/model/publication.ts';
import { indexSettings, type SearchDocument } from '../../src/opensearch/search-document.ts';
import { createCanary } from '../../src/publish/split-meeting-files.ts';
import { planPublication, type PlannedSite } from '../../src/publish.ts';
import { exportSearch } from '../../src/publish/export-search.ts';
import {
  copyFixture,
  fixtureDate,
  problemsOf,
  readTree,
  type SiteFolders,
} from '../support/build-fixture.ts';
import { argumentsFor, runCommand } from '../support/run-command.ts';

/** Every word of this kind stands in what is restricted, and nowhere else. */
const nonsense = /xoqu[a-z]*/i;

/** Of a restricted report of the fixture. */
const sentence =
  'The owner of the pier, Xoquowner Brine, owes the bank xoquowed thousand and would sell for a song.';
const key = new Uint8Array(32).fill(5);

let folders: SiteFolders;
let planned: PlannedSite;
beforeAll(async () => {
  folders = await copyFixture('full');
  planned = await planPublication({
    ...folders,
    output: join(folders.folder, 'export'),
    date: fixtureDate,
    key,
  });
  await exportSearch(planned, 5_000);
});
afterAll(() => rmSync(folders.folder, { recursive: true }));

const exported = () => readTree(planned.options.output);
const pieces = () => [...exported()].filter(([file]) => file.endsWith('.ndjson'));
const linesOf = (piece: Buffer) => piece.toString().split('\n').slice(0, -1);
const documents = (): SearchDocument[] =>
  pieces().flatMap(([, piece]) =>
    linesOf(piece).flatMap((line, index) => (index % 2 === 1 ? [JSON.parse(line)] : [])),
  );
const mapping = () => JSON.parse(exported().get('mapping.json')!.toString());

describe('the files for OpenSearch', () => {
  it('are the mapping, pieces in order, and the list of them', () => {
    const names = [...exported().keys()];
    expect(names.length).toBeGreaterThan(4);
    expect(names).toEqual([...pieces().map(([file]) => file), 'manifest.json', 'mapping.json']);
    expect(names.slice(0, 2)).toEqual(['bulk-0001.ndjson', 'bulk-0002.ndjson']);
  });

  it('have an action and its document in turn, each a line of JSON, the last ended too', () => {
    for (const [, piece] of pieces()) {
      expect(piece.toString().endsWith('\n')).toBe(true);
      const lines = linesOf(piece).map((line) => JSON.parse(line));
      expect(lines.length % 2).toBe(0);
      lines.forEach((line, index) => {
        if (index % 2 === 0) expect(line).toEqual({ index: { _id: lines[index + 1].id } });
      });
    }
  });

  it('have each public paper and resolution once, with its words', () => {
    const ids = documents().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const open = (name: string) =>
      JSON.parse(
        new TextDecoder().decode(planned.plan.files.find(({ file }) => file === `data/${name}.json`)!.bytes),
      )[name] as { id: string; url: string }[];
    const urls = new Set(documents().map(({ url }) => url));
    for (const record of [...open('papers'), ...open('resolutions')]) expect(urls).toContain(record.url);
    expect(documents().filter(({ kind }) => kind === 'resolution')).toHaveLength(open('resolutions').length);
    for (const { text, id } of documents()) expect(text, id).toMatch(/\S/);
  });

  it('have no word of what is restricted', () => {
    for (const [file, bytes] of exported()) expect(bytes.toString(), file).not.toMatch(nonsense);
  });

  it('have a mapping for every field of the documents, and refuse any other', () => {
    const { dynamic, properties } = mapping().mappings;
    expect(dynamic).toBe('strict');
    for (const document of documents())
      for (const field of Object.keys(document)) expect(properties, field).toHaveProperty([field]);
    expect(properties.date.type).toBe('date');
    for (const field of ['kind', 'body', 'item', 'outcomes']) expect(properties[field].type).toBe('keyword');
    const { analyzer } = mapping().settings.analysis;
    for (const name of [properties.text.analyzer, properties.text.search_analyzer])
      expect(analyzer).toHaveProperty([name]);
  });
});

describe('the glossary in the mapping', () => {
  it('has abbreviations as synonyms, with what parts words escaped', () => {
    expect(JSON.stringify(indexSettings([['ASB', 'Noise, litter => etc.']]))).toContain(
      JSON.stringify('ASB, Noise\\, litter =\\> etc.'),
    );
  });
});

describe('an export in which something withheld turns up', () => {
  const exportWith = (changed: Partial<PlannedSite>) =>
    problemsOf(() => exportSearch({ ...planned, ...changed }));
  const codes = async (changed: Partial<PlannedSite>) => [
    ...new Set((await exportWith(changed)).map(({ code }) => code)),
  ];

  it('stops at a planted word in a title, and leaves what stands there', async () => {
    const before = [...exported()];
    const canary = createCanary(key, 'nowhere-scrutiny/2024-03-14/0');
    const { publication } = planned;
    const bodies = publication.bodies.map((body) => ({
      ...body,
      title: `${body.title} ${canary}` as PublicText,
    }));
    expect(await codes({ publication: { ...publication, bodies } })).toContain('audit-canary');
    expect([...exported()]).toEqual(before);
    expect(existsSync(`${planned.options.output}.lock`)).toBe(false);
  });

  it('stops at a withheld passage in the glossary', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify([['ABC', sentence]]));
    const files = planned.plan.files.map((file) =>
      file.file === 'assets/search-glossary.json' ? { ...file, bytes } : file,
    );
    expect(await codes({ plan: { ...planned.plan, files } })).toContain('audit-words');
  });
});

describe('the folder of the export', () => {
  it('is never that of a site', async () => {
    const site = join(folders.folder, 'standing');
    mkdirSync(site);
    writeFileSync(join(site, 'manifest.json'), '{\n  "format": "minutebook-manifest-1",\n  "files": []\n}\n');
    const problems = await problemsOf(() =>
      exportSearch({ ...planned, options: { ...planned.options, output: site } }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['output-not-ours']);
    expect([...readTree(site).keys()]).toEqual(['manifest.json']);
  });
});

describe('npm run export-search', () => {
  it('writes the files, and says how to load them', async () => {
    const output = join(folders.folder, 'by-command');
    const { status, printed } = await runCommand('export-search', argumentsFor({ ...folders, output }));
    expect(status).toBe(0);
    expect(printed).toMatch(/^\d+ documents in 1 file,/);
    expect(printed).toContain('--data-binary @mapping.json');
    expect(existsSync(join(output, 'bulk-0001.ndjson'))).toBe(true);
  });
});
