import { compareFolders } from '../measure/compare-folders.ts';
import { runProgram, type Sample } from '../measure/run-program.ts';
import { correctPaper, listCorrectable } from './correctable-papers.ts';
import { measureParts, type PartsMeasurement } from './measure-parts.ts';
import { forget, ourCommand, outputOf, type OurFolders } from './our-commands.ts';

/** What one round of ours gave. */
export interface OurRound {
  readonly cold: Sample;
  readonly afterCurrent: Sample;
  readonly afterSettled: Sample;
  /** Files in which a corrected output differs from a cold publish of the same papers; empty where that was not asked. */
  readonly differingFiles: readonly string[];
  /** The same papers made in two parts and joined; absent where it was not asked. */
  readonly inParts?: PartsMeasurement;
}

const measured = 'measured';
const reference = 'reference';

/**
 * One round of ours: a publish from nothing, then one after a correction of a paper of the newest meeting, and one after a correction
 * of a paper of the oldest, each in a process of its own. With `compares`, both outputs are held against a publish
 * of the same papers from nothing, which is not timed; with `makesParts`, the site is made in two parts and joined as well. The papers are put back as they were. Throws when a build fails.
 */
export async function measureOurs(
  folders: OurFolders,
  { compares, makesParts }: { readonly compares: boolean; readonly makesParts: boolean },
): Promise<OurRound> {
  const papers = listCorrectable(folders.content);
  const differingFiles: string[] = [];
  const undo: (() => void)[] = [];
  const publish = (): Promise<Sample> => runProgram(ourCommand('build', folders, measured));
  const correct = async (paper: (typeof papers)[number] | undefined): Promise<Sample> => {
    if (paper === undefined) throw new Error('The corpus has no paper to correct.');
    undo.push(correctPaper(paper, 'rechecked'));
    const sample = await publish();
    if (compares) differingFiles.push(...(await compareWithCold(folders)));
    return sample;
  };
  forget(folders, measured);
  try {
    const cold = await publish();
    const inParts = makesParts ? await measureParts(folders, measured) : undefined;
    const afterCurrent = await correct(papers.at(-1));
    const afterSettled = await correct(papers[0]);
    return {
      ...{ cold, afterCurrent, afterSettled, differingFiles },
      ...(inParts === undefined ? {} : { inParts }),
    };
  } finally {
    for (const putBack of undo) putBack();
  }
}

/** The standing output of the last round, of the papers with its corrections. */
export function measuredOutput(folders: OurFolders): string {
  return outputOf(folders, measured);
}

async function compareWithCold(folders: OurFolders): Promise<string[]> {
  forget(folders, reference);
  await runProgram(ourCommand('build', folders, reference));
  const differing = compareFolders(outputOf(folders, measured), outputOf(folders, reference));
  forget(folders, reference);
  return differing;
}
