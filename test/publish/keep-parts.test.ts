import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { MadeParts } from '../../src/assemble/assemble-site.ts';
import { exportLists } from '../../src/assemble/exports/meeting-exports.ts';
import type { SealedValues } from '../../src/cache/sealed-values.ts';
import { keepParts } from '../../src/publish/keep-parts.ts';
import { linesOf, madeOf } from '../../src/model/made.ts';

const made: MadeParts = {
  pages: [],
  records: {
    papers: [{ kind: 'paper', address: '/a/', date: '2024-01-09', html: '<p>Pier</p>' }],
    resolutions: [],
  },
  words: new Map([['pier', 1]]) as unknown as MadeParts['words'],
  exports: {
    ...{ body: 'harbour-board', date: '2024-01-09', path: 'harbour-board/2024-01-09.json' },
    stamp: {} as MadeParts['exports']['stamp'],
    lines: Object.fromEntries(
      exportLists.map((list) => [list, [`${list} 1`]]),
    ) as unknown as MadeParts['exports']['lines'],
  },
};

/** Values as a cache keeps them, and the names of those that were read. */
function memoryOf(): { memory: SealedValues; read: string[]; lose: () => void } {
  const sections = new Map<string, Buffer>();
  const read: string[] = [];
  const memory: Partial<SealedValues> = {
    keepSections: (_kind, _digest, values) => {
      for (const [name, value] of Object.entries(values)) sections.set(name, serialize(value));
    },
    findSection: <Value>(_kind: string, _digest: string, name: string) => {
      read.push(name);
      const kept = sections.get(name);
      return kept === undefined ? undefined : (deserialize(kept) as Value);
    },
    retain: () => undefined,
  };
  return { memory: memory as SealedValues, read, lose: () => sections.clear() };
}

/** All that files and the search are made from. */
function readAll({ records, words, exports }: ReturnType<typeof keepParts>['parts']) {
  const [paper] = records.papers;
  return {
    html: paper?.kind === 'paper' ? paper.html : '',
    words: words.read(),
    lines: exportLists.map((list) => exports.lines[list].read()),
  };
}

const all = {
  html: '<p>Pier</p>',
  words: made.words,
  lines: exportLists.map((list) => [`${list} 1`]),
};

describe('the parts of a meeting that were made and kept', () => {
  it('are read from where they are kept, and are the same', () => {
    const { memory, read } = memoryOf();
    const { parts } = keepParts(memory, 'digest', made, { date: '2024-01-09', remake: () => made });
    expect(readAll(parts)).toEqual(all);
    expect([...new Set(read)].sort()).toEqual(['htmls', 'words', ...exportLists].sort());
    expect(parts.words.digest).toBe(madeOf(made.words).digest);
    expect(exportLists.map((list) => parts.exports.lines[list].digest)).toEqual(
      exportLists.map((list) => linesOf(made.exports.lines[list]).digest),
    );
  });

  it('tell of each line whether it is as it was, without reading those that pages show one by one', () => {
    const { memory, read } = memoryOf();
    const { parts } = keepParts(memory, 'digest', made, { date: '2024-01-09', remake: () => made });
    for (const list of exportLists)
      expect(parts.exports.lines[list].digests()).toEqual(linesOf([`${list} 1`]).digests());
    expect(read).not.toContain('register');
    expect(read).not.toContain('topic-items');
  });

  it('are made again where they are not to be had', () => {
    const { memory, lose } = memoryOf();
    let remade = 0;
    const remake = (): MadeParts => {
      remade += 1;
      return made;
    };
    const { parts } = keepParts(memory, 'digest', made, { date: '2024-01-09', remake });
    lose();
    expect(readAll(parts)).toEqual(all);
    expect(remade).toBeGreaterThan(0);
  });
});
