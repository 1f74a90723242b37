import { absoluteUrlOf, resolutionsAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { coverageOf } from '../../coverage.ts';
import type { RegisterEntry } from '../../register.ts';
import { dataFileAddress } from '../export-addresses.ts';
import type { JsonLd } from './json-ld.ts';

/** The register of resolutions as a Dataset, with where to download it. */
export function registerJsonLd({ site }: Assembly, entries: readonly RegisterEntry[]): JsonLd {
  const url = absoluteUrlOf(site, resolutionsAddress);
  const download = (file: string, encodingFormat: string): JsonLd => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: absoluteUrlOf(site, dataFileAddress(file)),
  });
  const days = entries.map((entry) => entry.meeting.date);
  return {
    '@type': 'Dataset',
    '@id': `${url}#register`,
    name: `${site.name}: resolutions`,
    description: coverageOf(entries),
    url,
    creator: { '@type': 'Organization', name: site.name },
    ...(days.length === 0 ? {} : { temporalCoverage: `${days.at(-1)}/${days[0]}` }),
    isAccessibleForFree: true,
    distribution: [download('resolutions.csv', 'text/csv'), download('resolutions.json', 'application/json')],
  };
}
