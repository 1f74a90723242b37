import { digestOfMade, type LineRange, type Lines } from '../../model/made.ts';
import type { OutputFile } from '../../model/page.ts';
import { outputFileOf } from '../addresses.ts';
import { textFile } from './text-file.ts';

/**
 * A file of text that is joined from lines of many meetings when it is asked for. `make` may look at nothing but `about`, a value of
 * JSON, and the lines: a later build takes over the file that was made of the same.
 */
export function fileOfLines<About>(
  address: string,
  about: About,
  parts: readonly (Lines | LineRange)[],
  make: (about: About, lines: readonly string[]) => string,
): OutputFile {
  return {
    file: outputFileOf(address),
    madeFrom: () => digestOfMade([about, parts.map(digestOfPart)]),
    get bytes() {
      return textFile(address, make(about, parts.flatMap(readPart))).bytes;
    },
  };
}

function digestOfPart(part: Lines | LineRange): unknown {
  return 'lines' in part ? [part.lines.digest, part.from, part.to] : part.digest;
}

function readPart(part: Lines | LineRange): readonly string[] {
  return 'lines' in part ? part.lines.read().slice(part.from, part.to) : part.read();
}

/** The ranges of some parts that a stretch of all their lines, one part after another, is made of. */
export function rangesOf(parts: readonly Lines[], from: number, to: number): LineRange[] {
  const ranges: LineRange[] = [];
  let before = 0;
  for (const lines of parts) {
    const range = { lines, from: Math.max(from - before, 0), to: Math.min(to - before, lines.count) };
    if (range.from < range.to) ranges.push(range);
    before += lines.count;
    if (before >= to) break;
  }
  return ranges;
}

/** How many lines some parts have together. */
export function countLines(parts: readonly Lines[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
