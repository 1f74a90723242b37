import type { LineRange, Lines } from '../../model/made.ts';
import type { OutputFile } from '../../model/page.ts';
import { fileOfLines } from './file-of-lines.ts';

/** Records as lines of JSON: what a list of them is joined from, with nothing read or written again. */
export function jsonLines(records: readonly object[]): string[] {
  return records.map((record) => JSON.stringify(record));
}

/**
 * A file of JSON whose last field is a list, each record a line of its own, so that two builds can be compared by eye and
 * the list be joined from lines that were made before.
 */
export function jsonListFile(
  address: string,
  fields: object,
  name: string,
  parts: readonly (Lines | LineRange)[],
): OutputFile {
  return fileOfLines(address, { fields, name }, parts, writeJsonList);
}

function writeJsonList(
  { fields, name }: { readonly fields: object; readonly name: string },
  lines: readonly string[],
): string {
  const head = Object.entries(fields).map(
    ([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)},\n`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n${head.join('')}  ${JSON.stringify(name)}: ${list}\n}\n`;
}
