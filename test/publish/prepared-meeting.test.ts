import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as hits from '../../src/audit/raw-hits.ts';
import { createLiveSite } from '../../src/publish/live-site.ts';
import { publish } from '../../src/publish.ts';
import { dayOf, writeSite } from '../cache/edits.ts';
import { readTree } from '../support/build-fixture.ts';

/** Bytes that were looked through for what is withheld. */
const looked = vi.hoisted((): Buffer[] => []);
vi.mock('../../src/audit/raw-hits.ts', async (importOriginal) => {
  const original = await importOriginal<typeof hits>();
  const findRawHits: typeof original.findRawHits = (bytes, prints) => {
    looked.push(Buffer.from(bytes));
    return original.findRawHits(bytes, prints);
  };
  return { ...original, findRawHits };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-prepared-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a meeting that was looked at before it is saved', () => {
  it('has of its pages only those looked through that are others now', async () => {
    const site = writeSite(folder);
    const { content, data, templates } = site;
    const output = join(folder, '_site');
    const live = createLiveSite(await publish({ content, data, templates, output, date: dayOf(site) }));
    const meeting = { body: 'harbour-board', slug: '2024-01-09' };
    const before = [...readTree(output).values()].map(String);
    const isAsBefore = (bytes: Buffer): boolean => before.includes(String(bytes));
    looked.length = 0;
    await live.prepare(meeting);
    expect(looked.filter(isAsBefore).length).toBeGreaterThan(2);
    looked.length = 0;
    await live.prepare(meeting);
    expect(looked).toEqual([]);
    const paper = join(content, 'harbour-board/2024-01-09/b1-pier.md');
    writeFileSync(paper, `${readFileSync(paper, 'utf8')}\nIt is now red.\n`);
    const { shown } = await live.update([meeting], 1);
    expect(shown).toHaveLength(1);
    expect(looked.filter(isAsBefore)).toEqual([]);
    const changed = [...shown[0]!.files.values()].map(String).filter((text) => !before.includes(text));
    expect(looked.map(String)).toEqual(expect.arrayContaining(changed));
    expect(changed.length).toBeGreaterThan(0);
  });
});
