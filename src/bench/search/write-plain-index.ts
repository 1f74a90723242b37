import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPagefind } from '../../index/open-pagefind.ts';
import type { SearchRecord } from '../../model/page.ts';

/** What the plain index is searched with: Pagefind's own script, nothing added, ten results read as its interface reads them. */
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plain index</title><link rel="icon" href="data:,"></head>
<body><ol id="search-results"></ol>
<script type="module">
  const asked = new URLSearchParams(location.search);
  const pagefind = await import('/pagefind/pagefind.js');
  const kind = asked.get('kind');
  const found = await pagefind.search(asked.get('q'), kind ? { filters: { type: kind } } : {});
  const results = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  for (const { url, meta } of results) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = url;
    link.textContent = meta.title;
    item.append(link);
    document.querySelector('#search-results').append(item);
  }
</script></body></html>
`;

/** Writes one single Pagefind index over the records of a site, made by Pagefind's own interface, and a page that searches it. */
export async function writePlainIndex(
  records: readonly SearchRecord[],
  language: string,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
  await withPagefind({ forceLanguage: language }, async ({ index, ask }) => {
    for (const record of records) {
      const added =
        record.kind === 'paper'
          ? index.addHTMLFile({ url: record.address, content: record.html })
          : index.addCustomRecord({
              ...{ url: record.address, content: record.content, language, meta: record.meta },
              filters: Object.fromEntries(
                Object.entries(record.filters).map(([name, values]) => [name, [...values]]),
              ),
              sort: record.sort,
            });
      await ask(`adding ${record.address}`, added);
    }
    await ask('writing the plain index', index.writeFiles({ outputPath: join(folder, 'pagefind') }));
  });
}
