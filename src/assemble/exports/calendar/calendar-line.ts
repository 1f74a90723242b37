/** The octets that a line of a calendar may have (RFC 5545, section 3.1), without its end. */
const lineLength = 75;

/** A property of a calendar as one or more lines. `value` is as it is to be read: see `escapeText` for words. */
export function calendarLine(name: string, value: string): string {
  return fold(`${name}:${value}`);
}

/** Words as a value of type TEXT (RFC 5545, section 3.3.11): no semicolon, comma or line's end may stand in it as it is. */
export function escapeText(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** Breaks a line between characters and never within one: a broken character would be shown as two wrong ones. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > lineLength) {
      lines.push(current);
      // The space that begins a continued line counts.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
