import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const packageFolder = fileURLToPath(
  new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')),
);

/** How an opened document deals with what it cannot read: it refuses the file, or goes on without. */
export type Reading = 'strict' | 'lenient';

/**
 * Opens a PDF with pdf.js, uses it, and closes it. Nothing of the file is run and nothing is fetched: no scripts, no
 * compiled functions, no XFA, fonts and character maps from the package alone. Nothing is printed. Gives
 * nothing for a file that pdf.js cannot read.
 */
export async function withDocument<Result>(
  bytes: Uint8Array,
  reading: Reading,
  use: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result | undefined> {
  // Only now: loading it takes a tenth of the time of a small build, and most have no PDF.
  const { openPdf } = await import('../../../model/pdf-js.ts');
  const task = await openPdf({
    // A copy: pdf.js takes the buffer away from whoever gave it, and refuses Node's own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    cMapUrl: `${packageFolder}cmaps/`,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
    stopAtErrors: reading === 'strict',
    // Pictures are not decoded: only text and the outlines of boxes are looked at. Strict reading would refuse their absence.
    maxImageSize: reading === 'strict' ? -1 : 0,
  });
  try {
    return await use(await task.promise);
  } catch {
    // What pdf.js says of a damaged file may quote it.
    return undefined;
  } finally {
    await task.destroy();
  }
}
