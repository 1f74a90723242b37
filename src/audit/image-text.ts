import type { Metadata } from 'sharp';
import { decodeTexts } from './decode-bytes.ts';

/**
 * What pictures carry besides the picture: EXIF, XMP, IPTC, colour profile, comments. Undefined if the
 * bytes are no picture.
 */
export async function readImageText(bytes: Uint8Array): Promise<string | undefined> {
  if (!isImage(bytes)) return undefined;
  const metadata = await readMetadata(bytes);
  if (metadata === undefined) return undefined;
  const blocks = [metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.tifftagPhotoshop];
  const texts = blocks.flatMap((block) =>
    block === undefined ? [] : decodeTexts(block).map((each) => each.text),
  );
  const comments = (metadata.comments ?? []).map((comment) => `${comment.keyword}\n${comment.text}`);
  return [...texts, ...comments].join('\n');
}

/** PNG, JPEG, GIF, TIFF, WebP and the family of AVIF and HEIF, by their first bytes. */
function isImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp)/.test(head);
}

/** None for a picture that is damaged: it is read byte for byte all the same. */
async function readMetadata(bytes: Uint8Array): Promise<Metadata | undefined> {
  // Outside of what is caught below: a program that is not installed whole is no fault of a picture.
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes).metadata();
  } catch {
    return undefined;
  }
}
