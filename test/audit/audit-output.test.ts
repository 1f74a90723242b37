import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { auditFiles, codesOf, secretSentence, tinyPdf, type Files } from './audit-fixture.ts';

const page = (inside: string): string =>
  `<!doctype html><html lang="en"><body><main>${inside}</main></body></html>`;
const harmless = 'Apologies were received from the chairman.';
const codePoints = (text: string, write: (code: number) => string): string =>
  [...text].map((each) => write(each.codePointAt(0)!)).join('');
const hexadecimal = (code: number): string => code.toString(16).padStart(4, '0');

/** Every way of writing a text into an output that the audit reads back. */
const ways: { readonly [way: string]: (text: string) => Files | Promise<Files> } = {
  'the text of a page': (text) => ({ 'index.html': page(`<p>${text}</p>`) }),
  'capital letters': (text) => ({ 'index.html': page(`<p>${text.toUpperCase()}</p>`) }),
  'a comment of a page': (text) => ({ 'index.html': page(`<!-- ${text} -->`) }),
  'an attribute': (text) => ({ 'index.html': page(`<img alt="${text}" src="a.png">`) }),
  'words broken by tags': (text) => ({
    'index.html': page(text.replaceAll('an', 'a<b class="x">n</b>').replaceAll('ll', 'l<!-- . -->l')),
  }),
  'words in paragraphs of their own': (text) => ({
    'index.html': page(
      text
        .split(' ')
        .map((word) => `<p>${word}</p>`)
        .join(''),
    ),
  }),
  'soft hyphens': (text) => ({ 'index.html': page([...text].join('\u00ad')) }),
  'hyphens at the ends of lines': (text) => ({
    'page.txt': text.replaceAll('or', 'o-\nr').replaceAll('ll', 'l-\r\n  l'),
  }),
  'decimal entities': (text) => ({ 'index.html': page(codePoints(text, (code) => `&#${code};`)) }),
  'hexadecimal entities': (text) => ({
    'index.html': page(codePoints(text, (code) => `&#x${code.toString(16)};`)),
  }),
  'named entities': (text) => ({
    'index.html': page(text.replaceAll(' ', '&nbsp;').replaceAll('ll', 'l&shy;l')),
  }),
  'escaped tags in a feed': (text) => ({
    'feed.xml': `<content>${text.replaceAll('an', 'a&lt;i&gt;n&lt;/i&gt;')}</content>`,
  }),
  'percent-encoding': (text) => ({
    'index.html': page(`<a href="/?q=${codePoints(text, (code) => `%${code.toString(16)}`)}">x</a>`),
  }),
  'JSON escapes': (text) => ({
    'data.json': `{"a":"${codePoints(text, (code) => `\\u${hexadecimal(code)}`)}"}`,
  }),
  'JSON in JSON': (text) => ({ 'data.json': JSON.stringify(JSON.stringify(text.replaceAll(' ', '\n'))) }),
  'script escapes': (text) => ({
    'site.js': `const a = '${codePoints(text, (code) => `\\x${code.toString(16)}`)}';`,
  }),
  'code point escapes': (text) => ({
    'site.js': `const a = '${codePoints(text, (code) => `\\u{${code.toString(16)}}`)}';`,
  }),
  'octal escapes': (text) => ({
    'site.js': `const a = '${codePoints(text, (code) => `\\${code.toString(8).padStart(3, '0')}`)}';`,
  }),
  'style sheet escapes': (text) => ({
    'site.css': `a::after { content: '${codePoints(text, (code) => `\\${code.toString(16)} `)}' }`,
  }),
  'a table with quotes': (text) => ({ 'data.csv': `"a","${text.replaceAll(' ', ' ""')}"\n` }),
  'a folded calendar': (text) => ({
    'calendar.ics': `BEGIN:VCALENDAR\r\nSUMMARY:${text.replaceAll(/(.{7})/g, '$1\r\n ')}\r\nEND:VCALENDAR`,
  }),
  base64: (text) => ({
    'index.html': page(`<img src="data:text/plain;base64,${Buffer.from(text).toString('base64')}">`),
  }),
  'base64 after letters': (text) => ({ 'index.html': page(`abcde/${Buffer.from(text).toString('base64')}`) }),
  'base64 in lines': (text) => ({
    'mail.txt': Buffer.from(text)
      .toString('base64')
      .replace(/(.{20})/g, '$1\r\n'),
  }),
  'base64 for addresses': (text) => ({ 'mail.txt': Buffer.from(text).toString('base64url') }),
  'long base64': (text) => ({ 'mail.txt': Buffer.from(`${harmless.repeat(40)} ${text}`).toString('base64') }),
  hexadecimal: (text) => ({ 'mail.txt': `x: ${Buffer.from(text).toString('hex')}` }),
  'hexadecimal with spaces': (text) => ({
    'mail.txt': Buffer.from(text).toString('hex').replace(/(..)/g, '$1 '),
  }),
  'UTF-16': (text) => ({ 'page.txt': Buffer.from(`\ufeff${text}`, 'utf16le') }),
  'UTF-16, big end first': (text) => ({ 'page.txt': Buffer.from(text, 'utf16le').swap16() }),
  'Latin-1': (text) => ({ 'page.txt': Buffer.from(`Caf\u00e9. ${text}`, 'latin1') }),
  'text in a binary file': (text) => ({
    'file.bin': Buffer.concat([Buffer.alloc(300, 0), Buffer.from(text), Buffer.alloc(300, 7)]),
  }),
  gzip: (text) => ({ 'page.html.gz': gzipSync(page(text)) }),
  'gzip with names in its head': (text) => {
    const plain = gzipSync(text);
    const head = Buffer.from([
      ...plain.subarray(0, 3),
      0x1e,
      ...plain.subarray(4, 10),
      2,
      0,
      1,
      1,
      ...Buffer.from('name\0remark\0'),
      9,
      9,
    ]);
    return { 'page.gz': Buffer.concat([head, plain.subarray(10)]) };
  },
  'gzip in gzip': (text) => ({ 'page.gz.gz': gzipSync(gzipSync(text)) }),
  'gzip behind other bytes': (text) => ({
    'file.bin': Buffer.concat([Buffer.from([0, 255, 254, 7]), gzipSync(text), Buffer.from([1, 2, 3])]),
  }),
  'gzip that breaks off': (text) => ({
    'file.bin': gzipSync(`${text} ${harmless.repeat(300)}`).subarray(0, -12),
  }),
  zlib: (text) => ({ 'file.bin': deflateSync(text) }),
  brotli: (text) => ({ 'page.html.br': brotliCompressSync(page(text)) }),
  'a zip': (text) => ({
    'file.docx': zip(deflateRawSync(`<w:p><w:t>${text.replaceAll('an', 'a</w:t><w:t>n')}</w:t></w:p>`), 8),
  }),
  'a zip without packing': (text) => ({ 'file.zip': zip(Buffer.from(text), 0) }),
  'gzip in base64': (text) => ({
    'index.html': page(`<a href="data:,${gzipSync(text).toString('base64')}">x</a>`),
  }),
  'the text of a PDF': (text) => ({
    'pack.pdf': tinyPdf(`[(${text.slice(0, 15)}) -20 (${text.slice(15)})] TJ`),
  }),
  'the properties of a PDF': (text) => ({
    'pack.pdf': tinyPdf(
      '(Agenda) Tj',
      `\\376\\377${codePoints(text, (code) => `\\000\\${code.toString(8).padStart(3, '0')}`)}`,
    ),
  }),
  'EXIF of a JPEG': async (text) => ({
    'a.jpg': await picture()
      .withExif({ IFD0: { ImageDescription: text } })
      .jpeg()
      .toBuffer(),
  }),
  'EXIF of a PNG': async (text) => ({
    'a.png': await picture()
      .withExif({ IFD0: { Copyright: text } })
      .png()
      .toBuffer(),
  }),
  'XMP of a picture': async (text) => ({ 'a.webp': await picture().withXmp(xmp(text)).webp().toBuffer() }),
  'a comment of a PNG': async (text) => ({ 'a.png': withPngText(await picture().png().toBuffer(), text) }),
  'a packed comment of a PNG': async (text) => ({
    'a.png': withPngPackedText(await picture().png().toBuffer(), text),
  }),
  'the name of a file': (text) => ({ [`${text.replaceAll(' ', '-')}.html`]: page(harmless) }),
  'the name of a folder': (text) => ({ [`${text.replaceAll(' ', '%20')}/index.html`]: page(harmless) }),
};

