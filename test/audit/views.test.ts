import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeEscapes } from '../../src/audit/decode-escapes.ts';
import { decodeRuns } from '../../src/audit/encoded-runs.ts';
import { unpackBrotli, unpackMembers, unpackWholeGzip } from '../../src/audit/packed-members.ts';
import { splitTags, stripTags } from '../../src/audit/strip-tags.ts';
import { readViews, type View, type ViewLimits } from '../../src/audit/views.ts';
import { pdfOf, tinyPdf } from './audit-fixture.ts';

async function viewsOf(bytes: Uint8Array, limits?: ViewLimits): Promise<readonly View[]> {
  const views: View[] = [];
  for await (const view of readViews(bytes, limits)) views.push(view);
  return views;
}

/** All texts of some bytes, by the names of their views. */
async function textsOf(bytes: Uint8Array): Promise<string> {
  const views = await viewsOf(bytes);
  return views.flatMap((view) => (view.kind === 'text' ? [`${view.name}: ${view.text}`] : [])).join('\n');
}

const reasonsOf = (views: readonly View[]): readonly string[] =>
  views.flatMap((view) => (view.kind === 'unreadable' ? [view.because] : []));

describe('the text of a PDF', () => {
  const catalog = (entries: string): string => `<< /Type /Catalog /Pages 2 0 R ${entries} >>`;
  const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
  const page = (entries: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] ${entries} >>`;

  it('is read line by line, and with the properties', async () => {
    const texts = await textsOf(tinyPdf('(First line) Tj 0 -20 Td (second line) Tj', 'A title'));
    expect(texts).toMatch(/text of the PDF: [^]*A title[^]*First line\nsecond line/);
  });

  it('has the notes on its pages', async () => {
    const note = '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (A note on it) >>';
    expect(await textsOf(pdfOf([catalog(''), pages, page('/Annots [4 0 R]'), note]))).toMatch(
      /text of the PDF: [^]*A note on it/,
    );
  });

  it('has the files that are attached to it, and their names', async () => {
    const packed = deflateSync('The attached words').toString('latin1');
    const texts = await textsOf(
      pdfOf([
        catalog('/Names << /EmbeddedFiles << /Names [(list.txt) 4 0 R] >> >>'),
        pages,
        page(''),
        '<< /Type /Filespec /F (list.txt) /EF << /F 5 0 R >> >>',
        `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
      ]),
    );
    expect(texts).toMatch(/attachment of the PDF: The attached words/);
    expect(texts).toMatch(/text of the PDF: [^]*list\.txt/);
  });

  it('has its bookmarks', async () => {
    const texts = await textsOf(
      pdfOf([
        catalog('/Outlines 4 0 R'),
        pages,
        page(''),
        '<< /First 5 0 R /Last 5 0 R >>',
        '<< /Title (A bookmark) /Parent 4 0 R /Dest [3 0 R /Fit] >>',
      ]),
    );
    expect(texts).toMatch(/text of the PDF: [^]*A bookmark/);
  });
});

describe('bounds', () => {
  it('stop a bomb before it fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000));
    expect(reasonsOf(await viewsOf(bomb, { depth: 6, bytes: 1_000_000 }))).toEqual(['too-large']);
  });

  it('stop many members that are too large together', async () => {
    const members = Buffer.concat(Array.from({ length: 5 }, () => gzipSync(randomBytes(300))));
    expect(reasonsOf(await viewsOf(members, { depth: 6, bytes: 1000 }))).toEqual(['too-large']);
  });

  it('stop packing within packing', async () => {
    expect(reasonsOf(await viewsOf(gzipSync(gzipSync(gzipSync('x'))), { depth: 2, bytes: 10_000 }))).toEqual([
      'too-deep',
    ]);
  });

  it('hold for brotli too', () => {
    expect([...unpackBrotli(brotliCompressSync(Buffer.alloc(5000)), 100)]).toEqual([
      { name: 'brotli', unreadable: 'too-large' },
    ]);
  });
});

