import type { Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import { fileOfLines } from '../file-of-lines.ts';
import { resolutionsCsv, resolutionsForExcel } from './resolutions-csv.ts';

/** The table of resolutions, joined from rows. */
export function csvFile(address: string, rows: readonly Lines[]): OutputFile {
  return fileOfLines(address, 'csv', rows, (_, all) => resolutionsCsv(all));
}

/** The same table for Excel. */
export function excelFile(address: string, rows: readonly Lines[]): OutputFile {
  return fileOfLines(address, 'excel', rows, (_, all) => resolutionsForExcel(resolutionsCsv(all)));
}
