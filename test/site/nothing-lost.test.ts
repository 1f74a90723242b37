import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, readTree, realSite, type SiteFolders } from '../support/build-fixture.ts';
import { readPage } from '../support/read-page.ts';

/*
 * From the content side: everything that may be published is looked for in the pages. What is read here is read by
 * lines and patterns, simpler than the generator reads it and sharing nothing with it.
 */

const root = 'content';

describe('the site of the Kent Community Safety Partnership', () => {
  let folders: SiteFolders;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    folders = realSite();
    expect(await buildSite(folders, '2026-01-01')).toEqual([]);
    for (const [file, bytes] of readTree(folders.output)) {
      if (file.endsWith('.html')) pages.set(file, readPage(bytes.toString()).text);
    }
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  const papers = papersOf(root);

  it('comes from every paper that is held', () => {
    expect(papers.map(({ file }) => file)).toHaveLength(11);
    expect(papers.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(500);
  });

  it.each(papers.map(({ file, blocks, page }) => [file, page, blocks] as const))(
    'has every paragraph, heading, list item, table cell and field of %s on its page',
    (_file, page, blocks) => {
      const text = bare(pages.get(page) ?? '');
      expect(blocks.filter((block) => !text.includes(bare(block)))).toEqual([]);
    },
  );

  it('has every paper on the page of its pack, and every resolution in the register', () => {
    const packs = [...pages]
      .filter(([file]) => file.endsWith('/pack/index.html'))
      .map(([, text]) => bare(text))
      .join();
    for (const { file, blocks } of papers) {
      if (file.endsWith('index.md') || file.endsWith('agenda.md') || file.endsWith('minutes.md')) continue;
      expect({ file, missing: blocks.filter((block) => !packs.includes(bare(block))).slice(0, 3) }).toEqual({
        file,
        missing: [],
      });
    }
    const register = [...pages]
      .filter(([file]) => /^resolutions\/\d+\//.test(file))
      .map(([, text]) => bare(text))
      .join();
    const resolved = papers
      .flatMap(({ blocks }) => blocks)
      .filter((block) => /^(?:It was )?RESOLVED/.test(block));
    expect(resolved).toHaveLength(14);
    for (const resolution of resolved)
      expect(register).toContain(bare(resolution.replace(/^(?:It was )?RESOLVED:?/, '')));
  });

  it('has a search record for every paper and every resolution', () => {
    const fragments = [...readTree(folders.output).keys()].filter((file) => file.endsWith('.pf_fragment'));
    expect(fragments.length).toBeGreaterThanOrEqual(10 + 14);
  });
});

interface Paper {
  readonly file: string;
  readonly page: string;
  readonly blocks: readonly string[];
}

function papersOf(directory: string): readonly Paper[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort()
    .map((file) => {
      const text = readFileSync(join(directory, file), 'utf8').replaceAll('\r', '');
      const [, head = '', ...rest] = text.split(/^---$/m);
      const folder = file.replace(/(?:index|agenda)\.md$/, '').replace(/\.md$/, '/');
      return {
        file,
        page: `${folder}index.html`,
        blocks: [...fieldsOf(head), ...blocksOf(rest.join('---'))],
      };
    });
}

/** Words of the front matter that readers are to see: names and sentences, not codes and dates. */
function fieldsOf(head: string): readonly string[] {
  const shown = /^(?:title|venue|to|summary|author|classification|chair): (.+)$/;
  const hidden = /^(?:title): .* (?:agenda|Partnership$)/;
  return head.split('\n').flatMap((line) => {
    if (hidden.test(line)) return [];
    const value = shown.exec(line)?.[1] ?? /^ {2}- ([^:]+)$/.exec(line)?.[1];
    return value === undefined ? [] : [value.replace(/^"|"$/g, '')];
  });
}

/** Paragraphs, headings, list items and table cells, one by one, without the minutes of Part D. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let current = '';
  let isWithheld = false;
  const end = (): void => {
    if (!isWithheld && bare(current) !== '') blocks.push(current.trim());
    current = '';
  };
  for (const line of markdown.split('\n')) {
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      end();
      // Of restricted items the title alone is public, and only where the agenda prints it.
      isWithheld = /\(Item D\d\)$|^D\d /.test(heading);
      // The number of an item stands apart from its title; the heading of a part is the agenda's to show.
      const isPart = /^[A-Z](?: -|\.) |ITEM(?:S|\(S\))/.test(heading);
      if (!isWithheld && !isPart) current = heading.replace(/^\d+\. |^[A-Z]\d+ |\(Item .*$/g, '');
      end();
    } else if (line.trim().startsWith('|')) {
      end();
      for (const cell of line.split(/(?<!\\)\|/)) {
        current = /^[\s:-]*$/.test(cell) ? '' : cell;
        end();
      }
    } else if (line.trim() === '' || /^\s*(?:[-*+]|\d+[.)]|\(?[A-Za-z]{1,3}[.)])\s/.test(line)) {
      end();
      current = line
        .replace(/^\s*(?:[-*+]|\d+[.)]|\(?[A-Za-z]{1,3}[.)])\s+/, '')
        .replace(/^(?:Then: |Paper: .*)/, '');
    } else {
      current += ` ${line}`;
    }
  }
  end();
  return blocks.map(withoutMarks);
}

/** Words without Markdown's marks: a link keeps its text. */
function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replace(/\^([^^\s]+)\^/g, '$1')
    .replace(/\\(.)/g, '$1');
}

/** Letters and digits alone: spaces, quotes and marks differ between a source and its page. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
