import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintWithheld } from '../../src/audit/fingerprint.ts';
import { readSearchIndexText } from '../../src/audit/search-index-text.ts';
import { stemForms } from '../../src/audit/stem-forms.ts';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';
import { withPagefind } from '../../src/index/open-pagefind.ts';
import { makeResolution } from '../index/index-fixture.ts';
import {
  auditFiles,
  codesOf,
  publicTexts,
  secretSentence,
  withheld,
  withheldPiece,
  type Files,
} from './audit-fixture.ts';

/** The files of a real index of one page with the texts in it. */
async function buildIndex(...texts: readonly string[]): Promise<Files> {
  return await withPagefind({}, async ({ index, ask }) => {
    const body = texts.map((text) => `<p>${text}</p>`).join('');
    const content = `<html lang="en"><body data-pagefind-body><h1>Apologies</h1>${body}</body></html>`;
    await ask('adding /a/', index.addHTMLFile({ url: '/a/', content }));
    const { files } = await ask('reading the files', index.getFiles());
    return Object.fromEntries(files.map((file) => [`pagefind/${file.path}`, file.content]));
  });
}

function only(files: Files, pattern: RegExp): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => pattern.test(path)));
}

describe('an index that Pagefind built', () => {
  let leaking: Files = {};
  let clean: Files = {};

  beforeAll(async () => {
    leaking = await buildIndex(secretSentence);
    clean = await buildIndex(publicTexts[0]!);
  });

  it('gives findings for the words in its fragments', async () => {
    expect(codesOf(await auditFiles(only(leaking, /pf_fragment/)))).toContain('audit-words');
  });

  it('gives findings for the stems in its index of words', async () => {
    const findings = await auditFiles(only(leaking, /pf_index/));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'audit-word', view: 'gzip, words of the index' }),
    );
  });

  it('gives no finding without withheld words', async () => {
    expect(await auditFiles(only(clean, /\.pf_/))).toEqual([]);
  });

  it("gives a finding for a run's mark, which no reader ever sees", async () => {
    const canary = 'mbqxhvzzjkpwings';
    const fingerprints = fingerprintWithheld(withheld([], [canary]), publicTexts, new Set());
    const files = only(await buildIndex(`Apologies ${canary} were received`), /pf_index/);
    expect(codesOf(await auditFiles(files, { fingerprints }))).toEqual(['audit-canary']);
  });
});

describe('the list of records in a table of contents', () => {
  /** The table of contents of an index of ours, of one record whose item is called so. */
  const contentsWith = async (item: string): Promise<Files> => {
    const files = new Map<string, string | Uint8Array>();
    await buildSearchIndex({
      records: [makeResolution('/a/minutes/#b1-resolution-1', 'RESOLVED that it be noted.', { item })],
      ...{ basePath: '/', language: 'en', date: '2026-11-20' },
      writeFile: (file, content) => files.set(file, content),
    });
    return only(Object.fromEntries(files), /pf_meta/);
  };

  it('gives a finding for a withheld passage, and none for a public one', async () => {
    const leaking = await contentsWith(secretSentence);
    expect(Object.keys(leaking)).toHaveLength(1);
    expect(await auditFiles(leaking)).toContainEqual(
      expect.objectContaining({ code: 'audit-words', view: 'gzip, words of the index' }),
    );
    const clean = await contentsWith(publicTexts[0]!);
    expect(Object.keys(clean)).toHaveLength(1);
    expect(await auditFiles(clean)).toEqual([]);
  });
});

describe('the words of an index', () => {
  const words = (
    'Quillby Quillbys running hoping hopped Marigolding relationships generously universities nationalisation relational conditional sky dying tied ' +
    "cries agreed disagreeing fluently Kentish Walshes Joneses O'Malley Zanthorpe-Quillby's hopefulness Radicalisation vulnerability flies sensational " +
    'Oxley Ashley Bexley Whitstable Shepherdswell oversight trafficking Thanet Canterbury Ashfordians Tunbridge Sevenoaks apologist analogies'
  ).split(' ');
  let indexed: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    const files = only(await buildIndex(words.join(' ')), /pf_index/);
    indexed = new Set(
      Object.values(files).flatMap((file) =>
        readSearchIndexText(gunzipSync(file as Uint8Array))!.text.split('\n'),
      ),
    );
  });

  it.each(words)('hold %s in a form that is looked for', (word) => {
    const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
    expect([...stemForms(letters)].some((form) => indexed.has(form))).toBe(true);
  });
});

describe('readSearchIndexText', () => {
  const mark = Buffer.from('pagefind_dcd');

  it('gives nothing for other bytes', () => {
    expect(readSearchIndexText(Buffer.from('a page'))).toBeUndefined();
  });

  it('gives nothing for a fragment, which is JSON', () => {
    expect(readSearchIndexText(Buffer.from('pagefind_dcd{"url":"/"}'))).toBeUndefined();
  });

  it('reads texts with a length of one, two, four and eight bytes', () => {
    const heads = [
      [0x78, 3],
      [0x79, 0, 3],
      [0x7a, 0, 0, 0, 3],
      [0x7b, 0, 0, 0, 0, 0, 0, 0, 3],
    ];
    const texts = heads.map((head, index) => Buffer.from([...head, 97, 98, 99 + index]));
    expect(readSearchIndexText(Buffer.concat([mark, Buffer.from([0x84]), ...texts]))).toEqual({
      text: 'abc\nabd\nabe\nabf',
      isAll: true,
    });
  });

  it.each([
    ['is broken off in a head', [0x82, 0x61, 97, 0x79]],
    ['is broken off in a text', [0x62, 97]],
    ['has fewer values than its list says', [0x82, 0x61, 97]],
    ['has more values than its list says', [0x81, 0x61, 97, 0x01]],
    ['has no stated length', [0x9f, 0x61, 97]],
    ['has another kind of value, in which something could stand', [0x82, 0x61, 97, 0xa0]],
    ['has bytes', [0x82, 0x61, 97, 0x41, 98]],
  ])('reads what there is of an index that %s, and knows that it may not be all', (_what, bytes) => {
    const read = readSearchIndexText(Buffer.concat([mark, Buffer.from(bytes)]));
    expect(read?.text).toMatch(/^a/);
    expect(read?.isAll).toBe(false);
  });

  it('knows that numbers, texts and lists, in order, are all that there is', () => {
    const bytes = Buffer.from([0x83, 0x20, 0x82, 0x01, 0x18, 200, 0x61, 97]);
    expect(readSearchIndexText(Buffer.concat([mark, bytes]))).toEqual({ text: 'a', isAll: true });
  });
});

describe('a stem in an index', () => {
  const fingerprints = (publicText: string) =>
    fingerprintWithheld(withheld([withheldPiece({ texts: ['Quillbying'] })]), [publicText], new Set());

  it('is no finding where a public word has it too', async () => {
    const files = only(await buildIndex('The Quillbys came'), /pf_index/);
    expect(await auditFiles(files, { fingerprints: fingerprints('The Quillbys came') })).toEqual([]);
    expect(codesOf(await auditFiles(files, { fingerprints: fingerprints('They came') }))).toEqual([
      'audit-word',
    ]);
  });
});

describe('an index with something behind it', () => {
  it('is searched like any other file', async () => {
    const [first] = Object.values(only(await buildIndex('Apologies'), /pf_index/));
    const index = gunzipSync(first as Uint8Array);
    const files = { 'a.pf_index': gzipSync(Buffer.concat([index, gzipSync(secretSentence)])) };
    expect(codesOf(await auditFiles(files))).toContain('audit-words');
  });
});
