/** What a file is, as its first bytes say. */
export type AttachmentFormat =
  'png' | 'jpeg' | 'webp' | 'gif' | 'pdf' | 'office' | 'archive' | 'svg' | 'other';

const signatures: readonly (readonly [RegExp, AttachmentFormat])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^GIF8[79]a/, 'gif'],
  [/^%PDF-/, 'pdf'],
  [/^(?:\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf)/, 'office'],
  [/^(?:PK\x03\x04|PK\x05\x06|\x1f\x8b|7z\xbc\xaf|Rar!)/, 'archive'],
  [/^\s*<(?:\?xml|!--|!DOCTYPE|svg)/i, 'svg'],
];

/** Recognises a file by its first bytes, whatever its name says. Any markup counts as SVG. */
export function recogniseFormat(bytes: Uint8Array): AttachmentFormat {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  return signatures.find(([signature]) => signature.test(start))?.[1] ?? 'other';
}
