import { countOf, formatCount } from '../model/count-of.ts';
import type { Progress, Stage } from '../model/progress.ts';

/** What is known of a stage while it is under way. */
export interface StageUnderWay {
  readonly progress: Progress;
  /** What was done of it when it started. */
  readonly before: number;
  /** Since it started. */
  readonly seconds: number;
}

interface StageWords {
  readonly doing: string;
  /** What it counts, one and many; absent where it counts nothing. */
  readonly counts?: readonly [one: string, many: string];
}

const words: { readonly [stage in Stage]: StageWords } = {
  finding: { doing: 'Finding papers' },
  reading: { doing: 'Reading papers', counts: ['meeting', 'meetings'] },
  preparing: { doing: 'Preparing pages', counts: ['meeting', 'meetings'] },
  listing: { doing: 'Making lists, registers and feeds', counts: ['page', 'pages'] },
  'taking over': { doing: 'Taking over pages that are as they were', counts: ['page', 'pages'] },
  writing: { doing: 'Writing pages', counts: ['page', 'pages'] },
  indexing: { doing: 'Making the search index', counts: ['entry', 'entries'] },
  comparing: { doing: 'Comparing public papers with withheld ones', counts: ['meeting', 'meetings'] },
  auditing: { doing: 'Looking through files for withheld text', counts: ['file', 'files'] },
  keeping: { doing: 'Keeping what was made for the next build' },
  verifying: { doing: 'Comparing files with the list of them', counts: ['file', 'files'] },
};

/** A stage that is under way: `Reading papers: 1,234 of 9,876 meetings, about 40 seconds left`. */
export function formatProgress(stage: StageUnderWay): string {
  const { done, of, stage: name } = stage.progress;
  const { doing, counts } = words[name];
  if (of === undefined || counts === undefined) return doing;
  const left = formatTimeLeft(stage);
  return `${doing}: ${formatCount(done)} of ${countOf(of, ...counts)}${left === undefined ? '' : `, ${left}`}`;
}

/** A stage that is done: `Reading papers: 9,876 meetings in 42.1 s`. */
export function formatFinished({ progress: { stage, done }, seconds }: StageUnderWay): string {
  const { doing, counts } = words[stage];
  const counted = counts === undefined ? '' : ` ${countOf(done, ...counts)}`;
  return `${doing}:${counted} in ${seconds.toFixed(1)} s`.replace(': in', ', in');
}

/** Earlier, a few slow papers or quick ones would make it any number. */
const leastShare = 0.05;
const leastSeconds = 2;

/** By the rate of the stage so far; undefined while that says too little, and in the last moments. */
function formatTimeLeft({ progress: { done, of = 0 }, before, seconds }: StageUnderWay): string | undefined {
  const [made, all] = [done - before, of - before];
  if (made <= 0 || made / all < leastShare || seconds < leastSeconds) return undefined;
  const left = (seconds / made) * (all - made);
  if (left < 1) return undefined;
  if (left < 10) return 'a few seconds left';
  // Nobody can tell it better than this, and a number that jumps is read as one that is wrong.
  if (left < 90) return `about ${Math.round(left / 10) * 10} seconds left`;
  return `about ${Math.round(left / 60)} minutes left`;
}
