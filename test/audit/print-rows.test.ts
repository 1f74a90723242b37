import { createHash, randomBytes } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { joinPrints, openPrints, rowsOfPrints } from '../../src/audit/print-rows.ts';
import {
  openSharedPrints,
  readyRowsOf,
  sharePrints,
  type SharedPrints,
} from '../../src/audit/shared-prints.ts';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { findRawHits } from '../../src/audit/raw-hits.ts';
import { secretPaper, secretSentence, withheld, withheldPiece } from './audit-fixture.ts';

describe('prints that are joined', () => {
  it('know an attachment of two meetings by the first of them, and name the papers of both', () => {
    const key = randomBytes(32);
    const bytes = Buffer.from('the same file');
    const parts = ['content/body/2021-11-18/d1.md', 'content/body/2022-03-01/d1.md'].map((file) =>
      rowsOfPrints(printWithheld(withheld([withheldPiece({ file, bytes })]), key)),
    );
    const joined = joinPrints(key, parts);
    expect([...joined.attachments]).toEqual([[createHash('sha256').update(bytes).digest('hex'), 0]]);
    expect(joined.sources.map(({ file }) => file)).toEqual([
      'content/body/2021-11-18/d1.md',
      'content/body/2022-03-01/d1.md',
    ]);
  });

  it('find what each of them finds, and say of what is in several that it is of the first', async () => {
    const key = randomBytes(32);
    const canary = 'mbcanaryqzxkv7';
    const pieces = [
      withheldPiece({ ...secretPaper, names: ['d1-zanthorpe-review'] }),
      withheldPiece({
        file: 'content/body/2022-03-01/d2.md',
        texts: [`${secretSentence} Ottershaw KC/2021/77.`],
      }),
    ];
    const parts = pieces.map((piece) => rowsOfPrints(printWithheld(withheld([piece], [canary]), key)));
    const joined = joinPrints(key, parts);
    const kinds = async (text: string, prints = joined): Promise<readonly unknown[]> => {
      const { hits } = await findRawHits(Buffer.from(text), prints);
      return hits.found.map((entry) => {
        const { kind, length, source, wordStarts } = prints.table.fingerprint(entry);
        return { kind, length, source: source < 0 ? source : prints.sources[source]!.file, wordStarts };
      });
    };
    const texts = [secretSentence, 'Of Ottershaw, KC/2021/77', `${canary} and d1-zanthorpe-review`];
    for (const text of texts) {
      const apart = [];
      for (const part of parts) apart.push(...(await kinds(text, openPrints(key, part))));
      const found = await kinds(text);
      expect(apart).toEqual(expect.arrayContaining([...found]));
      expect(found.length).toBeGreaterThan(0);
    }
    expect(await kinds(secretSentence)).toEqual(await kinds(secretSentence, openPrints(key, parts[0]!)));
    expect(joined.stems.size).toBeGreaterThan(0);
    expect(joined.wordsOfStem).toHaveLength(joined.stems.size);
    expect(joined.names.length).toBe(1);
  });
});

it('finds with prints that were written down what the prints themselves find, and nothing else', async () => {
  const key = randomBytes(32);
  const file = { file: 'content/body/2021-11-18/d1.md', bytes: Buffer.from('the same file') };
  const prints = printWithheld(withheld([withheldPiece(secretPaper), withheldPiece(file)]), key);
  const written = structuredClone(rowsOfPrints(prints));
  expect(rowsOfPrints(openPrints(key, written))).toEqual(rowsOfPrints(prints));
  // As a cache keeps them, before they are in memory that nobody can write down.
  const kept = deserialize(serialize(readyRowsOf(prints))) as SharedPrints;
  expect(rowsOfPrints(openSharedPrints(key, kept))).toEqual(written);
  const shared = structuredClone(sharePrints(prints));
  expect(rowsOfPrints(openSharedPrints(key, shared))).toEqual(written);
  const all = [openPrints(key, written), openSharedPrints(key, kept), openSharedPrints(key, shared)];
  for (const opened of all)
    for (const text of [secretSentence, `<p>${secretSentence.replaceAll(' ', '<br>')}</p>`, 'Nothing.']) {
      const found = await findRawHits(Buffer.from(text), opened);
      expect(found).toEqual(await findRawHits(Buffer.from(text), prints));
      expect(found.hits.found.length > 0).toBe(text !== 'Nothing.');
    }
});
