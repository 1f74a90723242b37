import { describe, expect, it } from 'vitest';
import { findCoveredPages } from '../../../../src/withhold/attachments/pdf/find-covered-pages.ts';
import { buildPdf, type PdfPlan } from '../build-pdf.ts';

const words = 'BT /F1 12 Tf 72 700 Td (A name) Tj ET ';
const box = '0 g 70 695 100 20 re f ';
const resources = (entries: string) => `/Resources << /Font << /F1 5 0 R >> ${entries} >>`;
const form = (entries: string, stream: string): NonNullable<PdfPlan['more']> => ({
  7: { entries: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${entries}`, stream },
});
const transparency = (entries: string): Pick<PdfPlan, 'page'> => ({
  page: resources(`/ExtGState << /G << ${entries} >> >>`),
});

const covered: readonly (readonly [string, PdfPlan])[] = [
  ['a black box', { content: words + box }],
  ['a white box', { content: `${words} 1 g 70 695 100 20 re f` }],
  ['a grey box with a line round it', { content: `${words} 0.5 g 70 695 100 20 re B` }],
  ['a box drawn with lines', { content: `${words} 70 695 m 170 695 l 170 715 l 70 715 l h f` }],
  ['a box that was moved and turned', { content: `${words} q 0 20 -100 0 170 695 cm 0 0 1 1 re f Q` }],
  ['one of several boxes', { content: `${words} 70 695 100 20 re 300 300 9 9 re f` }],
  ['text placed by a matrix', { content: `BT /F1 1 Tf 12 0 0 12 72 700 Tm (A name) Tj ET ${box}` }],
  ['text on the second line', { content: `BT /F1 12 Tf 14 TL 72 714 Td (x) Tj T* (A name) Tj ET ${box}` }],
  [
    'text on a line that sets the leading',
    { content: `BT /F1 12 Tf 72 714 Td 0 -14 TD (A name) Tj ET ${box}` },
  ],
  ['text by the quotation mark', { content: `BT /F1 12 Tf 14 TL 72 714 Td (A name) ' ET ${box}` }],
  ['text moved back by its spacing', { content: `BT /F1 12 Tf 372 700 Td [25000 (A name)] TJ ET ${box}` }],
  ['text set wide', { content: `BT /F1 12 Tf 1 Tc 2 Tw 90 Tz 5 Ts 72 695 Td (A name) Tj ET ${box}` }],
  [
    'text whose font is set by a state',
    { content: `BT /G gs 72 700 Td (A name) Tj ET ${box}`, ...transparency('/Font [5 0 R 12]') },
  ],
  [
    'a box of full opacity',
    { content: `${words} /G gs ${box}`, ...transparency('/ca 1 /BM /Normal /SMask /None /LW 1') },
  ],
  [
    'a box in a form',
    {
      content: `${words} /X Do`,
      page: resources('/XObject << /X 7 0 R >>'),
      more: form('/Matrix [1 0 0 1 0 0]', box),
    },
  ],
  [
    'a box in a group',
    {
      content: `${words} /X Do`,
      page: resources('/XObject << /X 7 0 R >>'),
      more: form('/Group << /S /Transparency >>', box),
    },
  ],
  ['a box within a clip', { content: `${words} q 0 0 300 800 re W n ${box} Q` }],
  ['a box within a clip of the other rule', { content: `${words} q 0 0 300 800 re W* n ${box} Q` }],
];

const seen: readonly (readonly [string, PdfPlan])[] = [
  ['text on a box', { content: box + words }],
  ['a box beside the text', { content: `${words} 300 695 100 20 re f` }],
  ['a box that is only outlined', { content: `${words} 70 695 100 20 re S` }],
  ['a path without points', { content: `${words} f` }],
  ['a line under the text', { content: `${words} 70 698 100 1 re f` }],
  ['a line through the text', { content: `${words} 70 703 100 1 re f` }],
  ['a corner over two letters', { content: `${words} 70 695 8 20 re f` }],
  ['spaces under a box', { content: `BT /F1 12 Tf 72 700 Td (      ) Tj ET ${box}` }],
  ['a triangle', { content: `${words} 70 695 m 170 695 l 170 715 l h f` }],
  ['a rounded shape', { content: `${words} 70 695 m 170 695 l 170 695 190 705 170 715 c 70 715 l h f` }],
  ['a frame of two boxes', { content: `${words} 60 685 120 40 re 70 695 100 20 re f*` }],
  ['a box that lets the text through', { content: `${words} /G gs ${box}`, ...transparency('/ca 0.4') }],
  ['a box that multiplies', { content: `${words} /G gs ${box}`, ...transparency('/BM /Multiply') }],
  [
    'a box behind a mask',
    {
      content: `${words} /G gs ${box}`,
      page: resources('/ExtGState << /G << /SMask << /S /Luminosity /G 7 0 R >> >> >>'),
      more: form('/Group << /S /Transparency /CS /DeviceGray >>', ''),
    },
  ],
  [
    'a group that lets the text through',
    {
      content: `${words} /G gs /X Do`,
      page: resources('/ExtGState << /G << /ca 0.4 >> >> /XObject << /X 7 0 R >>'),
      more: form('/Group << /S /Transparency >>', box),
    },
  ],
  [
    'a box in a pattern',
    {
      content: `${words} /Pattern cs /P scn 70 695 100 20 re f`,
      page: resources('/Pattern << /P 7 0 R >>'),
      more: {
        7: '<< /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >> >>',
      },
    },
  ],
  ['a box in a pattern that does not exist', { content: `${words} /Pattern cs /P scn 70 695 100 20 re f` }],
  ['a box in a pattern of no kind', { content: `${words} /P scn 70 695 100 20 re f` }],
  ['a box that is clipped away', { content: `${words} q 300 300 9 9 re W n ${box} Q` }],
  [
    'a box in a form that ends before the text',
    {
      content: `${words} /X Do`,
      page: resources('/XObject << /X 7 0 R >>'),
      more: { 7: { entries: '/Type /XObject /Subtype /Form /BBox [0 0 50 50]', stream: box } },
    },
  ],
  ['more states restored than saved', { content: `Q Q ${words}` }],
];

describe('findCoveredPages', () => {
  it.each(covered)('finds letters under %s', async (_, plan) => {
    expect(await findCoveredPages(buildPdf(plan))).toEqual([1]);
  });

  it.each(seen)('lets through %s', async (_, plan) => {
    expect(await findCoveredPages(buildPdf(plan))).toEqual([]);
  });
});
