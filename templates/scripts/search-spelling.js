// @ts-check

/**
 * The known word that a misspelt one was most likely meant to be: one letter off, two in a long word. Of two that are
 * as near, the one that begins alike, and then the more frequent, is taken.
 * @param {string} text
 * @param {readonly string[]} known The most frequent first.
 * @returns {string | undefined}
 */
export function nearestWord(text, known) {
  if (text.length < 4 || /\d/.test(text)) return undefined;
  const allowed = text.length > 6 ? 2 : 1;
  let nearest;
  let least = allowed + 1;
  for (const word of known) {
    if (Math.abs(word.length - text.length) > allowed) continue;
    const distance = editDistance(text, word) + (word[0] === text[0] ? 0 : 0.5);
    if (distance < least) [nearest, least] = [word, distance];
  }
  return nearest;
}

/**
 * Letters to add, drop, change or swap with their neighbour.
 * @param {string} first
 * @param {string} second
 */
function editDistance(first, second) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: second.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= first.length; row += 1) {
    /** @type {number[]} */
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const isSame = first[row - 1] === second[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      current.push(
        Math.min(
          numberAt(rows, row - 1, column) + 1,
          numberAt([current], 0, column - 1) + 1,
          numberAt(rows, row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? numberAt(rows, row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
    rows.push(current);
  }
  return numberAt(rows, first.length, second.length);
}

/**
 * @param {readonly (readonly number[])[]} rows
 * @param {number} row
 * @param {number} column
 */
function numberAt(rows, row, column) {
  return rows[row]?.[column] ?? Infinity;
}
