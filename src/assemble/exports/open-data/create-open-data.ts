import type { OutputFile } from '../../../model/page.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { dataFileAddress } from '../export-addresses.ts';
import { jsonLines } from '../json-lines.ts';
import { newestFirst, type MeetingExports } from '../meeting-exports.ts';
import { jsonFile, textFile } from '../text-file.ts';
import { attendanceData } from './attendance-data.ts';
import { bodiesData, bodyRecord } from './bodies-data.ts';
import { dataPackage } from './data-package.ts';
import { dataSetFiles } from './data-set-files.ts';
import type { FilledDataSet } from './data-set.ts';
import { itemsData } from './items-data.ts';
import { meetingsData } from './meetings-data.ts';
import { oparlFiles } from '../oparl/oparl-files.ts';
import { papersData } from './papers-data.ts';
import { resolutionsCsv, resolutionsForExcel } from './resolutions-csv.ts';
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
  const linesOf = (name: keyof MeetingExports['records'], of = meetings): readonly string[] =>
    of.flatMap(({ records }) => records[name]);
  const bodies = assembly.publication.bodies.map((body) => bodyRecord(assembly, body));
  const sets: readonly FilledDataSet[] = [
    { set: bodiesData, lines: jsonLines(bodies) },
    { set: meetingsData, lines: linesOf('meetings') },
    { set: itemsData, lines: linesOf('items') },
    { set: papersData, lines: linesOf('papers') },
    { set: resolutionsData, lines: linesOf('resolutions', register) },
    { set: attendanceData, lines: linesOf('attendance') },
  ];
  const table = resolutionsCsv(register.map(({ resolutionRows }) => resolutionRows));
  const csv = textFile(dataFileAddress('resolutions.csv'), table);
  return {
    sets,
    files: [
      ...sets.flatMap((set) => dataSetFiles(assembly, set)),
      csv,
      textFile(dataFileAddress('resolutions-excel.csv'), resolutionsForExcel(table)),
      jsonFile(dataFileAddress('datapackage.json'), dataPackage(assembly.site, csv.bytes)),
      ...oparlFiles(assembly, meetings),
    ],
  };
}
