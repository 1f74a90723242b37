import * as z from 'zod';
import { language, text } from './front-matter/fields.ts';

/** `data/site.yaml`: the organisation and its site. */
export const siteSchema = z.strictObject({
  /** The organisation's name, as it stands in the header of every page. */
  name: text,
  /** The address that the site is published at, ending in a slash. */
  url: text.regex(/^https?:\/\/[^\s/?#]+\/(?:[A-Za-z0-9._~-]+\/)*$/, 'Write the whole address with a slash at its end, such as `https://papers.example.org/`.'),
  /** One sentence about the site, for the home page and for previews. */
  description: text,
  /** Where a reader says that something is wrong or is needed in another format. */
  contact: z.strictObject({ email: text, telephone: text.optional() }),
  /** The language that papers are in unless they say otherwise. */
  language,
});

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
}
