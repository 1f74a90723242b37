import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { ValidReport } from '../model/valid.ts';
import { bareWords } from './bare-words.ts';
import { isReplacedBy, type Replacement } from './replacements.ts';

/** Words in a row that are compared. */
const runLength = 8;

/** Below this many runs two reports are too short to tell: a heading and a greeting are alike in all. */
const fewestRuns = 20;

/**
 * Refuses two public reports of one item that are the same for the most part: perhaps one of them is the redacted form of
 * the other, and only one may be published. One that is said to replace the other is not: a corrected report repeats the
 * most of what it corrects.
 */
export function checkTwins(
  reports: readonly ValidReport[],
  replacements: readonly Replacement[],
  problems: Problem[],
): void {
  const ofItems = reports.map((report) => ({
    file: report.file,
    reference: { kind: 'paper', meeting: report.meeting, name: report.name } as const,
    ...open(report.content),
  }));
  const items = ofItems.map(({ frontMatter }) => frontMatter.item);
  const read = ofItems.flatMap(({ file, reference, frontMatter: { item }, source }) =>
    // Most items have one report, which need not be taken apart.
    item === undefined || items.indexOf(item) === items.lastIndexOf(item)
      ? []
      : [{ file, reference, item, source, runs: runsOf(source.markdown) }],
  );
  read.forEach((report, index) => {
    const twin = read
      .slice(0, index)
      .find(
        (other) =>
          other.item === report.item &&
          !isReplacedBy(replacements, report.reference, other.reference) &&
          !isReplacedBy(replacements, other.reference, report.reference) &&
          isMostly(report.runs, other.runs),
      );
    if (twin === undefined) return;
    problems.push(
      problemAt(
        { file: report.file, ...report.source.locate(['item'], 'value') },
        'report-twin',
        'Another public report of this item says the same for the most part, so which of the two is to be published cannot be known.',
        'Write `restricted: true` in the one that is not to be published, or delete it; if this one corrects the other and both may be read, write `replaces:` with the other’s file name here.',
      ),
    );
  });
}

function runsOf(markdown: string): ReadonlySet<string> {
  const words = bareWords(markdown).split(' ');
  return new Set(
    words
      .slice(0, Math.max(0, words.length - runLength + 1))
      .map((_, index) => words.slice(index, index + runLength).join(' ')),
  );
}

/** Whether the shorter of two reports is in the longer for half or more of its runs of words. */
function isMostly(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const [shorter, longer] = first.size < second.size ? [first, second] : [second, first];
  if (shorter.size < fewestRuns) return false;
  return [...shorter].filter((run) => longer.has(run)).length * 2 >= shorter.size;
}
