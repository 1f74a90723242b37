import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintWithheld } from '../../src/audit/fingerprint.ts';
import { readSearchIndexText } from '../../src/audit/search-index-text.ts';
import { stemForms } from '../../src/audit/stem-forms.ts';
import { thirdPartyFiles, thirdPartyHashes } from '../../src/audit/third-party.ts';
import { createHash } from 'node:crypto';
import { auditFiles, codesOf, publicTexts, secretSentence, withheld, type Files } from './audit-fixture.ts';

/** The files of a real index of one page with the texts in it. */
async function buildIndex(...texts: readonly string[]): Promise<Files> {
  const { index } = await createIndex({});
  try {
    const body = texts.map((text) => `<p>${text}</p>`).join('');
    await index!.addHTMLFile({
      url: '/a/',
      content: `<html lang="en"><body data-pagefind-body><h1>Apologies</h1>${body}</body></html>`,
    });
    const { files } = await index!.getFiles();
    return Object.fromEntries(files.map((file) => [`pagefind/${file.path}`, file.content]));
  } finally {
    await index!.deleteIndex();
  }
}

const needed = /pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|\.pf_|wasm/;

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
    expect(await auditFiles(only(clean, needed), { thirdPartyHashes })).toEqual([]);
  });

  it("gives a finding for a run's mark, which no reader ever sees", async () => {
    const canary = 'mbqxhvzzjkpwings';
    const fingerprints = fingerprintWithheld(withheld([], [canary]), publicTexts, new Set());
    const files = only(await buildIndex(`Apologies ${canary} were received`), /pf_index/);
    expect(codesOf(await auditFiles(files, { fingerprints }))).toEqual(['audit-canary']);
  });

  it('brings the files that are known by their digests', () => {
    const digests = Object.entries(clean).map(([path, content]) => [
      path.replace('pagefind/', ''),
      createHash('sha256').update(content).digest('hex'),
    ]);
    const known = Object.fromEntries(thirdPartyFiles.map((file) => [file.name, file.hash]));
    expect(Object.fromEntries(digests.filter(([name]) => name! in known))).toEqual(known);
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
        readSearchIndexText(gunzipSync(file as Uint8Array))!.split('\n'),
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
    expect(readSearchIndexText(Buffer.concat([mark, Buffer.from([0x84]), ...texts]))).toBe(
      'abc\nabd\nabe\nabf',
    );
  });

  it('reads on behind what is broken off or of no stated length', () => {
    expect(readSearchIndexText(Buffer.concat([mark, Buffer.from([0x9f, 0x61, 97, 0x79])]))).toBe('a');
  });
});
