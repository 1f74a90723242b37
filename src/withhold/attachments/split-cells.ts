/** A cell of a table, with its row and its place in the row, counted from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Splits a CSV (RFC 4180) into its cells. Nothing when a quotation mark does not fit: then two programs would read
 * two different tables.
 */
export function splitCells(text: string): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  let row = 1;
  let column = 1;
  const cell = /(?:"((?:[^"]+|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  for (let end = false; !end;) {
    const match = cell.exec(text);
    if (match === null) return undefined;
    const [, quoted, plain, separator] = match;
    cells.push({ row, column, text: quoted?.replaceAll('""', '"') ?? plain! });
    column = separator === ',' ? column + 1 : 1;
    row = separator === ',' ? row : row + 1;
    end = separator === '';
  }
  return cells;
}
