import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditOutput } from '../../src/audit/audit-output.ts';
import { fingerprintWithheld } from '../../src/audit/fingerprint.ts';
import type { Finding } from '../../src/audit/finding.ts';
import { findingToProblem } from '../../src/audit/finding-to-problem.ts';
import { auditFiles, withFolder, withheld, withheldPiece } from './audit-fixture.ts';

/** Milliseconds, on a machine that is busy with other tests; by itself each takes some seconds. */
const interruptAfterTimeLimit = 45_000;

const word = fc.stringMatching(/^[a-zéü]{3,9}$/);
const wordsOf = (minLength: number): fc.Arbitrary<string[]> => fc.array(word, { minLength, maxLength: 30 });

const encodings: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text.toUpperCase()),
  (text) => Buffer.from(`<p>${text.replaceAll(' ', '</p><p>')}</p>`),
  brokenByTags,
  (text) => Buffer.from([...text].map((each) => `&#${each.codePointAt(0)};`).join('')),
  (text) => Buffer.from(encodeURIComponent(text)),
  (text) =>
    Buffer.from([...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
  (text) => Buffer.from(Buffer.from(text).toString('base64')),
  (text) => Buffer.from(Buffer.from(text).toString('hex')),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text, 'latin1'),
  (text) => gzipSync(text),
  (text) => deflateSync(text),
  (text) => brotliCompressSync(text),
];
const encoding = fc.constantFrom(...encodings);

/** With a tag between any two letters each of them could begin a word, and words are found within words. */
const orderly = fc.constantFrom(...encodings.filter((encode) => encode !== brokenByTags));

/** A text in one encoding, or in one packed in another. */
const encoded = (text: string, how: typeof encoding): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    how.map((encode) => encode(text)),
    fc.tuple(how, fc.constantFrom(gzipSync, deflateSync)).map(([encode, pack]) => pack(encode(text))),
    fc
      .tuple(how, fc.constantFrom(gzipSync, deflateSync))
      .map(([encode, pack]) => Buffer.from(pack(encode(text)).toString('base64'))),
  );

function brokenByTags(text: string): Uint8Array {
  return Buffer.from(text.replaceAll(/(.)/gu, '$1<i></i>'));
}

describe('the audit', () => {
  it('finds any six withheld words in a row, planted anywhere in any encoding', async () => {
    const planted = wordsOf(6).chain((words) =>
      fc.nat(words.length - 6).chain((first) => {
        const run = words.slice(first, first + 6).join(' ');
        return fc.tuple(fc.constant(words), encoded(run, encoding), wordsOf(0), wordsOf(0));
      }),
    );
    await fc.assert(
      fc.asyncProperty(planted, async ([words, bytes, before, after]) => {
        const isText = bytes.every((byte) => byte > 8 && byte < 128);
        const around = isText
          ? Buffer.concat([Buffer.from(`${before.join(' ')} `), bytes, Buffer.from(` ${after.join(' ')}`)])
          : bytes;
        const fingerprints = fingerprintWithheld(
          withheld([withheldPiece({ texts: [words.join(' ')] })]),
          [],
          new Set(),
        );
        const findings = await auditFiles({ 'a.bin': around }, { fingerprints });
        expect(findings.some((finding) => finding.code === 'audit-words')).toBe(true);
      }),
      { numRuns: 200, interruptAfterTimeLimit },
    );
  });

  it('finds nothing in an output that is made of public texts alone', async () => {
    const texts = fc
      .tuple(wordsOf(1), wordsOf(1))
      .chain(([publicWords, secretWords]) =>
        fc.tuple(fc.constant(publicWords), fc.constant(secretWords), encoded(publicWords.join(' '), orderly)),
      );
    await fc.assert(
      fc.asyncProperty(texts, async ([publicWords, secretWords, bytes]) => {
        const pieces = [
          withheldPiece({
            texts: [[...secretWords, ...publicWords].join(' ')],
            names: ['d1-zanthorpe-review'],
          }),
        ];
        const fingerprints = fingerprintWithheld(
          withheld(pieces, ['mbcanaryqzxkv7']),
          [publicWords.join(' ')],
          new Set(),
        );
        expect(await auditFiles({ 'a.bin': bytes }, { fingerprints })).toEqual([]);
      }),
      { numRuns: 200, interruptAfterTimeLimit },
    );
  });

  it('says nothing of what was withheld', async () => {
    await fc.assert(
      fc.asyncProperty(wordsOf(6), wordsOf(1), async (words, name) => {
        const secret = words.join(' ');
        const pieces = [withheldPiece({ texts: [secret], names: [name.join('-')] })];
        const fingerprints = fingerprintWithheld(withheld(pieces), [], new Set());
        const files = {
          'index.html': secret,
          [`${words.slice(0, 6).join('-')}.html`]: 'x',
          [`${name.join('-')}/a.pdf`]: '%PDF-1',
        };
        // Nothing is planned, so every name in the output is one of ours.
        const findings = await auditFiles(files, {
          fingerprints,
          expectedFiles: ['index.html'],
          acceptanceKey: 'key',
        });
        const template = findings.map(templateOf).join('\n');
        for (const finding of findings) {
          const { file, what, instead } = findingToProblem(finding);
          const message = `${file} ${what} ${instead}`.replaceAll(/[0-9a-f]{32}/g, '');
          const quoted = windowsOf(secret).filter(
            (window) => message.includes(window) && !template.includes(window),
          );
          expect(quoted).toEqual([]);
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit },
    );
  });

  it('finds the same in the same output, in the same order', async () => {
    const pieces = [withheldPiece({ texts: ['Quillby was told of it by the Zanthorpe school.'] })];
    const files = { 'b.html': 'told of it by the Zanthorpe', 'a.html': 'Quillby', 'c/d.html': 'Zanthorpe' };
    await withFolder(files, async (directory) => {
      const audit = async (): Promise<unknown> =>
        auditOutput({
          directory,
          expectedFiles: Object.keys(files),
          fingerprints: fingerprintWithheld(withheld(pieces), [], new Set()),
          accepted: [],
          acceptanceKey: 'key',
        });
      expect(await audit()).toEqual(await audit());
    });
  });
});

/** Every stretch of five characters of a text. */
function windowsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(text.length - 4, 0) }, (_, index) => text.slice(index, index + 5));
}

/** The words that a message has whatever was withheld: of its code, and of a path that tells nothing. */
function templateOf(finding: Finding): string {
  const neutral =
    'file' in finding
      ? { ...finding, file: 'index.html (a withheld name) (a name that was not planned).pdf' }
      : finding;
  const { file, what, instead } = findingToProblem(neutral);
  return `${file} ${what} ${instead}`;
}
