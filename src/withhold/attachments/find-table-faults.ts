import type { AttachmentFault } from './attachment-faults.ts';
import { splitCells, type Cell } from './split-cells.ts';

/** A table's words and what is wrong with it. */
export interface InspectedTable {
  /** Without its byte order mark; empty when it is no text. */
  readonly text: string;
  readonly faults: readonly AttachmentFault[];
}

// Control and format characters, private use and unassigned code points: none can be seen, and each can hide or reverse text.
const invisible = /[^\P{C}\t\r\n]/u;
const formulaStart = /^\s*[=+\-@]/;
// What councils print in tables of payments and contacts: -1,200.00, +44 1622 000000, -£5, -3%, - alone for nothing.
const number = /^\s*[+-]?\s*£?(?:[\d(][\d\s.,()]*)?%?\s*$/;

/**
 * Checks a CSV. It is published as it is, so it must be UTF-8 text, and no cell may begin as a formula: whoever
 * opens the table in a spreadsheet would run it (OWASP, "CSV Injection"). Numbers with a sign are no formulas.
 */
export function findTableFaults(bytes: Uint8Array): InspectedTable {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { text: '', faults: [{ code: 'attachment-csv-not-utf-8' }] };
  const cells = splitCells(text);
  if (cells === undefined) return { text, faults: [{ code: 'attachment-csv-unreadable' }] };
  const faults = cells.flatMap((cell): AttachmentFault[] => [
    ...(invisible.test(cell.text) ? [faultIn('attachment-csv-control-character', cell)] : []),
    ...(formulaStart.test(cell.text) && !number.test(cell.text)
      ? [faultIn('attachment-csv-formula', cell)]
      : []),
  ]);
  // One of each is enough to mend the table by, and a table of formulas would fill the screen.
  return {
    text,
    faults: faults.filter((fault, index) => faults.findIndex(({ code }) => code === fault.code) === index),
  };
}

function faultIn(code: AttachmentFault['code'], { row, column }: Cell): AttachmentFault {
  return { code, where: `row ${row}, cell ${column}` };
}

/** A byte order mark is taken off by the decoder; any other encoding is an error to it. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
