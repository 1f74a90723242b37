import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { withDocument } from './open-document.ts';

/**
 * Reads the text of every page, in order, with text that is drawn invisibly (as under a scan) or in white; nothing when
 * the file cannot be read to its end.
 */
export function readPageTexts(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  return withDocument(bytes, 'strict', readPages);
}

async function readPages(document: PDFDocumentProxy): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    // Marks of content are left out unless asked for, so every item is text.
    texts.push((items as TextItem[]).map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
    page.cleanup();
  }
  return texts;
}
