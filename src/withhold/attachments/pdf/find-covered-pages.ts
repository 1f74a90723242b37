import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withDocument } from './open-document.ts';

/**
 * Finds the pages, counted from 1, on which letters stand under a filled box: the redaction that Flintshire published in
 * 2020 and that the ICO's guidance names first among those that fail. Pictures laid over text are not noticed.
 * Gives nothing for a file that pdf.js cannot read.
 */
export function findCoveredPages(bytes: Uint8Array): Promise<readonly number[] | undefined> {
  return withDocument(bytes, 'lenient', async (document) => {
    const pages: number[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      if (await isCovered(document, number)) pages.push(number);
    }
    return pages;
  });
}

async function isCovered(document: PDFDocumentProxy, number: number): Promise<boolean> {
  // What a document is open for is loaded with it, and not before.
  const { AnnotationMode } = await import('../../../model/pdf-js.ts');
  const { Painter } = await import('./painter.ts');
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const painter = new Painter();
  fnArray.forEach((operator, index) => painter.draw(operator, argsArray[index]));
  page.cleanup();
  return painter.hasCovered;
}
