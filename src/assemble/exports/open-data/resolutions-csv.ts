import { stringify } from 'csv-stringify/sync';
import type { RecordedResolution, ResolutionRecord } from './resolutions-data.ts';

/** A column of the table of resolutions, as a Frictionless table schema describes it. */
export interface CsvColumn {
  readonly name: string;
  readonly type: 'string' | 'date';
  readonly format?: 'uri';
  readonly description: string;
  readonly value: (resolution: RecordedResolution) => string;
}

/** The columns, in order. */
export const csvColumns: readonly CsvColumn[] = [
  text('id', 'The name of the resolution, as in resolutions.json', (record) => record.id),
  text('body', 'The body that resolved it, an id of bodies.json', (record) => record.body),
  { ...text('meeting_date', 'The day of the meeting', (record) => record.date), type: 'date' },
  text('item', 'The number of the item', (record) => record.item),
  text('minute_no', 'The number of the minute', (record) => record.minute),
  text('part', 'The letter of the part of the agenda', (record) => record.part),
  text('text', 'The resolution in its own words', (record) => record.text),
  text('type', 'What it did; several words are parted by a semicolon and a space', (record) =>
    record.outcomes.join('; '),
  ),
  text(
    'access',
    'open, or public-summary for what a summary of a restricted item says',
    (record) => record.access,
  ),
  { ...text('url', 'Where it stands in the minutes', (record) => record.url), format: 'uri' },
  {
    ...text('paper_url', 'The first public paper behind it', () => undefined),
    format: 'uri',
    value: ({ paperUrl }) => paperUrl ?? '',
  },
  {
    ...text(
      'published',
      'The day that the minutes were made public; empty where it is not recorded',
      (record) => (record.published === 'not-recorded' ? undefined : record.published),
    ),
    type: 'date',
  },
  text('body_title', 'What the body is called', (record) => record.bodyTitle),
  text('item_title', 'What the item is called', (record) => record.itemTitle),
];

function text(
  name: string,
  description: string,
  value: (record: ResolutionRecord) => string | undefined,
): CsvColumn {
  return { name, type: 'string', description, value: ({ record }) => value(record) ?? '' };
}

/**
 * Resolutions as rows of a table (RFC 4180). A cell that a spreadsheet would take for a formula has an apostrophe before
 * it, since the words are typed by many hands; resolutions.json has them as they are.
 */
export function resolutionRows(resolutions: readonly RecordedResolution[]): string {
  return rowsOf(resolutions.map((resolution) => csvColumns.map((column) => column.value(resolution))));
}

/** The table of resolutions, joined from rows: plain UTF-8, whose first column every program knows by its name. */
export function resolutionsCsv(rows: readonly string[]): string {
  return [rowsOf([csvColumns.map((column) => column.name)]), ...rows].join('');
}

/** The same table for Excel, which reads `£` and `’` as two wrong letters each where no byte order mark stands first. */
export function resolutionsForExcel(csv: string): string {
  return `\ufeff${csv}`;
}

function rowsOf(cells: readonly (readonly string[])[]): string {
  return stringify([...cells], { escape_formulas: true, record_delimiter: 'windows' });
}
