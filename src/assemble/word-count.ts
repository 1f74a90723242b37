import { textOf } from '../markdown/text-of.ts';
import type { MinuteBlock, PublicMarkdown, PublicMinutes, PublicReport } from '../model/publication.ts';
import { countOf } from './phrase.ts';

/** Words to read in public Markdown. */
function countWords(text: PublicMarkdown): number {
  return textOf(text)
    .split(' ')
    .filter((word) => word !== '').length;
}

const counted = new WeakMap<object, number>();

/** `1,204 words`: how long a report is. */
export function lengthOfReport(report: PublicReport): string {
  return inWords(remember(report, () => countWords(report.text)));
}

/** How long minutes are, without the lists of names. */
export function lengthOfMinutes(minutes: PublicMinutes): string {
  const blocks = minutes.minutes.flatMap((minute): readonly MinuteBlock[] => minute.text);
  const total = (): number =>
    [minutes.introduction, ...blocks.map((block) => block.text)].reduce(
      (sum, text) => sum + countWords(text),
      0,
    );
  return inWords(remember(minutes, total));
}

function inWords(words: number): string {
  return countOf(words, 'word', 'words');
}

/** A paper's length is shown on several pages and never changes, so it is counted once. */
function remember(paper: object, count: () => number): number {
  const known = counted.get(paper);
  if (known !== undefined) return known;
  const words = count();
  counted.set(paper, words);
  return words;
}
