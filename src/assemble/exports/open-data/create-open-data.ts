import type { OutputFile } from '../../../model/page.ts';
import type { Assembly } from '../../assembly.ts';
import type { RegisterEntry } from '../../register.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import { dataFileAddress } from '../export-addresses.ts';
import { listPapers } from '../listed-papers.ts';
import { jsonFile, textFile } from '../text-file.ts';
import { attendanceData } from './attendance-data.ts';
import { bodiesData } from './bodies-data.ts';
import { dataPackage } from './data-package.ts';
import { dataSetFiles } from './data-set-files.ts';
import type { DataSet } from './data-set.ts';
import { itemsData } from './items-data.ts';
import { meetingsData } from './meetings-data.ts';
import { oparlFiles } from '../oparl/oparl-files.ts';
import { papersData } from './papers-data.ts';
import { resolutionsCsv } from './resolutions-csv.ts';
import { resolutionsData } from './resolutions-data.ts';

/** The open data as values. */
export interface OpenData {
  readonly sets: readonly DataSet[];
  readonly files: readonly OutputFile[];
}

/** Makes the open data: JSON with schemas, resolutions as a table with its description, and the OParl export. */
export function createOpenData(assembly: Assembly, entries: readonly RegisterEntry[]): OpenData {
  const resolutions = resolutionsData(assembly, entries);
  const sets: readonly DataSet[] = [
    bodiesData(assembly),
    meetingsData(assembly),
    itemsData(assembly),
    papersData(assembly),
    resolutions,
    attendanceData(assembly),
  ];
  const urls = new Map(
    listPapers(assembly.publication).map((paper) => [paper.id, absoluteUrlOf(assembly.site, paper.address)]),
  );
  const csv = textFile(
    dataFileAddress('resolutions.csv'),
    resolutionsCsv(resolutions.records, (id) => urls.get(id)),
  );
  return {
    sets,
    files: [
      ...sets.flatMap((set) => dataSetFiles(assembly, set)),
      csv,
      jsonFile(dataFileAddress('datapackage.json'), dataPackage(assembly.site, csv.bytes)),
      ...oparlFiles(assembly),
    ],
  };
}
