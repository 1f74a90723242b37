import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF holds that can be read: texts, and files attached to it. Or that it cannot be opened. */
export type PdfContent =
  | { readonly text: string; readonly attachments: readonly Uint8Array[] }
  | { readonly unreadable: 'locked' | 'damaged' };

/** True if bytes are a PDF: readers look for its mark in the first 1,024 bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Reads all text of a PDF: pages, properties, annotations, form fields, bookmarks, scripts, and its attachments as bytes. Text in
 * older revisions of the file is not reached from here.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({
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
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const notes = await page.getAnnotations();
  page.cleanup();
  return [text, notes];
}

/** Every string in a value of pdf.js, however deep. Pictures and other bytes are left out. */
function collectStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  const parts: unknown[] = value instanceof Map ? [...value.entries()] : Object.values(value);
  return parts.flatMap(collectStrings);
}
