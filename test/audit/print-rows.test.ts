import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { joinPrints, openPrints, rowsOfPrints } from '../../src/audit/print-rows.ts';
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
});

it('finds with prints that were written down what the prints themselves find, and nothing else', async () => {
  const key = randomBytes(32);
  const file = { file: 'content/body/2021-11-18/d1.md', bytes: Buffer.from('the same file') };
  const prints = printWithheld(withheld([withheldPiece(secretPaper), withheldPiece(file)]), key);
  const opened = openPrints(key, structuredClone(rowsOfPrints(prints)));
  expect(rowsOfPrints(opened)).toEqual(rowsOfPrints(prints));
  for (const text of [secretSentence, `<p>${secretSentence.replaceAll(' ', '<br>')}</p>`, 'Nothing.']) {
    const found = await findRawHits(Buffer.from(text), opened);
    expect(found).toEqual(await findRawHits(Buffer.from(text), prints));
    expect(found.hits.found.length > 0).toBe(text !== 'Nothing.');
  }
});
