import type { PdfValue } from './pdf-value.ts';

/**
 * The text of a PDF string: UTF-16 or UTF-8 where its first bytes say so, else Latin text (ISO 32000-1, 7.9.2.2).
 * Nothing for another kind of value.
 */
export function readTextString(value: PdfValue): string | undefined {
  if (value.kind !== 'string') return undefined;
  const bytes = Buffer.from(value.bytes, 'latin1');
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  return new TextDecoder('windows-1252').decode(bytes);
}
