/**
 * Knows which texts stand whole, between spaces, in one that came before: what is printed side by side comes joined, and then each
 * by itself.
 */
export class WholeTexts {
  readonly #last: string[] = [];

  /** Whether a text has been said already. Only long ones are asked about: short ones are quicker looked through again. */
  haveSaid(text: string): boolean {
    if (text.length < leastLength) return false;
    // A hyphen at a line's end and what follows it are one word: then it matters what comes before and after.
    const isWhole = !/^\s/.test(text) && !/[\s\u002d\u2010]/.test(text.at(-1)!);
    if (isWhole && this.#last.some((each) => standsIn(text, each))) return true;
    this.#last.unshift(text);
    this.#last.splice(mostKept);
    return false;
  }
}

/** In characters. */
const leastLength = 100;
/** A text comes soon after those that it was joined with. */
const mostKept = 4;

function standsIn(text: string, longer: string): boolean {
  const start = longer.indexOf(text);
  if (start === -1) return false;
  const end = start + text.length;
  return (start === 0 || longer[start - 1] === ' ') && (end === longer.length || longer[end] === ' ');
}
