/**
 * The word of `known` that `typed` was probably meant to be: equal but for case, hyphens and spaces, or at most two
 * letters away (one, for words of four letters or fewer). Undefined when nothing is near.
 */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '_');
  let best: string | undefined;
  let bestDistance = 3;
  for (const word of known) {
    const distance = editDistance(plain(typed), plain(word));
    if (distance < bestDistance && (distance <= 1 || word.length > 4)) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/** Whether one long word is a slip of the pen away from another: two letters, or one for words of seven letters or fewer. */
export function isNearWord(typed: string, known: string): boolean {
  return editDistance(typed, known) <= (known.length > 7 ? 2 : 1);
}

/** Levenshtein's distance: letters put in, taken out or changed. */
function editDistance(first: string, second: string): number {
  // Far apart whatever the letters: a long text is not gone through letter by letter.
  if (Math.abs(first.length - second.length) > 2) return 3;
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= second.length; j += 1) {
      const change = row[j - 1]! + (first[i - 1] === second[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change));
    }
    row = next;
  }
  return row[second.length]!;
}
