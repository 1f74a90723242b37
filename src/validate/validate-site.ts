import type * as z from 'zod';
import { problemAt, type Problem } from '../model/problem.ts';
import { defaultColours, siteSchema, type Site, type SiteColours } from '../model/site.ts';
import { checkColours } from './check-colours.ts';
import { complainOfSettings } from './complain-of-settings.ts';
import { readSettings, type Settings } from './read-settings.ts';

/** The settings, checked; the logo is still a file name, which another stage reads. */
export interface ValidSite {
  readonly site: Site;
  readonly logoFile?: string;
}

/** Checks the text of `data/site.yaml`. A misspelt setting is a problem: ignored, it would be one that does nothing. */
export function validateSite(
  file: string,
  yaml: string,
): ValidSite | { readonly problems: readonly Problem[] } {
  const settings = readSettings(file, yaml);
  if ('problems' in settings) return settings;
  const parsed = siteSchema.safeParse(settings.values);
  if (!parsed.success) {
    return { problems: complainOfSettings(parsed.error, settings, Object.keys(siteSchema.shape)) };
  }
  const { contact, colours, logo, licence, accessibility, ...rest } = parsed.data;
  const chosen: SiteColours = {
    brand: colours?.brand ?? defaultColours.brand,
    brandText: colours?.brand_text ?? defaultColours.brandText,
    link: colours?.link ?? defaultColours.link,
  };
  const problems = contrastProblems(chosen, settings);
  if (problems.length > 0) return { problems };
  const { telephone } = contact;
  return {
    site: {
      ...rest,
      basePath: new URL(rest.url).pathname,
      contact: { email: contact.email, ...(telephone === undefined ? {} : { telephone }) },
      ...(colours === undefined ? {} : { colours: chosen }),
      ...(licence === undefined ? {} : { licence }),
      accessibility: toAccessibility(accessibility),
    },
    ...(logo === undefined ? {} : { logoFile: logo }),
  };
}

function toAccessibility(
  settings: z.output<typeof siteSchema>['accessibility'],
): NonNullable<Site['accessibility']> {
  const { compliance, reviewed, known = [] } = settings ?? {};
  return {
    ...(compliance === undefined ? {} : { compliance }),
    ...(reviewed === undefined ? {} : { reviewed }),
    known,
  };
}

function contrastProblems(colours: SiteColours, { placeOf }: Settings): Problem[] {
  return checkColours(colours).map(({ setting, what }) =>
    problemAt(
      placeOf(['colours', setting]),
      'colour-contrast',
      what,
      setting === 'brand'
        ? 'Write a darker or a lighter colour at `brand`, or another at `brand_text`.'
        : 'Write a darker colour at `link`.',
    ),
  );
}
