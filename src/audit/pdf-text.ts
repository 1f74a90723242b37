import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** What a PDF holds that can be read: texts, and files attached to it. Or that it cannot be opened. */
export type PdfContent =
  | { readonly text: string; readonly attachments: readonly Uint8Array[] }
  | { readonly unreadable: 'locked' | 'damaged' };

/** True if bytes are a PDF: readers look for its mark in the first 1,024 bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Reads all text of a PDF: pages, properties, annotations, form fields, bookmarks, scripts, and its
 * attachments as bytes. Text in older revisions of the file is not reached from here.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  // Only now: loading it takes a tenth of the time of a small build, and most have no PDF.
  const { openPdf } = await import('../model/pdf-js.ts');
  const task = await openPdf({
    // A copy: pdf.js takes the buffer away from whoever gave it.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    // Without them the text of pages in Chinese, or with old fonts, would come out as other letters.
    cMapUrl: `${packageFolder}cmaps/`,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
  });
  try {
    return await readDocument(await task.promise);
  } catch (error) {
    // Its message may quote the file, and is dropped.
    return {
      unreadable: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged',
    };
  } finally {
    await task.destroy();
  }
}

const packageFolder = fileURLToPath(
  new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')),
);

async function readDocument(document: PDFDocumentProxy): Promise<PdfContent> {
  const { info, metadata } = await document.getMetadata();
  const texts: unknown[] = [
    info,
    metadata?.getRaw(),
    await document.getOutline(),
    await document.getJSActions(),
    await document.getFieldObjects(),
  ];
  for (let number = 1; number <= document.numPages; number += 1) texts.push(await readPage(document, number));
  const attachments = (await document.getAttachments()) as {
    readonly [name: string]: { readonly content: Uint8Array };
  } | null;
  texts.push(Object.keys(attachments ?? {}));
  return {
    text: texts.flatMap(collectStrings).join('\n'),
    attachments: Object.values(attachments ?? {}).map((each) => each.content),
  };
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<unknown> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  // Without marked content, which is left out unless asked for, every item is text.
  const text = (items as readonly TextItem[]).map((item) => item.str + (item.hasEOL ? '\n' : '')).join('');
  // The structure holds what is said instead of pictures.
  const others = [await page.getAnnotations(), await page.getStructTree()];
  page.cleanup();
  return [text, others];
}

/** Every string in a value of pdf.js, however deep. Pictures and other bytes are left out. */
function collectStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  const parts = Symbol.iterator in value ? [...(value as Iterable<unknown>)] : Object.values(value);
  return parts.flatMap(collectStrings);
}
