import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BulkPieces } from '../../src/opensearch/bulk-pieces.ts';
import type { SearchDocument } from '../../src/opensearch/search-document.ts';

const document = (id: string, text: string): SearchDocument => ({
  id,
  kind: 'report',
  title: 'Quay repair',
  url: 'https://papers.example.org/quay/',
  body: 'harbour-board',
  body_title: 'Harbour Board',
  meeting: 'harbour-board/2021-11-18',
  date: '2021-11-18',
  language: 'en-GB',
  text,
});

function cut(documents: readonly SearchDocument[], limit: number): readonly string[] {
  const bulk = new BulkPieces(limit);
  return [...documents.map((each) => bulk.add(each)), bulk.end()].filter((piece) => piece !== undefined);
}

const documentsIn = (piece: string) =>
  piece
    .split('\n')
    .filter((line, index) => line !== '' && index % 2 === 1)
    .map((line) => JSON.parse(line) as SearchDocument);

describe('pieces for the bulk endpoint', () => {
  const size = Buffer.byteLength(cut([document('a', 'é')], 1)[0]!);

  it('are full just below the limit, counted in bytes', () => {
    const three = ['a', 'b', 'c'].map((id) => document(id, 'é'));
    expect(cut(three, 3 * size + 1).map((piece) => documentsIn(piece).length)).toEqual([3]);
    expect(cut(three, 3 * size).map((piece) => documentsIn(piece).length)).toEqual([2, 1]);
    expect(cut(three, 2 * size).map((piece) => documentsIn(piece).length)).toEqual([1, 1, 1]);
  });

  it('are one for a document that is too long by itself, and none for no document', () => {
    const long = document('long', 'x'.repeat(5_000));
    const pieces = cut([document('a', 'é'), long, document('b', 'é')], 1_000);
    expect(pieces.map((piece) => documentsIn(piece).map(({ id }) => id))).toEqual([['a'], ['long'], ['b']]);
    expect(cut([], 1_000)).toEqual([]);
  });

  it('hold every document once, in order, and are below the limit, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 200 })),
        fc.integer({ min: 1_000, max: 4_000 }),
        (texts, limit) => {
          const documents = texts.map((text, index) => document(String(index), text));
          const pieces = cut(documents, limit);
          expect(pieces.flatMap(documentsIn)).toEqual(JSON.parse(JSON.stringify(documents)));
          for (const piece of pieces)
            if (documentsIn(piece).length > 1) expect(Buffer.byteLength(piece)).toBeLessThan(limit);
        },
      ),
    );
  });
});
