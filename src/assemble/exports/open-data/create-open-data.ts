import { linesOf, type Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { dataFileAddress } from '../export-addresses.ts';
import { jsonLines } from '../json-lines.ts';
import { newestFirst, type ExportList, type MeetingExports } from '../meeting-exports.ts';
import { attendanceData } from './attendance-data.ts';
import { bodiesData, bodyRecord } from './bodies-data.ts';
import { dataPackageFile } from './data-package.ts';
import { dataSetFiles } from './data-set-files.ts';
import type { FilledDataSet } from './data-set.ts';
import { itemsData } from './items-data.ts';
import { meetingsData } from './meetings-data.ts';
import { oparlFiles } from '../oparl/oparl-files.ts';
import { papersData } from './papers-data.ts';
import { csvFile, excelFile } from './resolutions-files.ts';
import { resolutionsData } from './resolutions-data.ts';

/** The open data as values. */
export interface OpenData {
  readonly sets: readonly FilledDataSet[];
  readonly files: readonly OutputFile[];
}

/**
 * Joins the open data from that of each meeting, in the order of the publication: JSON with schemas, resolutions as a
 * table with its description, and the OParl export.
 */
export function createOpenData(assembly: SiteAssembly, meetings: readonly MeetingExports[]): OpenData {
  const register = newestFirst(meetings);
  const partsOf = (list: ExportList, of = meetings): readonly Lines[] => of.map(({ lines }) => lines[list]);
  const bodies = assembly.publication.bodies.map((body) => bodyRecord(assembly, body));
  const sets: readonly FilledDataSet[] = [
    { set: bodiesData, parts: [linesOf(jsonLines(bodies))] },
    { set: meetingsData, parts: partsOf('meetings') },
    { set: itemsData, parts: partsOf('items') },
    { set: papersData, parts: partsOf('papers') },
    { set: resolutionsData, parts: partsOf('resolutions', register) },
    { set: attendanceData, parts: partsOf('attendance') },
  ];
  const rows = partsOf('rows', register);
  return {
    sets,
    files: [
      ...sets.flatMap((set) => dataSetFiles(assembly, set)),
      csvFile(dataFileAddress('resolutions.csv'), rows),
      excelFile(dataFileAddress('resolutions-excel.csv'), rows),
      dataPackageFile(assembly.site, rows),
      ...oparlFiles(assembly, meetings),
    ],
  };
}
