import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';
import type { SearchRecord } from '../model/page.ts';
import { listRecords } from './list-records.ts';
import { orderIndex } from './order-index.ts';
import { withPagefind, type OpenPagefind } from './open-pagefind.ts';

interface SearchIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The path that the site stands under: the index holds whole paths, so that a result's link needs nothing added. */
  readonly basePath: string;
  readonly outputDirectory: string;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
}

const folder = 'pagefind';

/**
 * Index stage: records in, the files that the search page reads out, under `pagefind/` in the output. The same
 * records in the same order give the same bytes. It answers with the files written, from the output's root.
 */
export async function buildSearchIndex({
  records,
  basePath,
  outputDirectory,
  language,
}: SearchIndexOptions): Promise<{ files: readonly string[] }> {
  // Pagefind makes an index for each language and searches only the one of the page. Ours are searched together.
  const forceLanguage = language.split('-')[0]!.toLowerCase();
  const indexFiles = await withPagefind({ forceLanguage }, async (open) => {
    // Records that are added at the same time get their numbers by chance, and so the files their names.
    for (const record of records) await addRecord(open, record, basePath, forceLanguage);
    const { files } = await open.ask('reading the files of the index', open.index.getFiles());
    const ordered = orderIndex(files.filter(({ path }) => isNeeded(path, forceLanguage, files)));
    return [...ordered, listRecords(ordered)];
  });
  return { files: await writeIndexFiles(indexFiles, outputDirectory) };
}

async function addRecord(
  { index, ask }: OpenPagefind,
  record: SearchRecord,
  basePath: string,
  language: string,
): Promise<void> {
  const url = basePath + record.address.replace(/^\//, '');
  const what = `adding ${record.address}`;
  if (record.kind === 'paper') {
    await ask(what, index.addHTMLFile({ url, content: record.html }));
  } else {
    const { content, meta, filters, sort } = record;
    const copies = Object.entries(filters).map(([name, values]): [string, string[]] => [name, [...values]]);
    await ask(
      what,
      index.addCustomRecord({ url, content, language, meta, filters: Object.fromEntries(copies), sort }),
    );
  }
}

/** The scripts that the search page loads. Pagefind also brings three interfaces of its own, and a highlighter. */
const scripts: ReadonlySet<string> = new Set(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']);

function isNeeded(path: string, language: string, files: readonly IndexFile[]): boolean {
  if (scripts.has(path)) return true;
  // The engine without stemming is for languages that have none of their own.
  if (path === 'wasm.unknown.pagefind')
    return !files.some((file) => file.path === `wasm.${language}.pagefind`);
  return /\.(pf_meta|pf_fragment|pf_index|pf_filter|pagefind)$/.test(path);
}

async function writeIndexFiles(
  indexFiles: readonly IndexFile[],
  outputDirectory: string,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { path, content } of indexFiles) {
    const file = `${folder}/${path}`;
    await mkdir(dirname(join(outputDirectory, file)), { recursive: true });
    // Never over a file that stands: two files of one name would be two fragments that one of them hides.
    await writeFile(join(outputDirectory, file), content, { flag: 'wx' });
    written.push(file);
  }
  return written.sort();
}
