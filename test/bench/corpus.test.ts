import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusDate, writeCorpus } from '../../src/bench/corpus/write-corpus.ts';
import { writeCorpusData } from '../../src/bench/corpus/write-corpus-data.ts';
import { compareFolders } from '../../src/bench/measure/compare-folders.ts';
import { listFiles } from '../../src/bench/measure/measure-folder.ts';
import { correctPaper, listCorrectable } from '../../src/bench/ours/correctable-papers.ts';
import { publish } from '../../src/publish.ts';

let folder: string;
let content: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-corpus-'));
  content = join(folder, 'content');
  data = join(folder, 'data');
  writeCorpus({ realContent: 'content', content, papers: 30 });
  writeCorpusData({ realData: 'data', data });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a corpus is the same on every run', () => {
  const again = join(folder, 'again');
  writeCorpus({ realContent: 'content', content: again, papers: 30 });
  expect(compareFolders(content, again)).toEqual([]);
});

test('a corpus has about as many papers as it was asked for, of the size of a real report', () => {
  const papers = listFiles(content).filter((file) => !file.endsWith('index.md'));
  expect(papers.length).toBeGreaterThan(25);
  expect(papers.length).toBeLessThan(40);
  const reports = listCorrectable(content).map(({ file }) => readFileSync(file).length);
  const mean = reports.reduce((sum, bytes) => sum + bytes, 0) / reports.length;
  expect(mean).toBeGreaterThan(7000);
  expect(mean).toBeLessThan(9500);
});

test('a corpus reaches into its current year, and has older years', () => {
  const dates = listCorrectable(content).map(({ date }) => date);
  expect(dates.at(-1)?.slice(0, 4)).toBe(corpusDate.slice(0, 4));
  expect(dates[0]! < '2015').toBe(true);
  expect(dates.every((date) => date <= corpusDate)).toBe(true);
});

test('a corpus is published without a problem, with its restricted items withheld', async () => {
  const output = join(folder, 'site', '_site');
  const { withheld, plan } = await publish({ content, data, output, date: corpusDate });
  expect(withheld.notes.length).toBeGreaterThan(0);
  const addresses = new Set(plan.pages.map(({ address }) => address));
  expect(listCorrectable(content).filter(({ address }) => !addresses.has(address))).toEqual([]);
});

test('a correction changes one paper and can be taken back', () => {
  const before = join(folder, 'before');
  writeCorpus({ realContent: 'content', content: before, papers: 30 });
  const paper = listCorrectable(content)[0]!;
  const putBack = correctPaper(paper, 'rechecked');
  expect(readFileSync(paper.file, 'utf8')).toContain('rechecked');
  expect(compareFolders(content, before).map((file) => join(content, file))).toEqual([paper.file]);
  putBack();
  expect(compareFolders(content, before)).toEqual([]);
});
