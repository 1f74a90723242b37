import type { SiteColours } from '../model/site.ts';

/** WCAG 2.2, success criterion 1.4.3: text that is not large. */
const leastContrast = 4.5;

/** What links stand on: the page, and the ground of resolutions and of the foot of the page. */
const grounds = { page: '#ffffff', block: '#f3f4f5' };

/** A pair that cannot be read well: the setting to change, and a sentence that says why. */
export interface PoorContrast {
  readonly setting: keyof SiteColours;
  readonly what: string;
}

/** The pairs of text and ground that are under 4.5 to 1. */
export function checkColours({ brand, brandText, link }: SiteColours): PoorContrast[] {
  const pairs: [keyof SiteColours, string, string, string][] = [
    ['brand', brandText, brand, 'Words on the brand colour'],
    ['link', link, grounds.page, 'Links on white'],
    [
      'link',
      link,
      grounds.block,
      'Links in a resolution and at the foot of a page, which have a light grey ground,',
    ],
  ];
  const seen = new Set<string>();
  return pairs.flatMap(([setting, text, ground, where]) => {
    const ratio = contrastOf(text, ground);
    if (ratio >= leastContrast || seen.has(setting)) return [];
    seen.add(setting);
    // Rounded down, so that 4.499 is not said to be 4.5.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    return [
      {
        setting,
        what: `${where} would be hard to read: ${text} on ${ground} has a contrast of ${shown} to 1, and it must be at least 4.5 to 1.`,
      },
    ];
  });
}

/** The contrast of two colours, 1 to 21, as WCAG defines it. */
export function contrastOf(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminanceOf(first), luminanceOf(second)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
