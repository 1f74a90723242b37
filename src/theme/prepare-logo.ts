import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemAt, type Problem } from '../model/problem.ts';
import type { SiteLogo } from '../model/site.ts';

/** As high as it is shown, and drawn twice as fine for screens that can show it. */
const shownHeight = 48;
const fineness = 2;

/** More than this is no logo, and would make every page slow to open. */
const mostBytes = 20_000;

/**
 * Makes the logo again from its pixels, small: what else the file holds (a comment, a thumbnail, where a photograph
 * was taken) is not published. The same file gives the same picture.
 */
export async function prepareLogo(
  dataDirectory: string,
  name: string,
): Promise<{ readonly logo: SiteLogo } | { readonly problems: readonly Problem[] }> {
  const place = { file: `data/${name}`, line: 1, column: 1 };
  const bytes = await readFile(join(dataDirectory, name)).catch(() => undefined);
  if (bytes === undefined) {
    return {
      problems: [
        problemAt(
          place,
          'logo-missing',
          'The logo that data/site.yaml names is not in the folder data.',
          'Put it there, or take the setting `logo` out.',
        ),
      ],
    };
  }
  const drawn = await draw(bytes);
  if (drawn === undefined) {
    return {
      problems: [
        problemAt(place, 'logo-unreadable', 'This picture cannot be read.', 'Save the logo again as PNG.'),
      ],
    };
  }
  if (drawn.bytes.length > mostBytes) {
    return {
      problems: [
        problemAt(
          place,
          'logo-too-heavy',
          `Drawn ${shownHeight} pixels high the logo is still ${Math.ceil(drawn.bytes.length / 1024)} KB, which every page would load; it may be ${Math.floor(mostBytes / 1024)} KB.`,
          'Use a simpler logo: flat colours, no photograph.',
        ),
      ],
    };
  }
  return { logo: drawn };
}

async function draw(bytes: Uint8Array): Promise<SiteLogo | undefined> {
  // Outside of what is caught below: a program that is not installed whole is no fault of a picture.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: 50_000_000 })
      .autoOrient()
      .resize({ height: shownHeight * fineness })
      .toColourspace('srgb')
      .png({ compressionLevel: 9, palette: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: Math.round(info.width / fineness), height: shownHeight };
  } catch {
    // What the decoder says helps nobody who has a picture program and not a hex editor.
    return undefined;
  }
}
