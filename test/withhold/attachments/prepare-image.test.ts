import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareImage } from '../../../src/withhold/attachments/prepare-image.ts';

const secret = 'Alderman Case 4711';
const formats = ['png', 'jpeg', 'webp'] as const;
type Format = (typeof formats)[number];

function picture(width = 8, height = 6): Sharp {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 37) % 256));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function encode(image: Sharp, format: Format): Promise<Buffer> {
  return image.toFormat(format).toBuffer();
}

async function prepared(bytes: Uint8Array, format: Format): Promise<Buffer> {
  const result = await prepareImage(bytes, format);
  if (result.outcome === 'refused') throw new Error(result.code);
  return Buffer.from(result.bytes);
}

function withExif(text: string): Sharp {
  return picture().withExif({
    IFD0: { ImageDescription: text, Artist: text },
    IFD3: { GPSLatitude: '51/1 2/1 3/1' },
  });
}

function crc32(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Puts a chunk after the header of a PNG. */
function insertChunk(png: Buffer, chunk: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

function jpegSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

const plants: readonly (readonly [string, Format, () => Promise<Buffer>])[] = [
  ...formats.map((format): readonly [string, Format, () => Promise<Buffer>] => [
    `EXIF in a ${format}`,
    format,
    () => encode(withExif(secret), format),
  ]),
  ...formats.map((format): readonly [string, Format, () => Promise<Buffer>] => [
    `XMP in a ${format}`,
    format,
    () =>
      encode(picture().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`), format),
  ]),
  ...formats.map((format): readonly [string, Format, () => Promise<Buffer>] => [
    `bytes after the end of a ${format}`,
    format,
    async () => Buffer.concat([await encode(picture(), format), Buffer.from(secret)]),
  ]),
  [
    'a text chunk of a PNG',
    'png',
    async () =>
      insertChunk(await encode(picture(), 'png'), pngChunk('tEXt', Buffer.from(`Comment\0${secret}`))),
  ],
  [
    'a compressed text chunk of a PNG',
    'png',
    async () =>
      insertChunk(
        await encode(picture(), 'png'),
        pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(secret)])),
      ),
  ],
  [
    'an international text chunk of a PNG',
    'png',
    async () =>
      insertChunk(
        await encode(picture(), 'png'),
        pngChunk('iTXt', Buffer.from(`Comment\0\0\0\0\0${secret}`)),
      ),
  ],
  [
    'a private chunk of a PNG',
    'png',
    async () => insertChunk(await encode(picture(), 'png'), pngChunk('seCr', Buffer.from(secret))),
  ],
  [
    'a comment of a JPEG',
    'jpeg',
    async () => jpegSegment(await encode(picture(), 'jpeg'), 0xfe, Buffer.from(secret)),
  ],
  [
    'Photoshop data of a JPEG',
    'jpeg',
    async () => jpegSegment(await encode(picture(), 'jpeg'), 0xed, Buffer.from(`Photoshop 3.0\0${secret}`)),
  ],
];

/** Whether a picture holds anything that sharp knows besides its pixels. */
async function hasMetadata(bytes: Buffer): Promise<boolean> {
  const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
  return [exif, xmp, iptc, icc, comments, orientation].some((part) => part !== undefined);
}

describe('prepareImage', () => {
  it.each(plants)('leaves nothing of %s', async (_, format, plant) => {
    const bytes = await plant();
    // A PNG may keep its text compressed.
    expect(bytes.includes(secret) || (await hasMetadata(bytes))).toBe(true);
    const output = await prepared(bytes, format);
    expect(output.includes(secret)).toBe(false);
    expect(await hasMetadata(output)).toBe(false);
  });

  it.each(formats)('keeps the picture and its format: %s', async (format) => {
    const {
      width,
      height,
      format: kept,
    } = await sharp(await prepared(await encode(picture(), format), format)).metadata();
    expect({ width, height, kept }).toEqual({ width: 8, height: 6, kept: format });
  });

  it('keeps every pixel of a PNG', async () => {
    const output = await prepared(await encode(picture(), 'png'), 'png');
    expect(await sharp(output).raw().toBuffer()).toEqual(await picture().raw().toBuffer());
  });

  it.each(formats)('gives the same bytes each time: %s', async (format) => {
    const bytes = await encode(withExif(secret), format);
    expect(await prepared(bytes, format)).toEqual(await prepared(bytes, format));
  });

  it('drops a colour profile', async () => {
    const bytes = await picture().withIccProfile('p3').png().toBuffer();
    expect((await sharp(bytes).metadata()).icc).toBeDefined();
    expect(await hasMetadata(await prepared(bytes, 'png'))).toBe(false);
  });

  it('turns a photograph upright before it drops the note that says how it was held', async () => {
    const bytes = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height } = await sharp(await prepared(bytes, 'jpeg')).metadata();
    expect({ width, height }).toEqual({ width: 6, height: 8 });
  });

  it('lays transparency on white, so that what is under it is not published', async () => {
    const bytes = await sharp({
      create: { width: 2, height: 2, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { data, info } = await sharp(await prepared(bytes, 'png'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(3);
    expect([...data]).toEqual(Array.from({ length: 12 }, () => 255));
  });

  it('refuses several frames', async () => {
    const frames = Buffer.from(Array.from({ length: 2 * 4 * 3 }, (_, index) => index * 10));
    const bytes = await sharp(frames, { raw: { width: 2, height: 4, channels: 3, pageHeight: 2 } })
      .webp({ loop: 0 })
      .toBuffer();
    expect(await prepareImage(bytes, 'webp')).toEqual({
      outcome: 'refused',
      code: 'attachment-image-animated',
    });
  });

  it('refuses more pixels than a picture needs, without decoding them', async () => {
    const png = await encode(picture(), 'png');
    const header = Buffer.from(png.subarray(16, 29));
    header.writeUInt32BE(60_000, 0);
    header.writeUInt32BE(60_000, 4);
    const bomb = Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)]);
    expect(await prepareImage(bomb, 'png')).toEqual({
      outcome: 'refused',
      code: 'attachment-image-too-many-pixels',
    });
  });

  it.each([
    ['cut short', async () => (await encode(picture(400, 400), 'png')).subarray(0, 3000)],
    ['damaged in its header', async () => (await encode(picture(), 'png')).subarray(0, 20)],
  ])('refuses a picture %s', async (_, make) => {
    expect(await prepareImage(await make(), 'png')).toEqual({
      outcome: 'refused',
      code: 'attachment-image-unreadable',
    });
  });

  it('leaves no word of random metadata in a random picture', async () => {
    const word = fc.stringMatching(/^[A-Za-z]{6,20}$/).map((text) => `Zq${text}`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...formats),
        word,
        fc.uint8Array({ minLength: 48, maxLength: 48 }),
        async (format, planted, pixels) => {
          const image = sharp(Buffer.from(pixels), { raw: { width: 4, height: 4, channels: 3 } })
            .withExif({ IFD0: { Artist: planted, Copyright: planted } })
            .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${planted}</a></x:xmpmeta>`);
          const encoded = await encode(image, format);
          const withComment = format === 'jpeg' ? jpegSegment(encoded, 0xfe, Buffer.from(planted)) : encoded;
          const withText =
            format === 'png'
              ? insertChunk(withComment, pngChunk('tEXt', Buffer.from(`Author\0${planted}`)))
              : withComment;
          const bytes = Buffer.concat([withText, Buffer.from(planted)]);
          expect(bytes.includes(planted)).toBe(true);
          const output = await prepared(bytes, format);
          expect(output.includes(planted)).toBe(false);
          expect(output.includes(Buffer.from(planted, 'utf16le'))).toBe(false);
          expect(await hasMetadata(output)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
