import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Writes the attachments of the fixture `full`, which are not committed, into a copy of it. */
export async function makeAttachments(content: string): Promise<void> {
  const files = join(content, 'nowhere-scrutiny/2024-03-14/files');
  mkdirSync(files);
  const write = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(files, name), bytes);
  const about = { ImageDescription: 'xoquexifwords of the camera', Artist: 'Xoquartist Brine' };
  write('harbour.png', await picture('#225588', about));
  write('lamp-specification.pdf', pdf('Each lamp burns for nine thousand hours'));
  write('lamps.csv', 'Lamp,Lit\none,yes\nnine,no\n');
  write('xoqupicture.png', await picture('#882255', {}));
  write('xoquvaluation.pdf', pdf('The pier is worth xoquworth thousand pounds'));
  write('xoqunotlinked.csv', 'Name,Debt\nXoqudebtor Shingle,ninety\n');
}

async function picture(colour: string, about: { [name: string]: string }): Promise<Uint8Array> {
  const create = { width: 24, height: 16, channels: 3, background: colour } as const;
  return await sharp({ create }).withExif({ IFD0: about }).png().toBuffer();
}

/** A PDF of one page that says one thing. */
function pdf(words: string): Uint8Array {
  const drawing = deflateSync(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`).toString('latin1');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Filter /FlateDecode /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const rows = objects.map((object, index) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${rows.join('')}`;
  const end = `${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