describe.each(Object.entries(ways))('withheld words written as %s', (_way, write) => {
  it('are found', async () => {
    expect(codesOf(await auditFiles(await write(secretSentence)))).toContain('audit-words');
  });

  it('and public ones are not', async () => {
    expect(await auditFiles(await write(harmless))).toEqual([]);
  });

  it('are found when it is one telling word', async () => {
    expect(codesOf(await auditFiles(await write('Apologies from Zanthorpe were received')))).toContain(
      'audit-word',
    );
  });
});

function picture(): Sharp {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
}

function xmp(text: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${text}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

function withPngChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The check sum is not looked at.
  const chunk = Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  const afterHeader = 33;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
}

function withPngText(png: Buffer, text: string): Buffer {
  return withPngChunk(png, 'tEXt', Buffer.from(`Comment\0${text}`));
}

function withPngPackedText(png: Buffer, text: string): Buffer {
  return withPngChunk(png, 'zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(text)]));
}

function zip(data: Buffer, method: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(8, 26);
  return Buffer.concat([head, Buffer.from('word.xml'), data]);
}

describe('a file that can be read in part', () => {
  it('is told for what was found in it and for what could not be read', async () => {
    let packed: Uint8Array = Buffer.from(harmless);
    for (let depth = 0; depth < 20; depth += 1) packed = gzipSync(packed);
    const data = JSON.stringify({ said: secretSentence, packed: Buffer.from(packed).toString('base64') });
    const codes = codesOf(await auditFiles({ 'data.json': data }));
    expect(codes).toContain('audit-words');
    expect(codes).toContain('audit-unreadable');
  });
});
