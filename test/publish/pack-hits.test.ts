import { createHash } from 'node:crypto';
import { serialize, deserialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FoundInBytes } from '../../src/publish/inspect-files.ts';
import { packHits, unpackHits, type PackedHits } from '../../src/publish/pack-hits.ts';

const numbers = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { maxLength: 5 });
const found = fc.record({
  hits: fc.record({ found: numbers, stems: numbers, attachments: fc.array(fc.string(), { maxLength: 1 }) }),
  unreadable: fc.array(
    fc.record({
      kind: fc.constant('unreadable' as const),
      name: fc.string(),
      because: fc.constant('too-large' as const),
    }),
    { maxLength: 1 },
  ),
});

const unread: FoundInBytes = {
  hits: { found: [], stems: [], attachments: [] },
  unreadable: [{ kind: 'unreadable', name: 'text', because: 'too-large' }],
};

it('gives back of every file what was found in it', () => {
  fc.assert(
    fc.property(fc.array(found), (all) => {
      const files = new Map<string, FoundInBytes>(
        all.map((each, number) => [createHash('sha256').update(String(number)).digest('hex'), each]),
      );
      // One of a file that was too large to be read.
      const withUnread = new Map([['', unread], ...files]);
      const kept = deserialize(serialize(packHits(withUnread))) as PackedHits;
      expect(unpackHits(kept)).toEqual(files);
    }),
  );
});
