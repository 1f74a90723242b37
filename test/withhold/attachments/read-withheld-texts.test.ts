import { expect, test } from 'vitest';
import { open, seal } from '../../../src/model/sealed.ts';
import type { WithheldPiece } from '../../../src/model/withheld.ts';
import { readWithheldTexts } from '../../../src/withhold/attachments/read-withheld-texts.ts';
import { buildPdf, toBytes } from './build-pdf.ts';

async function textsOf(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const piece: WithheldPiece = {
    what: 'attachment',
    because: 'not linked',
    file: 'content/board/2021-11-18/files/plan.pdf',
    body: 'board',
    texts: seal(['as it was']),
    names: seal([]),
    resolutions: 0,
    ...(bytes === undefined ? {} : { bytes: seal(bytes) }),
  };
  const [read] = await readWithheldTexts([piece]);
  return open(read!.texts);
}

test('the audit is given the words on the pages of a withheld PDF', async () => {
  const [first, ...pages] = await textsOf(buildPdf());
  expect(first).toBe('as it was');
  expect(pages.join(' ').trim()).not.toBe('');
});

test('what is no PDF, or cannot be read as one, keeps the texts it had', async () => {
  expect(await textsOf(undefined)).toEqual(['as it was']);
  expect(await textsOf(toBytes('a,b\n1,2\n'))).toEqual(['as it was']);
  expect(await textsOf(toBytes('%PDF-1.7\nbroken'))).toEqual(['as it was']);
});
