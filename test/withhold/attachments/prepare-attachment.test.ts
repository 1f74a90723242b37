import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { attachmentFaultCodes, faultToProblem } from '../../../src/withhold/attachments/attachment-faults.ts';
import { digestAttachment } from '../../../src/withhold/attachments/digest-attachment.ts';
import {
  prepareAttachment,
  type PreparedAttachment,
} from '../../../src/withhold/attachments/prepare-attachment.ts';
import { buildPdf, toBytes, toSource } from './build-pdf.ts';
import { makeRequest, place } from './make-request.ts';

const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#336699' } })
  .png()
  .toBuffer();
const jpeg = await sharp(png).jpeg().toBuffer();
const webp = await sharp(png).webp().toBuffer();
const gif = await sharp(png).gif().toBuffer();
const lossless = await sharp(png).webp({ lossless: true }).toBuffer();
const negative = await sharp(png).negate().png().toBuffer();
const changed = await sharp(png)
  .withExif({ IFD0: { Artist: 'x' } })
  .png()
  .toBuffer();
const csv = 'Road,Cost\nHigh Street,1200\n';
const zip = 'PK\x03\x04rest';
const longText =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const longPdf = (more = '') => buildPdf({ content: `BT /F1 6 Tf 9 700 Td (${longText}) Tj ET ${more}` });

function codesOf(result: PreparedAttachment): readonly string[] {
  return result.outcome === 'refused' ? result.problems.map(({ code }) => code) : [];
}

