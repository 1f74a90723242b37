import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../src/audit/finding.ts';
import { auditOutput, type AuditOptions } from '../../src/audit/audit-output.ts';
import { fingerprintWithheld, type Fingerprints } from '../../src/audit/fingerprint.ts';
import { seal } from '../../src/model/sealed.ts';
import type { Withheld, WithheldPiece } from '../../src/model/withheld.ts';

/** A sentence of the withheld paper below. Its first six words are in no public text. */
export const secretSentence = 'The panel heard that Zanthorpe would leave Quillby before the autumn term.';

/** A withheld report with a bit of everything that is looked for. */
export const secretPaper = {
  file: 'content/body/2021-11-18/d1.md',
  texts: [
    `## Case KCSP/2021/0457\n\n${secretSentence}\n\nThe budget was noted by all the members present.`,
    'Ida Quillby',
  ],
  names: ['d1-zanthorpe-review'],
};

/** What may be read by anybody, among it the last sentence of the withheld report. */
export const publicTexts = [
  '# Agenda\n\nThe budget was noted by all the members present. Apologies were received from the chairman.',
  '<!doctype html><html lang="en"><head><title>{{ title }}</title><meta name="viewport" content="width=device-width"></head><body><main>{{ html }}</main></body></html>',
];

interface PieceOptions {
  readonly file?: string;
  readonly texts?: readonly string[];
  readonly names?: readonly string[];
  readonly bytes?: Uint8Array;
  readonly item?: string;
  readonly what?: WithheldPiece['what'];
}

/** A withheld piece of the kind that the withhold stage makes. */
export function withheldPiece({
  file = secretPaper.file,
  texts = [],
  names = [],
  bytes,
  item = 'D1',
  what = 'paper',
}: PieceOptions): WithheldPiece {
  const base = {
    what,
    because: 'restricted: true',
    file,
    body: 'body',
    meeting: '2021-11-18',
    item,
    resolutions: 0,
  } as const;
  return { ...base, texts: seal(texts), names: seal(names), ...(bytes && { bytes: seal(bytes) }) };
}

/** Pieces and canaries as one value. */
export function withheld(pieces: readonly WithheldPiece[], canaries: readonly string[] = []): Withheld {
  return { pieces, canaries: seal(canaries) };
}

/** Fingerprints of the withheld report. */
export function secretFingerprints(): Fingerprints {
  return fingerprintWithheld(withheld([withheldPiece(secretPaper)]), publicTexts, new Set());
}

/** The files of an output, by path. */
export type Files = { readonly [path: string]: string | Uint8Array };

/** Writes files into a new folder, does something with it, and deletes it. */
export async function withFolder<Result>(
  files: Files,
  use: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'minutebook-audit-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Audits files as an output in which each of them is expected, unless told otherwise. */
export async function auditFiles(
  files: Files,
  options: Partial<AuditOptions> = {},
): Promise<readonly Finding[]> {
  return withFolder(files, (directory) =>
    auditOutput({
      directory,
      expectedFiles: Object.keys(files),
      fingerprints: secretFingerprints(),
      accepted: [],
      ...options,
    }),
  );
}

/** Codes of findings, in order. */
export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => finding.code);
}

/** A PDF of one page with one line of text, and properties. */
export function tinyPdf(text: string, title = 'Paper'): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td ${text} ET`;
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Title (${title}) >>`,
    ],
    '/Info 6 0 R',
  );
}

/** A PDF of the objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = pdf.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

/** How many fingerprints are looked for in texts. */
export function soughtIn({ prints, isSought }: Fingerprints): number {
  return Array.from({ length: prints.table.size }, (_, entry) => entry).filter(isSought).length;
}
