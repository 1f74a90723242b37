import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { LineRange } from '../model/structure.ts';
import type { PaperDocument } from '../model/valid.ts';

type Definition = PaperDocument['definitions'][number];

/** The footnotes and link definitions of a paper that may be public, to be found by the passages that use them. */
export interface SharedDefinitions {
  /** Those that the words refer to, and those that these refer to, in the order of the paper. */
  readonly findUsed: (words: string) => readonly Definition[];
  /** Those that go with what is withheld. */
  readonly withheld: readonly Definition[];
}

/**
 * Decides for each footnote and link definition whether it goes with the public text or with what is withheld,
 * wherever in the paper it stands. One that both sides refer to, or that a public passage refers to from within what
 * is withheld, is a problem: it cannot be known whose it is.
 */
export function shareDefinitions(
  paper: { readonly file: string; readonly lines: readonly string[]; readonly markdownLine: number; readonly document: PaperDocument },
  withheldRanges: readonly LineRange[],
  problems: Problem[],
): SharedDefinitions {
  const { definitions } = paper.document;
  const isIn = (ranges: readonly LineRange[], line: number): boolean => ranges.some((range) => line >= range.start && line < range.end);
  const textOfLines = (wanted: boolean): string =>
    paper.lines.filter((_, index) => !isIn(definitions, index) && isIn(withheldRanges, index) === wanted).join('\n');
  const openWords = textOfLines(false);
  const withheldWords = textOfLines(true);
  const open: Definition[] = [];
  const withheld: Definition[] = [];
  for (const definition of definitions) {
    const complain = (code: string, what: string, instead: string): void => {
      problems.push(problemAt({ file: paper.file, line: paper.markdownLine + definition.start, column: 1 }, code, what, instead));
    };
    const isUsedOpenly = refersTo(openWords, definition);
    const isInWithheld = isIn(withheldRanges, definition.start);
    if (isUsedOpenly && isInWithheld) {
      complain('definition-withheld', 'Public text refers to this footnote or link, which stands in a passage that is withheld.', 'Move it out of the passage, or take the reference out of the public text.');
    }
    if (isUsedOpenly && !isInWithheld && refersTo(withheldWords, definition)) {
      complain('definition-shared', 'Both public and withheld text refer to this footnote or link, so whose it is cannot be known.', 'Write it twice under two names, one for each.');
    }
    const goesWithWithheld = isInWithheld || (!isUsedOpenly && refersTo(withheldWords, definition));
    (goesWithWithheld ? withheld : open).push(definition);
  }
  const linesOf = (definition: Definition): string => paper.lines.slice(definition.start, definition.end).join('\n');
  const findUsed = (words: string): readonly Definition[] => {
    const used = new Set<Definition>();
    let reach = words;
    for (let found = true; found; ) {
      const next = open.find((definition) => !used.has(definition) && refersTo(reach, definition));
      found = next !== undefined;
      if (next === undefined) break;
      used.add(next);
      reach += `\n${linesOf(next)}`;
    }
    return open.filter((definition) => used.has(definition));
  };
  return { findUsed, withheld };
}

/** Whether words hold the definition's label in brackets, as CommonMark compares labels. */
function refersTo(words: string, definition: Definition): boolean {
  const mark = definition.kind === 'footnote' ? `[^${definition.label}]` : `[${definition.label}]`;
  return words.toLowerCase().replace(/\s+/g, ' ').includes(mark);
}