describe('prepareAttachment', () => {
  it('publishes a PDF as it is, with the words of its pages and of its title', async () => {
    const bytes = buildPdf({ info: '/Title (Road plan)' });
    const result = await prepareAttachment(makeRequest('road-plan.pdf', bytes));
    expect(result).toEqual({
      outcome: 'prepared',
      attachment: {
        body: 'parish',
        meeting: '2021-11-18',
        name: 'road-plan.pdf',
        kind: 'pdf',
        bytes,
        text: 'Resurfacing of the high road begins in spring\nPDF-1.7\nBuilder\nRoad plan',
        pages: 1,
      },
    });
    // pdf.js takes away the buffers that it is given.
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('publishes a table as it is', async () => {
    expect(await prepareAttachment(makeRequest('costs.csv', csv))).toMatchObject({
      outcome: 'prepared',
      attachment: { kind: 'csv', bytes: new TextEncoder().encode(csv), text: csv },
    });
  });

  it.each([
    ['map.png', png],
    ['map.jpg', jpeg],
    ['map.jpeg', jpeg],
    ['map.webp', webp],
  ])('publishes a picture made again: %s', async (name, bytes) => {
    expect(await prepareAttachment(makeRequest(name, bytes))).toMatchObject({
      outcome: 'prepared',
      attachment: { kind: 'image', text: '', name },
    });
  });

  it.each(['figure-1.png', '2021_map.png', 'v1.2-map.png'])('takes the name %s', async (name) => {
    expect(codesOf(await prepareAttachment(makeRequest(name, png)))).toEqual([]);
  });

  const refusals: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['Figure.png', png, 'attachment-name'],
    ['figure 1.png', png, 'attachment-name'],
    ['figure.PNG', png, 'attachment-name'],
    ['-figure.png', png, 'attachment-name'],
    ['.png', png, 'attachment-name'],
    ['a..png', png, 'attachment-name'],
    ['../a.png', png, 'attachment-name'],
    ['fïgure.png', png, 'attachment-name'],
    ['budget.xlsx.pdf', buildPdf(), 'attachment-name'],
    ['map.png.pdf', buildPdf(), 'attachment-name'],
    ['budget', csv, 'attachment-kind'],
    ['budget.exe', csv, 'attachment-kind'],
    ['page.html', '<!doctype html>', 'attachment-kind'],
    ...['doc', 'docx', 'docm', 'xls', 'xlsx', 'xlsm', 'ppt', 'pptx', 'odt', 'ods', 'rtf', 'msg', 'eml'].map(
      (ending) => [`budget.${ending}`, zip, 'attachment-office-file'] as const,
    ),
    ['budget.DOCX', zip, 'attachment-office-file'],
    ['papers.zip', zip, 'attachment-archive'],
    ['map.svg', '<svg/>', 'attachment-svg'],
    ['map.gif', gif, 'attachment-gif'],
    ['map.png', zip, 'attachment-not-what-it-says'],
    ['map.png', jpeg, 'attachment-not-what-it-says'],
    ['map.jpg', png, 'attachment-not-what-it-says'],
    ['map.webp', gif, 'attachment-not-what-it-says'],
    ['map.png', '<svg/>', 'attachment-not-what-it-says'],
    ['map.pdf', ' %PDF-1.7', 'attachment-not-what-it-says'],
    ['map.pdf', '{\\rtf1', 'attachment-not-what-it-says'],
    ['map.csv', buildPdf(), 'attachment-not-what-it-says'],
    ['map.csv', zip, 'attachment-not-what-it-says'],
    ['map.png', '', 'attachment-empty'],
    ['map.csv', new Uint8Array(100_000_001), 'attachment-too-large'],
    ['map.png', png.subarray(0, 20), 'attachment-image-unreadable'],
    ['map.csv', '=1', 'attachment-csv-formula'],
    ['map.pdf', '%PDF-1.7', 'attachment-pdf-unreadable'],
  ];
  it.each(refusals)('refuses %s as such (%#)', async (name, bytes, code) => {
    expect(codesOf(await prepareAttachment(makeRequest(name, bytes)))).toEqual([code]);
  });

  it('stands at the line of the paper that links it, names the file and quotes nothing of it', async () => {
    const result = await prepareAttachment(makeRequest('costs.csv', 'Road,Cost\nHigh Street,=SECRET()'));
    expect(result).toEqual({
      outcome: 'refused',
      problems: [
        {
          ...place,
          code: 'attachment-csv-formula',
          what: 'The attachment `costs.csv` has a cell that a spreadsheet program would run as a formula, since it begins with =, +, - or @ and is not a number (row 2, cell 2).',
          instead:
            'Replace formulas by their values (in Excel copy, then paste as values), and begin the cell with a letter or a digit.',
        },
      ],
    });
  });

  it('never throws, whatever the bytes', async () => {
    const starts = ['%PDF-1.7\n', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFFabcdWEBP', ''];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.pdf', 'a.png', 'a.jpg', 'a.webp', 'a.csv', 'a.doc'),
        fc.constantFrom(...starts),
        fc.uint8Array(),
        async (name, start, rest) => {
          const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
          const { outcome } = await prepareAttachment(makeRequest(name, bytes));
          expect(['prepared', 'refused']).toContain(outcome);
          expect((await digestAttachment(bytes)).bytes).toMatch(/^[\da-f]{64}$/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws for a PDF of which one byte was changed', async () => {
    const source = toSource(buildPdf({ isCompressed: true }));
    await fc.assert(
      fc.asyncProperty(fc.nat(source.length - 1), fc.nat(255), async (at, byte) => {
        const changed = toBytes(source.slice(0, at) + String.fromCharCode(byte) + source.slice(at + 1));
        expect(['prepared', 'refused']).toContain(
          (await prepareAttachment(makeRequest('a.pdf', changed))).outcome,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('a withheld attachment under another name', () => {
  it.each([
    ['its bytes', 'map.csv', csv, new TextEncoder().encode(csv)],
    ['its bytes, as a picture', 'map.png', png, png],
    ['its pixels under other metadata', 'map.png', changed, png],
    ['its pixels in another format', 'map.webp', lossless, png],
    ['its pixels in a format that is refused', 'map.png', png, gif],
    ['its words in a PDF saved again', 'a.pdf', longPdf('1 0 0 RG'), longPdf()],
    ['its words with other capitals, as a table', 'a.csv', longText.replaceAll(' ', ','), longPdf()],
  ])('is known by %s', async (_, name, bytes: Uint8Array | string, withheld: Uint8Array) => {
    const withheldDigests = [await digestAttachment(png.subarray(0, 9)), await digestAttachment(withheld)];
    expect(codesOf(await prepareAttachment(makeRequest(name, bytes, { withheldDigests })))).toEqual([
      'attachment-withheld-content',
    ]);
  });

  it.each([
    ['another picture', 'map.png', negative, png],
    ['another PDF', 'a.pdf', longPdf('BT /F1 6 Tf 9 600 Td (and more) Tj ET'), longPdf()],
    ['a PDF of few words in both', 'a.pdf', buildPdf({ info: '/Title (B)' }), buildPdf()],
    ['a picture beside a PDF', 'map.png', png, longPdf()],
    ['a picture beside one that is no picture', 'map.png', png, toBytes('\x89PNG\r\n\x1a\nx')],
    ['a PDF beside one that cannot be read', 'a.pdf', longPdf(), toBytes('%PDF-1.7 x')],
    ['a picture beside an office file', 'map.png', png, toBytes(zip)],
  ])('is not seen in %s', async (_, name, bytes: Uint8Array | string, withheld: Uint8Array) => {
    const result = await prepareAttachment(
      makeRequest(name, bytes, { withheldDigests: [await digestAttachment(withheld)] }),
    );
    expect(codesOf(result)).toEqual([]);
  });

  it('is named beside the other faults, in one run', async () => {
    const bytes = buildPdf({
      content: `BT /F1 6 Tf 9 700 Td (${longText}) Tj ET`,
      catalog: '/Collection << >>',
    });
    const result = await prepareAttachment(
      makeRequest('a.pdf', bytes, { withheldDigests: [await digestAttachment(longPdf())] }),
    );
    expect(codesOf(result)).toEqual(['attachment-pdf-embedded-file', 'attachment-withheld-content']);
  });
});

describe('a problem of an attachment', () => {
  it.each(attachmentFaultCodes)('%s is two whole sentences', (code) => {
    const { what, instead } = faultToProblem(place, 'map.png', { code });
    expect(what).toMatch(/^The attachment `map\.png` (?:has|is|holds|still|cannot|does) /);
    expect(instead).toMatch(/^[A-Z].*\.$/);
    expect(code).toMatch(/^attachment-[a-z0-9-]+$/);
  });

  it('shows no character of a name that a terminal would obey', () => {
    expect(faultToProblem(place, 'a\u001b[2J`\n.png', { code: 'attachment-name' }).what).toContain(
      '`a?[2J??.png`',
    );
  });
});
