import { describe, expect, it } from 'vitest';
import type { AttachmentFaultCode } from '../../../../src/withhold/attachments/attachment-faults.ts';
import { inspectPdf } from '../../../../src/withhold/attachments/pdf/inspect-pdf.ts';
import {
  buildPdf,
  deflated,
  objectSource,
  toBytes,
  toSource,
  visibleText,
  type PdfPlan,
} from '../build-pdf.ts';

async function codesOf(bytes: Uint8Array): Promise<readonly AttachmentFaultCode[]> {
  const { faults } = await inspectPdf(bytes);
  return faults.map(({ code }) => code);
}

const annotation = (entries: string, more: PdfPlan['more'] = {}): PdfPlan => ({
  page: '/Annots [7 0 R]',
  more: { 7: `<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`, ...more },
});

/** Each fault by itself in the control, which has none. */
const planted: readonly (readonly [AttachmentFaultCode, string, PdfPlan])[] = [
  [
    'attachment-pdf-embedded-file',
    'a names tree of embedded files',
    {
      catalog: '/Names << /EmbeddedFiles << /Names [(budget) 7 0 R] >> >>',
      more: {
        7: '<< /Type /Filespec /EF << /F 8 0 R >> >>',
        8: { entries: '/Type /EmbeddedFile', stream: 'x' },
      },
    },
  ],
  [
    'attachment-pdf-embedded-file',
    'a file stream alone',
    { catalog: '/X 7 0 R', more: { 7: { entries: '/Type /EmbeddedFile', stream: 'x' } } },
  ],
  ['attachment-pdf-embedded-file', 'a portfolio', { catalog: '/Collection << /View /T >>' }],
  [
    'attachment-pdf-embedded-file',
    'an associated file',
    { catalog: '/AF [7 0 R]', more: { 7: '<< /Type /Filespec >>' } },
  ],
  ['attachment-pdf-embedded-file', 'a file pinned to a page', annotation('/Subtype /FileAttachment')],
  [
    'attachment-pdf-javascript',
    'a script of the document',
    { catalog: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert) >>] >> >>' },
  ],
  ['attachment-pdf-javascript', 'a script on opening', { catalog: '/OpenAction << /S /JavaScript >>' }],
  [
    'attachment-pdf-javascript',
    'a script in a link',
    annotation('/Subtype /Link /A << /S /URI /URI (java\\nscript:alert) >>'),
  ],
  [
    'attachment-pdf-javascript',
    'a name written with an escape',
    { catalog: '/OpenAction << /S /Java#53cript >>' },
  ],
  ['attachment-pdf-action', 'an action of a page', { page: '/AA << /O << /S /Named /N /Print >> >>' }],
  [
    'attachment-pdf-action',
    'a program that is launched',
    annotation('/Subtype /Link /A << /S /Launch /F (cmd) >>'),
  ],
  ['attachment-pdf-action', 'a form that is sent', { catalog: '/OpenAction << /S /SubmitForm >>' }],
  [
    'attachment-pdf-link',
    'a link to a drive',
    annotation('/Subtype /Link /A << /S /URI /URI (file:///S:/legal/case.docx) >>'),
  ],
  [
    'attachment-pdf-link',
    'a link to a server',
    annotation('/Subtype /Link /A << /S /URI /URI (\\\\\\\\server\\\\case) >>'),
  ],
  ['attachment-pdf-multimedia', 'a film', annotation('/Subtype /RichMedia')],
  ['attachment-pdf-redaction-not-applied', 'a redaction', annotation('/Subtype /Redact /Contents (x)')],
  ['attachment-pdf-comment', 'a note', annotation('/Subtype /Text /Contents (Do not publish)')],
  ['attachment-pdf-comment', 'a box drawn over the page', annotation('/Subtype /Square /IC [0 0 0]')],
  ['attachment-pdf-form', 'an XFA form', { catalog: '/AcroForm << /Fields [] /XFA [] >>' }],
  [
    'attachment-pdf-hidden-layer',
    'a layer that is off',
    {
      catalog: '/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>',
      more: { 7: '<< /Type /OCG /Name (Draft) >>' },
    },
  ],
  [
    'attachment-pdf-hidden-layer',
    'layers that are off unless named',
    {
      catalog: '/OCProperties << /OCGs [7 0 R] /D << /BaseState /OFF >> >>',
      more: { 7: '<< /Type /OCG /Name (Draft) >>' },
    },
  ],
  [
    'attachment-pdf-hidden-layer',
    'a layer that is off on screen',
    {
      catalog: '/OCProperties << /OCGs [7 0 R] /D << >> >>',
      more: { 7: '<< /Type /OCG /Name (Draft) /Usage << /View << /ViewState /OFF >> >> >>' },
    },
  ],
  [
    'attachment-pdf-hidden-layer',
    'a list of layers elsewhere',
    { catalog: '/OCProperties << /OCGs [] /D << /OFF 7 0 R >> >>', more: { 7: '[]' } },
  ],
  [
    'attachment-pdf-thumbnail',
    'a small picture of the page',
    { page: '/Thumb 7 0 R', more: { 7: { entries: '/Width 1', stream: 'x' } } },
  ],
  [
    'attachment-pdf-private-data',
    'the drawing as its program keeps it',
    {
      page: '/PieceInfo << /Illustrator << /Private 7 0 R >> >>',
      more: { 7: '<< /Data 8 0 R >>', 8: { entries: '', stream: 'x' } },
    },
  ],
  [
    'attachment-pdf-leftover-object',
    'the content of a page that was deleted',
    { more: { 7: { entries: '', stream: 'BT (gone) Tj ET' } } },
  ],
  [
    'attachment-pdf-leftover-object',
    'a page that was deleted',
    { more: { 7: '<< /Type /Page /Parent 2 0 R >>' } },
  ],
  [
    'attachment-pdf-leftover-object',
    'a page that only a bookmark names',
    { catalog: '/Outlines << /First << /Dest [7 0 R /Fit] >> >>', more: { 7: '<< /Type /Page >>' } },
  ],
  [
    'attachment-pdf-leftover-object',
    'a comment that was deleted',
    { more: { 7: '<< /Contents (the family lives in) >>' } },
  ],
  ['attachment-pdf-encrypted', 'encryption', { trailer: '/Encrypt << /Filter /Standard >>' }],
  [
    'attachment-pdf-unreadable',
    'a filter nobody knows',
    { page: '/X 7 0 R', more: { 7: { entries: '/Filter /Crypt', stream: 'x' } } },
  ],
  [
    'attachment-pdf-unreadable',
    'a filter that is no name',
    { page: '/X 7 0 R', more: { 7: { entries: '/Filter [1]', stream: 'x' } } },
  ],
  [
    'attachment-pdf-unreadable',
    'a damaged stream',
    { page: '/X 7 0 R', more: { 7: { entries: '/Filter /FlateDecode', stream: 'x' } } },
  ],
  [
    'attachment-pdf-unreadable',
    'a stream that stands in another file',
    { page: '/X 7 0 R', more: { 7: { entries: '/F (S:/case.txt)', stream: 'x' } } },
  ],
  ['attachment-pdf-unreadable', 'a key written twice', { catalog: '/Lang (en) /Lang (cy)' }],
  [
    'attachment-pdf-unreadable',
    'an object stream without its index',
    { page: '/X 7 0 R', more: { 7: { entries: '/Type /ObjStm', stream: '' } } },
  ],
  [
    'attachment-pdf-unreadable',
    'an object stream with an unknown layout',
    {
      page: '/X 7 0 R',
      more: { 7: { entries: '/Type /ObjStm /N 1 /First 4 /DecodeParms << >>', stream: '8 0 null' } },
    },
  ],
  [
    'attachment-pdf-unreadable',
    'a compressed object without a first',
    { page: '/X 7 0 R', more: { 7: { entries: '/Type /ObjStm /N 1', stream: '8 0 null' } } },
  ],
];

