import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { inspectFile } from '../../src/audit/inspect-file.ts';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { secretPaper, secretSentence, withFolder, withheld, withheldPiece } from './audit-fixture.ts';

const prints = printWithheld(withheld([withheldPiece(secretPaper)]), randomBytes(32));
const sha256 = createHash('sha256').update(secretSentence).digest('hex');

it('reads every byte of a file, and searches it', async () => {
  const read = await withFolder({ 'a.txt': secretSentence }, (folder) =>
    inspectFile(folder, 'a.txt', prints),
  );
  expect(read).toMatchObject({ file: 'a.txt', sha256, bytes: secretSentence.length, unreadable: [] });
  expect(read.hits.found.length).toBeGreaterThan(0);
});

it('reads a file whose bytes are known, says that they are, and leaves what was found to whoever knows', async () => {
  const files = { 'a.txt': secretSentence, 'b.txt': `${secretSentence}.` };
  const [same, other] = await withFolder(files, (folder) =>
    Promise.all(['a.txt', 'b.txt'].map((file) => inspectFile(folder, file, prints, new Set([sha256])))),
  );
  expect(same).toMatchObject({ sha256, isKnown: true, hits: { found: [] } });
  expect(other!.isKnown).toBeUndefined();
  expect(other!.hits.found.length).toBeGreaterThan(0);
});
