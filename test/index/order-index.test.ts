import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from '../../src/index/cbor.ts';
import { orderIndex } from '../../src/index/order-index.ts';

function indexFile(path: string, value: Cbor): { path: string; content: Uint8Array } {
  return { path, content: gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encodeCbor(value)])) };
}

function valueOf(content: Uint8Array): Cbor {
  return decodeCbor(gunzipSync(content).subarray('pagefind_dcd'.length));
}

/** An index of two filters, in one of the orders that Pagefind may write it. */
function makeIndex(reversed: boolean): ReturnType<typeof indexFile>[] {
  const turn = (list: Cbor[]): Cbor[] => (reversed ? list.reverse() : list);
  const suffix = reversed ? 'b' : 'a';
  return [
    indexFile(`filter/en_1${suffix}.pf_filter`, [
      'body',
      turn([
        ['Board', [0]],
        ['Council', [1, 2]],
      ]),
    ]),
    indexFile(`filter/en_2${suffix}.pf_filter`, [
      'year',
      turn([
        ['2021', [0, 2]],
        ['2022', [1]],
      ]),
    ]),
    indexFile(`pagefind.en_3${suffix}.pf_meta`, [
      '1.5.2',
      [['en_x', 7]],
      [['a', 'z', 'en_y']],
      turn([
        ['body', `en_1${suffix}`],
        ['year', `en_2${suffix}`],
      ]),
      turn([
        ['date', [0, 1]],
        ['title', [1, 0]],
      ]),
      ['date'],
    ]),
    { path: 'index/en_y.pf_index', content: Uint8Array.of(1, 2, 3) },
    { path: 'pagefind-entry.json', content: Buffer.from(`{"languages":{"en":{"hash":"en_3${suffix}"}}}`) },
  ];
}

describe('orderIndex', () => {
  it('gives the same files whatever order Pagefind left filters, their values and sorts in', () => {
    expect(orderIndex(makeIndex(true))).toEqual(orderIndex(makeIndex(false)));
  });

  it('keeps what the files say, and every name that one has for another', () => {
    const files = orderIndex(makeIndex(true));
    const [body, year, contents, words, entry] = files;
    expect(valueOf(body!.content)).toEqual([
      'body',
      [
        ['Board', [0]],
        ['Council', [1, 2]],
      ],
    ]);
    expect(valueOf(year!.content)).toEqual([
      'year',
      [
        ['2021', [0, 2]],
        ['2022', [1]],
      ],
    ]);
    const nameOf = (path: string): string => /(en_[0-9a-f]{13})/.exec(path)![1]!;
    expect(valueOf(contents!.content)).toEqual([
      '1.5.2',
      [['en_x', 7]],
      [['a', 'z', 'en_y']],
      [
        ['body', nameOf(body!.path)],
        ['year', nameOf(year!.path)],
      ],
      [
        ['date', [0, 1]],
        ['title', [1, 0]],
      ],
      ['date'],
    ]);
    expect(words).toEqual({ path: 'index/en_y.pf_index', content: Uint8Array.of(1, 2, 3) });
    expect(JSON.parse(Buffer.from(entry!.content).toString())).toEqual({
      languages: { en: { hash: nameOf(contents!.path) } },
    });
  });

  it.each([
    [
      'a filter with a third part',
      [indexFile('filter/en_1.pf_filter', ['body', [], 1])],
      'holds more than was expected',
    ],
    [
      'a filter that is no list',
      [indexFile('filter/en_1.pf_filter', 'body')],
      'not laid out as it was expected',
    ],
    [
      'a filter of another name',
      [indexFile('filter/one.bin.pf_filter/x.pf_filter', ['body', []])].map((file) => ({
        ...file,
        path: 'x.pf_filter',
      })),
      'a name that is not known',
    ],
    [
      'contents that name a filter without a file',
      [indexFile('pagefind.en_1.pf_meta', ['1', [], [], [['body', 'en_9']], [], []])],
      'no file for its filter body',
    ],
    [
      'contents with a seventh part',
      [indexFile('pagefind.en_1.pf_meta', ['1', [], [], [], [], [], []])],
      'holds more than was expected',
    ],
    [
      'a file without the signature',
      [{ path: 'filter/en_1.pf_filter', content: gzipSync('other') }],
      'has no signature',
    ],
  ])('refuses %s', (_case, files, reason) => {
    expect(() => orderIndex(files)).toThrow(reason);
  });
});

describe('decodeCbor', () => {
  it('reads back what encodeCbor writes', () => {
    const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.nat({ max: 0xffff_ffff }),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(tie('value'), { maxLength: 40 }),
      ),
    }));
    fc.assert(
      fc.property(value, (sample) => {
        expect(decodeCbor(encodeCbor(sample))).toEqual(sample);
      }),
    );
    for (const sample of [23, 24, 255, 256, 65_535, 65_536, 'x'.repeat(70_000)])
      expect(decodeCbor(encodeCbor(sample))).toBe(sample);
  });

  it.each([
    ['a map', [0xa0]],
    ['a number below nought', [0x20]],
    ['nothing', [0xf6]],
    ['a size of eight bytes', [0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['a list without end', [0x9f, 0xff]],
    ['a byte too many', [0x01, 0x01]],
    ['a value cut off', [0x82, 0x01]],
    ['a text cut off', [0x62, 0x61]],
    ['no bytes', []],
  ])('refuses %s', (_case, bytes) => {
    expect(() => decodeCbor(Uint8Array.from(bytes))).toThrow();
  });
});
