import type { PublicationCounts } from './count-publication.ts';
import { compareText } from '../model/problem.ts';
import type { WithheldNote } from '../model/withheld.ts';

/**
 * What a build prints: what was published, in numbers, and what was withheld by body, date and item alone. Nothing else
 * about what was withheld stands here, not even how much: a build's log is read by more people than the ledger.
 */
export function summariseBuild(
  counts: PublicationCounts,
  pages: number,
  withheld: readonly WithheldNote[],
  date: string,
): string {
  const lines = new Set(
    withheld
      .filter((piece) => piece.because !== 'comment' && piece.meeting !== undefined)
      .map(
        (piece) =>
          `  ${piece.body}, ${piece.meeting!}${piece.item === undefined ? '' : `, item ${piece.item}`}`,
      ),
  );
  const published = `Published as of ${date}: ${pages} pages, ${counts.papers} papers of ${counts.meetings} meetings, ${counts.items} items, ${counts.resolutions} resolutions.\n`;
  return lines.size === 0 ? published : `${published}Withheld:\n${[...lines].sort(compareText).join('\n')}\n`;
}
