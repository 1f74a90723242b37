import { createHash } from 'node:crypto';
import type { Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import type { Site } from '../../../model/site.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import { dataAddress, dataFileAddress } from '../export-addresses.ts';
import { fileOfLines } from '../file-of-lines.ts';
import { jsonText } from '../text-file.ts';
import { csvColumns, resolutionsCsv } from './resolutions-csv.ts';

/** The file that describes resolutions.csv, of its rows. */
export function dataPackageFile({ name, url }: DescribedSite, rows: readonly Lines[]): OutputFile {
  return fileOfLines(dataFileAddress('datapackage.json'), { name, url }, rows, (site, all) =>
    jsonText(dataPackage(site, new TextEncoder().encode(resolutionsCsv(all)))),
  );
}

type DescribedSite = Pick<Site, 'name' | 'url'>;

/** What describes resolutions.csv to a program: a Frictionless data package (datapackage.org, version 2). No licence is named, as the site states none. */
function dataPackage(site: DescribedSite, csv: Uint8Array): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'resolutions',
    title: `${site.name}: resolutions`,
    description:
      'What was resolved, newest first. A cell that a spreadsheet would take for a formula has an apostrophe before it. resolutions-excel.csv is the same table with a byte order mark, for Excel.',
    homepage: absoluteUrlOf(site, dataAddress),
    resources: [
      {
        name: 'resolutions',
        type: 'table',
        path: 'resolutions.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: csv.byteLength,
        hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: csvColumns.map(({ name, type, format, description }) => ({
            name,
            type,
            ...(format === undefined ? {} : { format }),
            description,
            ...(name === 'id' ? { constraints: { required: true, unique: true } } : {}),
          })),
          primaryKey: ['id'],
          missingValues: [''],
        },
      },
    ],
  };
}
