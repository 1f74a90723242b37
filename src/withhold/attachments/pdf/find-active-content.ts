import type { AttachmentFaultCode } from '../attachment-faults.ts';
import { entryOf, nameAt, walkValues, type PdfDictionary, type PdfObject } from './pdf-value.ts';

type Rule = readonly [AttachmentFaultCode, (dictionary: PdfDictionary) => boolean];

const hasKey =
  (...keys: readonly string[]) =>
  (dictionary: PdfDictionary) =>
    keys.some((key) => dictionary.entries.has(key));
const isAnnotation = hasKey('Rect');
const annotationIs = (kinds: RegExp) => (dictionary: PdfDictionary) =>
  kinds.test(nameAt(dictionary, 'Subtype') ?? '');

const media = /^(?:Sound|Movie|Screen|RichMedia|3D)$/;
const checkedElsewhere = /^(?:FileAttachment|Redact)$/;
// Everything else that can lie on a page is somebody's mark on it: notes, highlights, boxes, stamps.
const ownAnnotations = /^(?:Link|Widget|PrinterMark|TrapNet)$/;
const quietActions = /^(?:GoTo|URI|Named|Thread|Trans)$/;
const actionKinds =
  /^(?:GoTo|GoToR|GoToE|GoToDp|Launch|Thread|URI|Sound|Movie|Hide|Named|SubmitForm|ResetForm|ImportData|JavaScript|SetOCGState|Rendition|Trans|GoTo3DView|RichMediaExecute)$/;

const rules: readonly Rule[] = [
  // An extra key in any dictionary counts, wherever it stands: names trees and annotations may be in object streams.
  ['attachment-pdf-embedded-file', hasKey('EmbeddedFiles', 'EF', 'AF', 'Collection')],
  ['attachment-pdf-embedded-file', (dictionary) => /^EmbeddedFile$/.test(nameAt(dictionary, 'Type') ?? '')],
  ['attachment-pdf-embedded-file', annotationIs(/^FileAttachment$/)],
  ['attachment-pdf-javascript', hasKey('JS', 'JavaScript')],
  [
    'attachment-pdf-javascript',
    (dictionary) => nameAt(dictionary, 'S') === 'JavaScript' || isScriptLink(dictionary),
  ],
  ['attachment-pdf-action', hasKey('AA')],
  ['attachment-pdf-action', (dictionary) => isLoudAction(nameAt(dictionary, 'S') ?? '')],
  ['attachment-pdf-link', isFileLink],
  ['attachment-pdf-multimedia', (dictionary) => isAnnotation(dictionary) && annotationIs(media)(dictionary)],
  ['attachment-pdf-redaction-not-applied', annotationIs(/^Redact$/)],
  [
    'attachment-pdf-comment',
    (dictionary) => isAnnotation(dictionary) && isComment(nameAt(dictionary, 'Subtype') ?? ''),
  ],
  ['attachment-pdf-form', hasKey('XFA')],
  ['attachment-pdf-hidden-layer', hidesLayer],
  ['attachment-pdf-thumbnail', hasKey('Thumb')],
];

/**
 * Finds what a PDF does, hides or carries beside its pages, in every dictionary of the file at any depth, used or not:
 * embedded files, scripts, actions, comments, redactions that were not applied, hidden layers.
 */
export function findActiveContent(objects: readonly PdfObject[]): readonly AttachmentFaultCode[] {
  const found = new Set<AttachmentFaultCode>();
  for (const { value } of objects) {
    for (const part of walkValues(value)) {
      if (part.kind !== 'dictionary') continue;
      for (const [code, applies] of rules) if (applies(part)) found.add(code);
    }
  }
  return [...found];
}

function isLoudAction(action: string): boolean {
  return actionKinds.test(action) && !quietActions.test(action) && action !== 'JavaScript';
}

function isComment(subtype: string): boolean {
  return (
    subtype !== '' && !ownAnnotations.test(subtype) && !media.test(subtype) && !checkedElsewhere.test(subtype)
  );
}

function addressOf(dictionary: PdfDictionary): string {
  const address = entryOf(dictionary, 'URI');
  return address?.kind === 'string' ? address.bytes.replace(/[\0- ]/g, '') : '';
}

function isScriptLink(dictionary: PdfDictionary): boolean {
  return /^(?:javascript|vbscript|data):/i.test(addressOf(dictionary));
}

/** `file:`, `C:` and `\\server`, and any scheme that is none of the web's. */
function isFileLink(dictionary: PdfDictionary): boolean {
  const address = addressOf(dictionary);
  const isWeb = /^(?:https?|mailto|tel):/i.test(address);
  return !isWeb && !isScriptLink(dictionary) && /^(?:[a-z][a-z\d+.-]*:|\\|\/\/)/i.test(address);
}

/** A layer that is off by default, or that turns itself off on screen (ISO 32000-1, 8.11.4). */
function hidesLayer(dictionary: PdfDictionary): boolean {
  const off = entryOf(dictionary, 'OFF');
  const isListed = off !== undefined && !(off.kind === 'array' && off.items.length === 0);
  return (
    isListed ||
    /^(?:OFF|Unchanged)$/.test(nameAt(dictionary, 'BaseState') ?? nameAt(dictionary, 'ViewState') ?? '')
  );
}
