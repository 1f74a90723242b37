/** Reads a table by RFC 4180, letter by letter; it shares nothing with what wrote it. A quote that is not closed throws. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted && letter === '"' && text[at + 1] === '"') at += 1;
    else if (letter === '"') {
      quoted = !quoted;
      continue;
    } else if (!quoted && letter === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
      continue;
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      at += 1;
      continue;
    }
    cell += letter;
  }
  if (quoted || cell !== '' || rows.at(-1)!.length > 0) throw new Error('The table ends within a row.');
  return rows.slice(0, -1);
}
