import { recogniseFormat } from './attachment-format.ts';

/** More than any picture of a paper needs; a file of a few bytes can ask for the memory of billions. */
export const mostPixels = 50_000_000;

/** A picture as it is seen: turned upright, in sRGB with alpha, 8 bits a channel. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const pictures: readonly string[] = ['png', 'jpeg', 'webp', 'gif'];

/** Decodes a picture (its first frame); nothing when the bytes are none, are damaged, or hold too many pixels. */
export async function decodePixels(bytes: Uint8Array): Promise<DecodedImage | undefined> {
  // Only these: sharp would also run a drawing (SVG), which may name other files.
  if (!pictures.includes(recogniseFormat(bytes))) return undefined;
  // Outside of what is caught below: a program that is not installed whole is no fault of a picture.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: data };
  } catch {
    // What cannot be decoded has no pixels to compare; prepareImage refuses it.
    return undefined;
  }
}
