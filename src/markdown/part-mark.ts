/** `A. `, `b) `, `(c) `, `ii) ` at the head of a paragraph, or of a list item with its indent. */
const partMark = /^\s*(?:\(([A-Za-z]{1,4}|\d{1,2})\)|([A-Za-z]{1,4}|\d{1,2})[.)]|[-*+])\s+/;

/** A letter, a Roman or an Arabic number: `Mr.` and `Cllr.` begin no part. */
const markWord = /^(?:[a-z]|[ivx]{1,4}|\d{1,2})$/;

/** The mark that a paragraph begins with, in small letters without stop or brackets; undefined when it begins with none. */
export function readPartMark(text: string): string | undefined {
  const match = partMark.exec(text);
  const mark = (match?.[1] ?? match?.[2])?.toLowerCase();
  return mark !== undefined && markWord.test(mark) ? mark : undefined;
}

/** The mark as it is typed, with its stop or brackets: `A.`, `(ii)`; empty where there is none, or a dot or dash of a list. */
export function readPrintedMark(text: string): string {
  return readPartMark(text) === undefined ? '' : text.slice(0, readPartMarkLength(text)).trim();
}

/** Length in characters of a part's mark with the white space around it; 0 when there is none. */
export function readPartMarkLength(text: string): number {
  const match = partMark.exec(text);
  const word = (match?.[1] ?? match?.[2])?.toLowerCase();
  return match === null || (word !== undefined && !markWord.test(word)) ? 0 : match[0].length;
}
