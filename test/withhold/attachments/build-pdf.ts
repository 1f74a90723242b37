import { deflateSync } from 'node:zlib';

/** An object's source, or a dictionary's entries with a stream. */
export type ObjectSource = string | { readonly entries: string; readonly stream: string };

export interface PdfPlan {
  /** Added to the catalog (object 1). */
  readonly catalog?: string;
  /** Added to the page (object 3). */
  readonly page?: string;
  /** Drawing operators of the page. */
  readonly content?: string;
  /** Added to the document's information (object 6). */
  readonly info?: string;
  /** Added to the trailer. */
  readonly trailer?: string;
  /** Further objects, by number from 7. */
  readonly more?: Readonly<Record<number, ObjectSource>>;
  /** Everything but streams goes into an object stream, and the table into a cross-reference stream. */
  readonly isCompressed?: boolean;
}

export const visibleText = 'BT /F1 12 Tf 72 700 Td (Resurfacing of the high road begins in spring) Tj ET';

/** Bytes of a PDF of one page, with a correct cross-reference table or stream. */
export function buildPdf(plan: PdfPlan = {}): Uint8Array {
  return toBytes(plan.isCompressed ? compressed(plan) : plain(plan));
}

export function toBytes(source: string): Uint8Array {
  return new Uint8Array(Buffer.from(source, 'latin1'));
}

export function toSource(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

export function deflated(text: string): string {
  return deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
}

/** The source of one object as it stands in a file. */
export function objectSource(number: number, source: ObjectSource): string {
  const body =
    typeof source === 'string'
      ? source
      : `<< ${source.entries} /Length ${source.stream.length} >>\nstream\n${source.stream}\nendstream`;
  return `${number} 0 obj\n${body}\nendobj\n`;
}

function objectsOf({
  catalog = '',
  page = '',
  content = visibleText,
  info = '',
  more = {},
}: PdfPlan): [number, ObjectSource][] {
  const fixed: [number, ObjectSource][] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page.includes('/Resources') ? '' : '/Resources << /Font << /F1 5 0 R >> >>'} ${page} >>`,
    ],
    [4, { entries: '/Filter /FlateDecode', stream: deflated(content) }],
    [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [6, `<< /Producer (Builder) ${info} >>`],
  ];
  return [
    ...fixed,
    ...Object.entries(more).map(([number, source]): [number, ObjectSource] => [Number(number), source]),
  ];
}

const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

function plain(plan: PdfPlan): string {
  const objects = objectsOf(plan);
  let file = header;
  const offsets = new Map<number, number>();
  for (const [number, source] of objects) {
    offsets.set(number, file.length);
    file += objectSource(number, source);
  }
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `${file}xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R ${plan.trailer ?? ''} >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function compressed(plan: PdfPlan): string {
  const objects = objectsOf(plan);
  const inside = objects.filter((object): object is [number, string] => typeof object[1] === 'string');
  const container = Math.max(...objects.map(([number]) => number)) + 1;
  const table = container + 1;
  let pairs = '';
  let bodies = '';
  for (const [number, source] of inside) {
    pairs += `${number} ${bodies.length} `;
    bodies += `${source} `;
  }
  const streams: [number, ObjectSource][] = [
    ...objects.filter(([, source]) => typeof source !== 'string'),
    [
      container,
      {
        entries: `/Type /ObjStm /N ${inside.length} /First ${pairs.length} /Filter /FlateDecode`,
        stream: deflated(pairs + bodies),
      },
    ],
  ];
  let file = header;
  const rows = new Map<number, readonly [number, number, number]>(
    inside.map(([number], index) => [number, [2, container, index]]),
  );
  for (const [number, source] of streams) {
    rows.set(number, [1, file.length, 0]);
    file += objectSource(number, source);
  }
  rows.set(table, [1, file.length, 0]);
  const data = Buffer.alloc((table + 1) * 7);
  for (const [number, [type, second, third]] of rows) {
    data.writeUInt8(type, number * 7);
    data.writeUInt32BE(second, number * 7 + 1);
    data.writeUInt16BE(third, number * 7 + 5);
  }
  const entries = `/Type /XRef /Size ${table + 1} /W [1 4 2] /Root 1 0 R /Info 6 0 R /Filter /FlateDecode ${plan.trailer ?? ''}`;
  return `${file}${objectSource(table, { entries, stream: deflated(data.toString('latin1')) })}startxref\n${file.length}\n%%EOF\n`;
}