describe('unpackMembers', () => {
  it('reads what is stored and not packed', () => {
    const bytes = deflateSync('words', { level: 0 });
    expect([...unpackMembers(bytes, 1000)]).toContainEqual({ name: 'zlib', bytes: Buffer.from('words') });
  });

  it('gives up on what seems to begin everywhere, and says so', () => {
    const everywhere = Buffer.alloc(100_000, Buffer.from([0x78, 0x9c, 0x4b, 0x4c, 0x4a]));
    expect([...unpackMembers(everywhere, 10)]).toContainEqual({ name: 'zlib', unreadable: 'too-large' });
  });

  it('finds nothing in what only begins like packed bytes', () => {
    const chance = [
      Buffer.from([0, 0x1f, 0x8b, 8]),
      Buffer.from([0x50, 0x4b, 1, 2]),
      Buffer.from([0x78, 0x9c, 0xff, 0xff]),
      Buffer.from([0x1f, 0, 0]),
    ];
    for (const bytes of chance) expect([...unpackMembers(bytes, 1000)]).toEqual([]);
  });

  it('calls a gzip file damaged that ends in its head', () => {
    for (const flags of [0, 4, 8]) {
      expect([...unpackMembers(Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0]), 1000)]).toContainEqual({
        name: 'gzip',
        unreadable: 'damaged',
      });
    }
    expect([...unpackMembers(Buffer.from([0x1f, 0x8b, 8]), 1000)]).toContainEqual({
      name: 'gzip',
      unreadable: 'damaged',
    });
  });

  it('reads past an extra field in the head of gzip', () => {
    const plain = gzipSync('words');
    const bytes = Buffer.concat([
      plain.subarray(0, 3),
      Buffer.from([4]),
      plain.subarray(4, 10),
      Buffer.from([2, 0, 7, 7]),
      plain.subarray(10),
    ]);
    expect([...unpackMembers(bytes, 1000)]).toContainEqual({ name: 'gzip', bytes: Buffer.from('words') });
  });
});

describe('a picture', () => {
  it('that is damaged is read byte for byte', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(await textsOf(Buffer.concat([png.subarray(0, 12), Buffer.from('and then words')]))).toContain(
      'and then words',
    );
  });
});

describe('decodeEscapes', () => {
  it.each([
    ['an entity without an end', 'a &eacute b', 'a \u00e9 b'],
    ['a name that is no entity', 'R&D and &zanthorpe;', 'R&D and &zanthorpe;'],
    ['a percent sign that is none', '50% of', '50% of'],
    ['Latin-1 in percents', 'caf%E9', 'caf\u00e9'],
    ['an old escape', 'caf%u00e9', 'caf\u00e9'],
    ['a line that goes on', 'Mar\\\ntin', 'Martin'],
    ['a code beyond all', '\\u{ffffff}', '\ufffd'],
    ['nothing', 'plain', 'plain'],
  ])('reads %s', (_what, text, decoded) => {
    expect(decodeEscapes(text, 'script')).toBe(decoded);
  });

  it('reads an entity twice in the same way', () => {
    expect(decodeEscapes('&amp;&amp;', 'script')).toBe('&&');
  });

  it('joins lines of a style sheet', () => {
    expect(decodeEscapes('Mar\\\ntin \\74\\69 n', 'style-sheet')).toBe('Martin tin');
  });
});

