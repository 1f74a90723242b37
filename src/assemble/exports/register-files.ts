import type { OutputFile } from '../../model/page.ts';
import { bodyResolutionsAddress, bodyYearAddress, resolutionsAddress, yearAddress } from '../addresses.ts';
import type { SiteAssembly } from '../assembly.ts';
import { dataFileAddress } from './export-addresses.ts';
import { newestFirst, type MeetingExports } from './meeting-exports.ts';
import { dataSetFile } from './open-data/data-set-files.ts';
import { resolutionsData } from './open-data/resolutions-data.ts';
import { excelFile } from './open-data/resolutions-files.ts';

/** Where a part of the register can be downloaded. */
export interface RegisterDownloads {
  /** A table that Excel opens as it is; programs have the JSON. */
  readonly table: string;
  readonly json: string;
}

/** The files of a part of the register: beside its page, and those of the whole register among the open data. */
export function registerDownloads(page: string): RegisterDownloads {
  const file = (name: string): string =>
    page === resolutionsAddress ? dataFileAddress(name) : `${page}${name}`;
  return { table: file('resolutions-excel.csv'), json: file('resolutions.json') };
}

/** The resolutions of each year, each body and each year of a body, as files like those of all of them. */
export function registerFiles(assembly: SiteAssembly, meetings: readonly MeetingExports[]): OutputFile[] {
  const parts = new Map<string, MeetingExports[]>();
  for (const meeting of newestFirst(meetings)) {
    if (meeting.lines.resolutions.count === 0) continue;
    const year = meeting.date.slice(0, 4);
    const pages = [
      yearAddress(year),
      bodyResolutionsAddress(meeting.body),
      bodyYearAddress(meeting.body, year),
    ];
    for (const page of pages) parts.set(page, [...(parts.get(page) ?? []), meeting]);
  }
  return [...parts].flatMap(([page, own]) => {
    const { table, json } = registerDownloads(page);
    const parts = own.map(({ lines }) => lines.resolutions);
    const rows = own.map(({ lines }) => lines.rows);
    return [excelFile(table, rows), dataSetFile(assembly, json, { set: resolutionsData, parts })];
  });
}
