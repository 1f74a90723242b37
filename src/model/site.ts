import * as z from 'zod';
import { date, language, lines, text } from './front-matter/fields.ts';
import type { AccessibilityRun } from './accessibility-run.ts';

const colour = z
  .string('Write the colour in quotes with its hash and six digits, such as `"#12324f"`.')
  .trim()
  .regex(
    /^#[0-9a-f]{6}$/i,
    'Write the colour in quotes with its hash and six digits, such as `"#12324f"`: without quotes the hash begins a comment.',
  )
  .transform((typed) => typed.toLowerCase());

/** `data/site.yaml`: the organisation and its site. */
export const siteSchema = z.strictObject({
  /** The organisation's name, as it stands in the header of every page. */
  name: text,
  /** The address that the site is published at, ending in a slash. */
  url: text.regex(
    /^https?:\/\/[^\s/?#]+\/(?:[A-Za-z0-9._~-]+\/)*$/,
    'Write the whole address with a slash at its end, such as `https://papers.example.org/`.',
  ),
  /** One sentence about the site, for the home page and for previews. */
  description: text,
  /** Where a reader says that something is wrong or is needed in another format. */
  contact: z.strictObject({ email: text, telephone: text.optional() }),
  /** The language that papers are in unless they say otherwise. */
  language,
  /** The organisation's own colours. Each pair of text and ground is checked to be readable. */
  colours: z
    .strictObject(
      {
        /** Of the bar at the head of each page, and of buttons. */
        brand: colour.optional(),
        /** Of the words on the brand colour. */
        brand_text: colour.optional(),
        /** Of links in the text. */
        link: colour.optional(),
      },
      'Write the settings brand, brand_text and link under it, each on a line of its own, indented.',
    )
    .optional(),
  /** A picture of `data/`, shown before the name: PNG, JPEG or WebP. */
  logo: text
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|jpe?g|webp)$/i,
      'Write the name of a PNG, JPEG or WebP file that stands in the folder data, such as `logo.png`.',
    )
    .optional(),
  /** The licence that the open data may be used under; left out, the page of the data says that none is stated. */
  licence: z
    .strictObject(
      {
        /** Its name: `Open Government Licence v3.0`. */
        label: text,
        /** Where it can be read. */
        url: text.regex(
          /^https:\/\/[^\s"<>]+$/,
          'Write the whole address of the licence, such as `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/`.',
        ),
      },
      'Write the settings label and url under it, each on a line of its own, indented.',
    )
    .optional(),
  /** What the accessibility statement says beside the result of the last test run. */
  accessibility: z
    .strictObject(
      {
        /** As somebody of the organisation has judged it; left out until somebody has. */
        compliance: z
          .enum(['full', 'partial', 'none'], 'Write `full`, `partial` or `none`, or take the line out.')
          .optional(),
        /** The day that the statement was written or last looked through. */
        reviewed: date.optional(),
        /** What is known not to be accessible, and what a reader can do instead: a sentence a line. */
        known: lines.optional(),
      },
      'Write the settings compliance, reviewed and known under it, each on a line of its own, indented.',
    )
    .optional(),
});

/** The organisation's colours; what it does not set has the generator's own. */
export interface SiteColours {
  readonly brand: string;
  readonly brandText: string;
  readonly link: string;
}

/** The colours of a site that sets none, as they stand in `templates/styles/_govuk.scss`. */
export const defaultColours: SiteColours = { brand: '#12324f', brandText: '#ffffff', link: '#0b5394' };

/** A logo as it is published: made again from its pixels, and no bigger than it is shown. */
export interface SiteLogo {
  readonly bytes: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the organisation says about accessibility, and the last test run. */
export interface SiteAccessibility {
  readonly compliance?: 'full' | 'partial' | 'none';
  /** `yyyy-mm-dd`. */
  readonly reviewed?: string;
  readonly known: readonly string[];
  readonly run?: AccessibilityRun;
}

/** The organisation and its site: the settings of `data/site.yaml`, checked. */
export interface Site {
  readonly name: string;
  readonly url: string;
  /** The path of the address, beginning and ending in a slash: `/meetings/`. Every link within the site begins with it. */
  readonly basePath: string;
  readonly description: string;
  readonly contact: { readonly email: string; readonly telephone?: string };
  /** BCP 47 tag: `en-GB`. */
  readonly language: string;
  readonly colours?: SiteColours;
  readonly logo?: SiteLogo;
  readonly accessibility?: SiteAccessibility;
  /** Of the open data. */
  readonly licence?: { readonly label: string; readonly url: string };
}