describe('splitTags', () => {
  it.each([
    ['a comment that never ends', 'a <!-- b <p>c', 'a <!-- b  c', ''],
    ['what is no tag', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2', ''],
    ['known tags, without their names', '<p class="x">a<b>c</b></p>', ' a\ue000c\ue000 ', ' class="x"'],
    ['what looks like a tag', 'a <secret words> b', 'a \ue000 b', 'secret words'],
    ['a comment with tags in it', 'a<!-- <p>b <i>c</i> -->d', 'a\ue000d', '  b \ue000c\ue000 \n'],
  ])('takes apart %s', (_what, text, outside, inside) => {
    expect(splitTags(text)).toEqual({ outside, inside });
    expect(stripTags(text)).toBe(outside);
  });
});

describe('a text with escapes', () => {
  it('is read once as it stands, and again only near to them', async () => {
    const far = 'far away '.repeat(1000);
    const texts = await viewsOf(Buffer.from(`${far}caf&eacute; here ${far} &amp;lt; end`));
    const decoded = texts.filter(({ name }) => name === 'escapes decoded');
    expect(decoded.map((view) => 'text' in view && view.text.includes('caf\u00e9 here'))).toEqual([
      true,
      true,
    ]);
    expect(decoded.some((view) => 'text' in view && view.text.includes('< end'))).toBe(true);
    for (const view of decoded) expect('text' in view && view.text.length).toBeLessThan(12_100);
  });

  it('is found to hold what begins in one escape and ends in another', async () => {
    const secret = 'Qu&#105;llby was told of it by Zanthor%70e';
    expect(await textsOf(Buffer.from(`<p title="a">${secret}</p>`))).toContain(
      'Quillby was told of it by Zanthorpe',
    );
  });
});

describe('unpackWholeGzip', () => {
  const packed = gzipSync('words');

  it('gives what a file is that is packed as a whole', () => {
    expect(unpackWholeGzip(packed, 1000)?.toString()).toBe('words');
  });

  it.each([
    ['something stands behind it', Buffer.concat([packed, Buffer.from('x')])],
    ['another stream stands behind it', Buffer.concat([packed, packed])],
    [
      'its head has a name',
      Buffer.concat([
        packed.subarray(0, 3),
        Buffer.from([8]),
        packed.subarray(4, 10),
        Buffer.from('n\0'),
        packed.subarray(10),
      ]),
    ],
    ['its head has a time', Buffer.concat([packed.subarray(0, 4), Buffer.from('time'), packed.subarray(8)])],
    ['the sum is wrong', Buffer.concat([packed.subarray(0, -8), Buffer.from('sum.'), packed.subarray(-4)])],
    ['the length is wrong', Buffer.concat([packed.subarray(0, -4), Buffer.from('long')])],
    ['it is damaged', Buffer.concat([packed.subarray(0, 10), Buffer.alloc(20, 0xff)])],
    ['it is too short', packed.subarray(0, 12)],
    ['it is not packed', Buffer.from('words that are not packed')],
  ])('gives nothing where %s, and the file is read byte for byte', (_why, bytes) => {
    expect(unpackWholeGzip(bytes, 1000)).toBeUndefined();
  });

  it('gives nothing where more comes out than may', () => {
    expect(unpackWholeGzip(gzipSync('x'.repeat(2000)), 1000)).toBeUndefined();
  });
});

describe('decodeRuns', () => {
  const texts = (text: string): string =>
    decodeRuns(text)
      .map(({ bytes }) => Buffer.from(bytes).toString())
      .join('|');

  it('reads base64 that follows other letters of its alphabet', () => {
    const run = Buffer.from('the mother was told of it').toString('base64');
    for (const before of ['', 'a', 'ab', 'abc', 'files/'])
      expect(texts(before + run)).toContain('mother was told of it');
  });

  it('reads text of any script, and of two bytes a letter', () => {
    expect(texts(Buffer.from('Дома на улице').toString('base64'))).toContain('Дома на улице');
    const wide = decodeRuns(Buffer.from('the mother was', 'utf16le').toString('base64'));
    expect(wide.some(({ bytes }) => Buffer.from(bytes).toString('utf16le').includes('mother'))).toBe(true);
  });

  it('gives nothing for addresses, however often they stand there', () => {
    const address = '/kent-community-safety-partnership/2021-11-18/';
    expect(decodeRuns(`${address} ${address}`)).toEqual([]);
    expect(decodeRuns(address)).toEqual([]);
  });

  it('gives what is packed, however short', () => {
    const packed = gzipSync('abc');
    expect(decodeRuns(packed.toString('base64')).some(({ bytes }) => packed.equals(Buffer.from(bytes)))).toBe(
      true,
    );
  });
});
