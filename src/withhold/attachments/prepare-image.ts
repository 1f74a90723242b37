import type { Sharp } from 'sharp';
import type { AttachmentFaultCode } from './attachment-faults.ts';
import { mostPixels } from './decode-pixels.ts';

/** A picture made again, or why it cannot be published. */
export type PreparedImage =
  | { readonly outcome: 'prepared'; readonly bytes: Uint8Array }
  | { readonly outcome: 'refused'; readonly code: AttachmentFaultCode };

/**
 * Makes a picture again from its pixels, in the format it had, so that nothing else of the file is
 * published: no EXIF, XMP, IPTC, ICC profile, comment, thumbnail or trailing bytes (ICO, "Disclosing documents
 * to the public securely": metadata of images). The same bytes give the same picture. Transparency is laid on
 * white, since pixels that are fully transparent keep their colours and so can hold what nobody sees.
 */
export async function prepareImage(
  bytes: Uint8Array,
  format: 'png' | 'jpeg' | 'webp',
): Promise<PreparedImage> {
  // Outside of what is caught below: a program that is not installed whole is no fault of a picture.
  const { default: sharp } = await import('sharp');
  try {
    // Only the header is read here, so that the size can be refused before anything is decoded.
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return refuse('attachment-image-too-many-pixels');
    if (pages !== undefined && pages > 1) return refuse('attachment-image-animated');
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    return { outcome: 'prepared', bytes: new Uint8Array(await encode(upright, format).toBuffer()) };
  } catch {
    // What the decoder says may quote the file, and an officer can do only one thing about it.
    return refuse('attachment-image-unreadable');
  }
}

function encode(image: Sharp, format: 'png' | 'jpeg' | 'webp'): Sharp {
  switch (format) {
    case 'png':
      return image.png({ compressionLevel: 9 });
    case 'jpeg':
      return image.jpeg({ quality: 90 });
    case 'webp':
      return image.webp({ quality: 90 });
  }
}

function refuse(code: AttachmentFaultCode): PreparedImage {
  return { outcome: 'refused', code };
}
