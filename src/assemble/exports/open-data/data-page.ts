import type { Page } from '../../../model/page.ts';
import { absoluteUrlOf, resolutionsAddress } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { formatDate } from '../../format-date.ts';
import { layoutOf } from '../../layout.ts';
import { pageOf } from '../../page-of.ts';
import { countOf } from '../../phrase.ts';
import { countLines } from '../file-of-lines.ts';
import { dataAddress, dataFileAddress, oparlAddress, subscribeAddress } from '../export-addresses.ts';
import type { FilledDataSet } from './data-set.ts';
import { fieldRows } from './field-rows.ts';
import { csvColumns } from './resolutions-csv.ts';

/** The documentation of the open data: what there is, how to use it, and every field. */
export function dataPage(assembly: SiteAssembly, sets: readonly FilledDataSet[]): Page {
  const { site, publication, href } = assembly;
  const title = 'Open data';
  const file = (name: string): { text: string; href: string } => ({
    text: name,
    href: href(dataFileAddress(name)),
  });
  return pageOf(dataAddress, 'data', {
    layout: layoutOf(assembly, {
      address: dataAddress,
      title,
      description: `Bodies, meetings, items, papers, resolutions and attendance as data: ${site.name}.`,
      breadcrumbs: [{ text: title }],
    }),
    title,
    date: formatDate(publication.date),
    example: absoluteUrlOf(site, dataFileAddress('resolutions.json')),
    subscribeHref: href(subscribeAddress),
    registerHref: href(resolutionsAddress),
    ...(site.licence === undefined ? {} : { licence: site.licence }),
    sets: sets.map(({ set, parts }) => ({
      name: set.name,
      title: set.title,
      description: set.description,
      records: countOf(countLines(parts), 'record', 'records'),
      file: file(`${set.name}.json`),
      schema: file(`${set.name}.schema.json`),
      tables: set.shapes.map((shape) => ({
        caption: `Fields of each ${shape.name} in ${set.name}.json`,
        fields: fieldRows(shape),
      })),
    })),
    table: {
      file: file('resolutions.csv'),
      forExcel: file('resolutions-excel.csv'),
      description: file('datapackage.json'),
      caption: 'Columns of resolutions.csv',
      fields: csvColumns.map(({ name, type, format, description }) => ({
        name,
        kind: type === 'date' ? 'day' : format === 'uri' ? 'address' : 'text',
        description,
      })),
    },
    oparl: { text: absoluteUrlOf(site, oparlAddress('system')), href: href(oparlAddress('system')) },
  });
}
