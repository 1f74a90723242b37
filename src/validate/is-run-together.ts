const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Whether the part of a resolution that begins with `mark` has the next part's mark within its paragraph: `A. to agree; B. to note`. */
export function isRunTogether(text: string, mark: string): boolean {
  const next = /^\d+$/.test(mark) ? [String(Number(mark) + 1)] : nextMarks(mark);
  return next.some((word) =>
    new RegExp(`(?:[;,.]|\\band)\\s+\\(?${word}[.)]\\s|\\n\\s*\\(?${word}[.)]\\s`, 'i').test(text),
  );
}

/** After `i` may come `ii` or `j`: both are looked for. */
function nextMarks(mark: string): string[] {
  const letter = mark.length === 1 ? [String.fromCharCode(mark.charCodeAt(0) + 1)] : [];
  const number = roman[roman.indexOf(mark) + 1];
  return roman.includes(mark) && number !== undefined ? [...letter, number] : letter;
}
