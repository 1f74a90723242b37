import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, copyFixture, readTree, realSite, type SiteFolders } from '../support/build-fixture.ts';
import { readPage, type ReadPage } from '../support/read-page.ts';

interface Built {
  readonly folders: SiteFolders;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly pages: ReadonlyMap<string, ReadPage>;
}

async function build(folders: SiteFolders, date?: string): Promise<Built> {
  expect(await buildSite(folders, date)).toEqual([]);
  const files = readTree(folders.output);
  const html = [...files].filter(([file]) => file.endsWith('.html'));
  return { folders, files, pages: new Map(html.map(([file, bytes]) => [file, readPage(bytes.toString())])) };
}

describe.each([
  ['the fixture', '/'],
  ['the fixture under a path', '/meetings/'],
  ['the papers of Kent', '/'],
])('every page of %s', (name, basePath) => {
  let built: Built;
  beforeAll(async () => {
    const folders = name === 'the papers of Kent' ? realSite() : await copyFixture('full');
    if (basePath === '/') {
      built = await build(folders);
      return;
    }
    const settings = join(folders.data, 'site.yaml');
    const text = readFileSync(settings, 'utf8');
    writeFileSync(settings, text.replace(/^url: .*$/m, `url: https://example.org${basePath}`));
    built = await build(folders);
  });
  afterAll(() => rmSync(built.folders.folder, { recursive: true }));

  it('has one first heading, a language, and no id twice', () => {
    expect(built.pages.size).toBeGreaterThan(10);
    for (const [file, { headings, language, ids }] of built.pages) {
      expect({ file, headings: headings.length, language }).toEqual({ file, headings: 1, language: 'en-GB' });
      expect({ file, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({
        file,
        twice: [],
      });
    }
  });

  it('has no script, style or handler of its own, which the security policy would stop', () => {
    for (const [file, { forbidden }] of built.pages)
      expect({ file, forbidden }).toEqual({ file, forbidden: [] });
  });

  it('links only to what is there, anchors included, and every link within the site begins with its path', () => {
    const dead: string[] = [];
    let checked = 0;
    for (const [file, page] of built.pages) {
      const own = `https://site.test${basePath}${file.replace(/(^|\/)index\.html$/, '$1')}`;
      for (const link of page.links) {
        const url = new URL(link, own);
        if (url.origin !== 'https://site.test') continue;
        checked += 1;
        if (!url.pathname.startsWith(basePath)) dead.push(`${file}: ${link} is outside of ${basePath}`);
        else if (!leadsSomewhere(url)) dead.push(`${file}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });

  it('is what the search index leads to', () => {
    const addresses = [...built.files]
      .filter(([file]) => file.endsWith('.pf_fragment'))
      .map(([, bytes]) => addressOf(bytes));
    expect(addresses.length).toBeGreaterThan(5);
    const dead = addresses.filter(
      (address) => !address.startsWith(basePath) || !leadsSomewhere(new URL(address, 'https://site.test')),
    );
    expect(dead).toEqual([]);
  });

  function leadsSomewhere(url: URL): boolean {
    const path = decodeURIComponent(url.pathname.slice(basePath.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!built.files.has(file)) return false;
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || id === 'top' || built.pages.get(file)?.ids.includes(id) === true;
  }
});

/** The address in a fragment of the search index: JSON, packed, behind a mark. */
function addressOf(bytes: Buffer): string {
  const text = gunzipSync(bytes).toString();
  return JSON.parse(text.slice(text.indexOf('{'))).url;
}
