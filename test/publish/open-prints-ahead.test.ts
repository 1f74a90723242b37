import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printWithheld, type WithheldPrints } from '../../src/audit/withheld-prints.ts';
import { openSharedPrints, readyRowsOf } from '../../src/audit/shared-prints.ts';
import { findPublicHits } from '../../src/audit/public-hits.ts';
import { digestOf, openBuildMemory, type BuildMemory } from '../../src/publish/build-memory.ts';
import { joinSplit } from '../../src/publish/join-split.ts';
import { openPrintsAhead } from '../../src/publish/open-prints-ahead.ts';
import { secretPaper, secretSentence, withheld, withheldPiece } from '../audit/audit-fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ahead-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const secret = randomBytes(32).toString('hex');

function open(siteSecret = secret): BuildMemory {
  const memory = openBuildMemory({ directory: join(folder, 'cache'), siteSecret });
  if ('refusal' in memory) throw new Error(memory.refusal);
  return memory;
}

function keep(digest: string): WithheldPrints {
  const memory = open();
  const prints = printWithheld(withheld([withheldPiece(secretPaper)]), memory.key);
  memory.keep('prints', digest, readyRowsOf(prints));
  return prints;
}

describe('prints that are opened ahead', () => {
  it('are those that were kept, in memory that threads share', async () => {
    const prints = keep('of-these-papers');
    const memory = open();
    const ahead = await openPrintsAhead(memory, 0);
    expect(ahead?.digest).toBe('of-these-papers');
    expect(ahead?.prints.table.rows.buffer).toBeInstanceOf(SharedArrayBuffer);
    const hits = findPublicHits(openSharedPrints(memory.key, ahead!.prints), [secretSentence]);
    expect(hits.found.length).toBeGreaterThan(0);
    expect(hits).toEqual(findPublicHits(prints, [secretSentence]));
  });

  it('are none where there are none, few, or several', async () => {
    expect(await openPrintsAhead(undefined, 0)).toBeUndefined();
    expect(await openPrintsAhead(open(), 0)).toBeUndefined();
    keep('one');
    expect(await openPrintsAhead(open())).toBeUndefined();
    keep('another');
    expect(await openPrintsAhead(open(), 0)).toBeUndefined();
  });

  it('are none where they are damaged or of another secret', async () => {
    keep('one');
    expect(await openPrintsAhead(open(randomBytes(32).toString('hex')), 0)).toBeUndefined();
    const path = join(folder, 'cache/values/prints/one');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    expect(await openPrintsAhead(open(), 0)).toBeUndefined();
  });

  it('are those of the build where the same is withheld, and stay kept', async () => {
    const nothing = { bodies: [], meetings: [], problems: [] };
    const digest = digestOf([]);
    const prints = keep(digest);
    const memory = open();
    const ahead = await openPrintsAhead(memory, 0);
    const printsOf = (of?: string): WithheldPrints =>
      joinSplit(nothing, { date: '2024-01-09', key: memory.key }, undefined, {
        ...ahead!,
        ...(of === undefined ? {} : { digest: of }),
      }).withheld.prints;
    expect(printsOf().table.size).toBe(prints.table.size);
    expect(printsOf('of other papers').table.size).toBe(0);
    joinSplit(nothing, { date: '2024-01-09', key: memory.key }, memory, ahead);
    memory.forgetOthers();
    expect(open().findOnly('prints')?.digest).toBe(digest);
  });
});
