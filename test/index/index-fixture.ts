import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SearchRecord } from '../../src/model/page.ts';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';

/** A paper as the assemble stage hands it over: meta and filters as attributes, sections with ids. */
export function makePaper(
  address: string,
  title: string,
  text: string,
  { body = 'Parish Council', type = 'report', date = '2021-11-18' } = {},
): SearchRecord {
  const html = `<!doctype html><html lang="en-GB"><body><main data-pagefind-body>
<div data-pagefind-filter="body:${body}" data-pagefind-meta="body:${body}"></div>
<div data-pagefind-filter="type:${type}" data-pagefind-meta="date:${date}"></div>
<div data-pagefind-filter="year:${date.slice(0, 4)}"></div>
<div data-pagefind-filter="date:${date}"></div>
<span data-pagefind-sort="date:${date}"></span>
<h1>${title}</h1><p>Introduction.</p>${text}</main></body></html>`;
  return { kind: 'paper', address, date, html };
}

/** A resolution as the assemble stage hands it over. */
export function makeResolution(
  address: string,
  text: string,
  { title = 'Resolution', body = 'Parish Council', date = '2021-11-18', item = 'B3' } = {},
): SearchRecord {
  return {
    kind: 'resolution',
    address,
    content: `${title}. ${text}`,
    language: 'en-GB',
    meta: { title, body, date, item, text },
    filters: { body: [body], type: ['resolution'], year: [date.slice(0, 4)], date: [date], item: [item] },
    sort: { date },
  };
}

/** Builds an index into a fresh folder. */
export async function indexFixture(
  records: readonly SearchRecord[],
  { basePath = '/', language = 'en-GB', date = '2026-11-20' } = {},
): Promise<{ directory: string; files: readonly string[] }> {
  const directory = mkdtempSync(join(tmpdir(), 'minutebook-index-'));
  const { files } = await buildSearchIndex({
    ...{ records, basePath, language, date },
    writeFile: createOutputFiles(directory).write,
  });
  return { directory, files };
}

/** Every file under a folder by its path in it, unzipped where it is zipped. */
export function readUnzipped(directory: string): { [file: string]: string } {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => {
        const bytes = readFileSync(path);
        return [
          path.slice(directory.length + 1),
          (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1'),
        ];
      }),
  );
}
