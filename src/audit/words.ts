import { gap, lettersToString, type Letters } from './letters.ts';

/** A stretch of letters, from letter `start` up to letter `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words of a text: stretches of letters and digits with nothing but unseen breaks in them. */
export function splitWords(letters: Letters): readonly Stretch[] {
  return splitAt(letters, gap.mark);
}

/** What stands between two spaces: `KCSP/2021/0457`, `O'Malley's`. */
export function splitAtSpaces(letters: Letters): readonly Stretch[] {
  return splitAt(letters, gap.space);
}

/** The letters of a stretch as a string. */
export function wordAt(letters: Letters, stretch: Stretch): string {
  return lettersToString(letters.codes.subarray(stretch.start, stretch.end));
}

function splitAt(letters: Letters, width: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let index = 1; index <= letters.count; index += 1) {
    if (letters.gaps[index]! < width) continue;
    stretches.push({ start, end: index });
    start = index;
  }
  return stretches;
}