const layouts = [false, true].map((isCompressed) => ({
  isCompressed,
  layout: isCompressed ? 'object streams' : 'a table',
}));

describe.each(layouts)('a PDF with $layout', ({ isCompressed }) => {
  it('passes when it has none of the faults', async () => {
    const { faults, pages, pageText } = await inspectPdf(buildPdf({ isCompressed }));
    expect({ faults, pages, pageText }).toEqual({
      faults: [],
      pages: 1,
      pageText: 'Resurfacing of the high road begins in spring',
    });
  });

  it.each(planted)('is refused as %s for %s', async (code, _, plan) => {
    expect(await codesOf(buildPdf({ ...plan, isCompressed }))).toContain(code);
  });
});

/** What real programs write, and what an officer could do nothing about. */
const harmless: readonly (readonly [string, PdfPlan])[] = [
  ['a link to the web', annotation('/Subtype /Link /A << /S /URI /URI (https://example.org/) >>')],
  ['a link to a page', annotation('/Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] >>')],
  ['a link within the site', annotation('/Subtype /Link /A << /S /URI /URI (minutes/) >>')],
  ['a link whose address is no text', annotation('/Subtype /Link /A << /S /URI /URI 7 >>')],
  ['a rectangle that is no annotation', { catalog: '/X << /Rect [0 0 1 1] >>' }],
  ['a field of a form', annotation('/Subtype /Widget /FT /Tx')],
  ['layers that are all on', { catalog: '/OCProperties << /OCGs [] /D << /OFF [] /BaseState /ON >> >>' }],
  [
    'private data without a stream',
    { page: '/PieceInfo << /InDesign << /Private 7 0 R /Other 99 0 R >> >>', more: { 7: '<< /ID 1 >>' } },
  ],
  ['an object that nothing names and that holds no words', { more: { 7: '<< /ID (node00012) >>' } }],
  [
    'a title that nothing names',
    { more: { 7: '<< /Producer (A program) /Title (Road plan of the parish) >>' } },
  ],
  ['a character map that nothing names', { more: { 7: { entries: '', stream: '/CIDInit begincmap' } } }],
  ['a font that nothing names', { more: { 7: { entries: '/Length1 4', stream: 'font' } } }],
  ['comments between objects', { more: { 7: 'null % written by hand' } }],
  ['a page tree that bites its tail', { catalog: '/X [2 0 R 2 0 R]', more: { 7: 'true' } }],
];

