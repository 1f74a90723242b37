import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { formatLimits } from '../limits/format-limits.ts';
import type { BenchRun } from '../measurements.ts';
import { formatMarkdown } from './format-table.ts';

/** Writes a run's table and the limits reckoned from it into a page, between the marks that it has for them. */
export async function writeResults(file: string, run: BenchRun): Promise<void> {
  const page = await readFile(file, 'utf8');
  const filled = putBetween(putBetween(page, 'results', formatMarkdown(run)), 'limits', formatLimits(run));
  const config = await resolveConfig(file);
  await writeFile(file, await format(filled, { ...config, filepath: file }));
}

/** Puts text between `<!-- name: begin -->` and `<!-- name: end -->`. Throws where a page has no such marks. An empty text changes nothing. */
export function putBetween(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [first, last] = [page.indexOf(begin), page.indexOf(end)];
  if (first < 0 || last < first) throw new Error(`The page has no marks for its ${name}.`);
  return text === '' ? page : `${page.slice(0, first + begin.length)}\n\n${text}\n\n${page.slice(last)}`;
}
