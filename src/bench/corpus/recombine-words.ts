/** Sentences made from the words of other papers, so that they share their words and none of their answers. */
export interface Recombined {
  /** Names of two words or more that the papers use more than once, such as "Crime Reduction Grant". */
  readonly terms: readonly string[];
  /** Makes a sentence of that many pieces. */
  readonly sentence: (pieces: number) => string;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** A whole number below `end`. */
  readonly number: (end: number) => number;
}

const linkWords = new Set(
  'a about after all also an and are as at be been being but by can could during each for from had has have he her his how if in into is it its may more most no not of on one or other our over she should so some such than that the their them there these they this those through to under until up was we well were what when where which who will with within would'.split(
    ' ',
  ),
);

/**
 * Cuts texts at their link words. A run of words between two of them is used whole where the papers use it twice,
 * as the language of the subject; of a run that stands once, which is what a reader looks for, only one word is used.
 * Figures become other figures, and `names` of people no names at all.
 */
export function recombineWords(
  texts: readonly string[],
  names: ReadonlySet<string>,
  seed: number,
): Recombined {
  const number = randomBelow(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[number(values.length)]!;
  const pieces = texts.flatMap(cutAtLinkWords);
  const uses = new Map<string, number>();
  for (const { run } of pieces) uses.set(keyOf(run), (uses.get(keyOf(run)) ?? 0) + 1);
  const isTerm = (run: readonly string[]): boolean => run.length < 5 && (uses.get(keyOf(run)) ?? 0) > 1;
  const word = (text: string): string =>
    names.has(text) ? 'officer' : text.replace(/\d/g, () => String(1 + number(9)));
  const piece = (): string => {
    const { links, run } = pick(pieces);
    return [...links, ...(isTerm(run) ? run : [pick(run)])].map(word).join(' ');
  };
  const terms = pieces.filter(
    ({ run }) => run.length > 1 && isTerm(run) && run.every((each) => /^[A-Z][a-z]/.test(each)),
  );
  return {
    terms: [...new Set(terms.map(({ run }) => run.join(' ')))].sort(),
    sentence: (count) => {
      const text = Array.from({ length: count }, piece).join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
    pick,
    number,
  };
}

interface Piece {
  readonly links: readonly string[];
  readonly run: readonly string[];
}

function cutAtLinkWords(text: string): Piece[] {
  const pieces: { links: string[]; run: string[] }[] = [];
  for (const [word, stop] of [...text.matchAll(/([\p{L}\p{N}£][\p{L}\p{N}'’,.&/-]*)/gu)].map(([match]) =>
    trimmed(match),
  )) {
    const last = pieces.at(-1);
    const isLink = linkWords.has(word.toLowerCase());
    if (last === undefined || (isLink && last.run.length > 0)) pieces.push({ links: [], run: [] });
    (isLink ? pieces.at(-1)!.links : pieces.at(-1)!.run).push(word);
    if (stop) pieces.push({ links: [], run: [] });
  }
  return pieces.filter(({ run }) => run.length > 0);
}

/** A word without the stop after it, and whether there was one. */
function trimmed(match: string): [word: string, stop: boolean] {
  const word = match.replace(/[,.&/'’-]+$/, '');
  return [word, word.length < match.length];
}

function keyOf(run: readonly string[]): string {
  return run.join(' ').toLowerCase();
}

/** The same numbers on every run (mulberry32). */
function randomBelow(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * end);
  };
}