describe('a PDF', () => {
  it.each(harmless)('passes with %s', async (_, plan) => {
    expect(await codesOf(buildPdf(plan))).toEqual([]);
  });

  it('passes when it was linearized', async () => {
    expect(await codesOf(linearized())).toEqual([]);
  });

  it('passes as Word saves it, with an empty table appended', async () => {
    expect(await codesOf(savedByWord(''))).toEqual([]);
  });

  const control = toSource(buildPdf());
  const update = (objects: string) =>
    `${control}${objects}trailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n0\n%%EOF\n`;
  const page = objectSource(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>');
  it.each([
    ['an object changed by appending', update(page)],
    ['an object deleted by appending', update('xref\n3 1\n0000000000 00001 f \n')],
    [
      'an update of a linearized file',
      `${toSource(linearized())}${page}trailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n0\n%%EOF\n`,
    ],
    ['an object appended in the form of Word', toSource(savedByWord(page))],
    ['an object deleted in the form of Word', toSource(savedByWord('xref\n3 1\n0000000000 00001 f \n'))],
    ['an object written twice', toSource(buildPdf()).replace('xref\n', `${objectSource(5, 'null')}xref\n`)],
  ])('is refused as attachment-pdf-earlier-revision for %s', async (_, source) => {
    expect(await codesOf(toBytes(source))).toContain('attachment-pdf-earlier-revision');
  });

  it.each([
    ['after its end', `${control}the case of`],
    ['of an archive after its end', `${control}PK\x03\x04`],
  ])('is refused as attachment-pdf-trailing-bytes for bytes %s', async (_, source) => {
    expect(await codesOf(toBytes(source))).toEqual(['attachment-pdf-trailing-bytes']);
  });

  it.each([
    ['bytes between its objects', control.replace('2 0 obj', 'the case of\n2 0 obj')],
    ['no end', control.replace('%%EOF', '')],
    ['a stream of another length', control.replace(/\/Length (\d+)/, '/Length 1')],
    ['a stream without a length', control.replace(/\/Length (\d+)/, '')],
    ['a length that stands nowhere', control.replace(/\/Length (\d+)/, '/Length 99 0 R')],
    ['an object without an end', control.replace('endobj', '')],
    ['a trailer that is no dictionary', control.replace(/trailer\n<<.*>>/, 'trailer\n[]')],
    ['a key without a value', control.replace('/Type /Catalog', '/Catalog')],
    ['a key that is no name', control.replace('/Type /Catalog', '(Type) /Catalog')],
    [
      'dictionaries within each other without end',
      control.replace('/Type /Catalog', `/X ${'['.repeat(100_000)}`),
    ],
    [
      'an object stream without a stream',
      toSource(buildPdf({ more: { 7: '<< /Type /ObjStm /N 1 /First 1 >>' } })),
    ],
    ['a start and nothing else', '%PDF-1.7\n'],
    ['no pages that can be read', control.replace('/Kids [3 0 R]', '/Kids [9 0 R]')],
  ])('is refused for %s', async (_, source) => {
    const codes = await codesOf(toBytes(source));
    expect(codes.length).toBeGreaterThan(0);
    expect([
      'attachment-pdf-unreadable',
      'attachment-pdf-earlier-revision',
      'attachment-pdf-leftover-object',
    ]).toContain(codes[0]);
  });

  it('reads a stream whose length is an object of its own', async () => {
    const body = control
      .replace(/\/Length (\d+)/, '/Length 7 0 R')
      .replace('xref\n', '7 0 obj\n$LENGTH\nendobj\nxref\n');
    const length = /\/Length (\d+)/.exec(control)![1]!;
    const { faults, pageText } = await inspectPdf(toBytes(body.replace('$LENGTH', length)));
    expect({ faults, pageText }).toEqual({
      faults: [],
      pageText: 'Resurfacing of the high road begins in spring',
    });
  });

  it('keeps the lines of a page apart', async () => {
    const { pageText } = await inspectPdf(
      buildPdf({ content: 'BT /F1 12 Tf 14 TL 72 700 Td (The first line) Tj T* (and the second) Tj ET' }),
    );
    expect(pageText).toBe('The first line\nand the second');
  });

  it('names every fault in one run', async () => {
    const codes = await codesOf(buildPdf({ page: '/Thumb null /AA << >>', catalog: '/Collection << >>' }));
    expect([...codes].sort()).toEqual([
      'attachment-pdf-action',
      'attachment-pdf-embedded-file',
      'attachment-pdf-thumbnail',
    ]);
  });

  it('says on which page text is covered, and quotes none of it', async () => {
    const { faults } = await inspectPdf(buildPdf({ content: `${visibleText} 0 g 70 695 400 20 re f` }));
    expect(faults).toEqual([{ code: 'attachment-pdf-covered-text', where: 'page 1' }]);
  });
});

/** Two halves with an end each, and parameters that name the length of the whole (ISO 32000-1, Annex F). */
function linearized(): Uint8Array {
  const body = toSource(buildPdf()).replace('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', '');
  const build = (length: number, hint: number) =>
    `%PDF-1.7\n7 0 obj\n<< /Linearized 1 /L ${String(length).padStart(6)} /H [ ${String(hint).padStart(4)} 1 ] /N 1 >>\nendobj\n` +
    `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF\n` +
    `${objectSource(8, { entries: '/S 1', stream: 'x' })}${body}`;
  const draft = build(0, 0);
  return toBytes(build(draft.length, draft.indexOf('8 0 obj')));
}

/** As Word's "Save as PDF" ends: a table without entries, whose trailer names a cross-reference stream. */
function savedByWord(appended: string): Uint8Array {
  const first = toSource(buildPdf());
  return toBytes(
    `${first}${appended}xref\n0 0\ntrailer\n<< /Size 7 /Root 1 0 R /Prev 9 /XRefStm 9 >>\nstartxref\n${first.length}\n%%EOF`,
  );
}

describe('the text of a PDF', () => {
  it.each([
    ['its title', { info: '/Title (Alderman)' }],
    ['its author, in UTF-16', { info: '/Author <FEFF0041006C006400650072006D0061006E>' }],
    ['its author, in UTF-16 the other way round', { info: '/Author <FFFE41006C006400650072006D0061006E00>' }],
    ['its author, in UTF-8', { info: '/Author <EFBBBF416C6465726D616E>' }],
    ['a bookmark', { catalog: '/Outlines 7 0 R', more: { 7: '<< /First << /Title (Alder\\\nman) >> >>' } }],
    ['the address of a link', annotation('/Subtype /Link /A << /S /URI /URI (https://x.org/Alderman) >>')],
    [
      'XMP, in an element',
      {
        catalog: '/Metadata 7 0 R',
        more: {
          7: {
            entries: '/Type /Metadata /Subtype /XML',
            stream: '<x:a xmlns:x="u"><dc:creator>Alderman</dc:creator></x:a>',
          },
        },
      },
    ],
    [
      'XMP, in an attribute',
      {
        catalog: '/Metadata 7 0 R',
        more: { 7: { entries: '/Subtype /XML', stream: '<x:a dc:creator="Alderman"/>' } },
      },
    ],
    [
      'XMP in UTF-16',
      {
        catalog: '/Metadata 7 0 R',
        more: { 7: { entries: '/Type /Metadata', stream: '\xfe\xff\0A\0l\0d\0e\0r\0m\0a\0n' } },
      },
    ],
    [
      'XMP in UTF-16 the other way round',
      {
        catalog: '/Metadata 7 0 R',
        more: { 7: { entries: '/Type /Metadata', stream: '\xff\xfeA\0l\0d\0e\0r\0m\0a\0n\0' } },
      },
    ],
    ['text for screen readers', { content: `/Span << /ActualText (Alderman) >> BDC ${visibleText} EMC` }],
    [
      'text for screen readers, filtered twice',
      {
        page: '/X 7 0 R',
        more: {
          7: {
            entries: '/Filter [/ASCIIHexDecode /FlateDecode]',
            stream: `${Buffer.from(deflated('/Alt <416C6465726D616E>'), 'latin1').toString('hex')}>`,
          },
        },
      },
    ],
    [
      'text for screen readers, in base 85',
      {
        page: '/X 7 0 R',
        more: { 7: { entries: '/Filter /ASCII85Decode', stream: ascii85('/E (Alderman)\0\0\0\0!') } },
      },
    ],
    ['invisible text, as under a scan', { content: 'BT 3 Tr /F1 12 Tf 72 700 Td (Alderman) Tj ET' }],
    ['white text', { content: 'BT 1 g /F1 12 Tf 72 700 Td (Alderman) Tj ET' }],
    ['a comment between objects', { more: { 7: 'null % Alderman' } }],
    ['a trailer', { trailer: '/X (Alderman)' }],
    [
      'a comment of a photograph',
      {
        page: '/X 7 0 R',
        more: {
          7: {
            entries: '/Subtype /Image /Filter /DCTDecode',
            stream: '\xff\xd8\xff\xe0\0\x04ab\xff\xfe\0\x0aAlderman\xff\xda\0\0',
          },
        },
      },
    ],
    [
      'a field of a photograph as Windows writes it',
      {
        page: '/X 7 0 R',
        more: {
          7: {
            entries: '/Filter /DCTDecode',
            stream: '\xff\xd8\xff\xe1\0\x12A\0l\0d\0e\0r\0m\0a\0n\0\xff\xd9',
          },
        },
      },
    ],
  ] as readonly (readonly [string, PdfPlan])[])('holds %s', async (_, plan) => {
    const { faults, text } = await inspectPdf(buildPdf(plan));
    expect(faults).toEqual([]);
    expect(text).toContain('Alderman');
  });

  it.each([
    [
      'a picture that is no photograph',
      {
        page: '/X 7 0 R',
        more: { 7: { entries: '/Subtype /Image /Filter /FlateDecode', stream: 'not read' } },
      },
    ],
    [
      'a photograph cut short',
      { page: '/X 7 0 R', more: { 7: { entries: '/Filter /DCTDecode', stream: '\xff\xd8\xff' } } },
    ],
    [
      'a photograph with something else where a segment should begin',
      { page: '/X 7 0 R', more: { 7: { entries: '/Filter /DCTDecode', stream: '\xff\xd8notasegment' } } },
    ],
    [
      'a scan',
      { page: '/X 7 0 R', more: { 7: { entries: '/Filter [/FlateDecode /CCITTFaxDecode]', stream: 'x' } } },
    ],
    ['a font', { page: '/X 7 0 R', more: { 7: { entries: '/Subtype /Type1C', stream: '/E (abc)' } } }],
    ['the identifier of the file', { trailer: '/ID [(abcdefg) (abcdefg)]' }],
  ] as readonly (readonly [string, PdfPlan])[])('takes nothing from %s', async (_, plan) => {
    const { faults, text } = await inspectPdf(buildPdf(plan));
    expect({ faults, text }).toEqual({
      faults: [],
      text: 'Resurfacing of the high road begins in spring\nPDF-1.7\nBuilder',
    });
  });
});

/** The encoder of what decode-stream.ts decodes; zeros in one letter. */
function ascii85(text: string): string {
  const groups = text.match(/[^]{1,4}/g) ?? [];
  const encoded = groups.map((group) => {
    let value = [...group.padEnd(4, '\0')].reduce((sum, character) => sum * 256 + character.charCodeAt(0), 0);
    if (value === 0 && group.length === 4) return 'z';
    const digits: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      digits.unshift(String.fromCharCode((value % 85) + 33));
      value = Math.floor(value / 85);
    }
    return digits.join('').slice(0, group.length + 1);
  });
  return `${encoded.join('')}~>`;
}
