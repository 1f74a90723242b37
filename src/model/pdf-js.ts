// First, so that what is kept is the engine's own.
import { restoreBuiltIns } from './built-ins.ts';

// Not `import * as`: in a bundled command that would be loaded before everything else, whether or not there is a PDF.
const pdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs');

restoreBuiltIns();

/** The parts of pdf.js that are used here. Everything imports them from this file: see `restoreBuiltIns`. */
export const { AnnotationMode, OPS, Util } = pdfJs;

/** Begins to read a PDF with pdf.js, which otherwise loads its worker by itself at the first document, replacements and all. */
export async function openPdf(
  options: Exclude<Parameters<typeof pdfJs.getDocument>[0], undefined>,
): Promise<ReturnType<typeof pdfJs.getDocument>> {
  // @ts-expect-error -- it has no types, and none are needed: it is where pdf.js looks for it once it is loaded.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  restoreBuiltIns();
  return pdfJs.getDocument(options);
}
