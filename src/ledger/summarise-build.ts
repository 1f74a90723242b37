import type { PublicationCounts } from './count-publication.ts';
import { countOf } from '../model/count-of.ts';
import { compareText } from '../model/problem.ts';
import type { WithheldNote } from '../model/withheld.ts';

/** What was done with the papers: published, or only looked through. */
export type BuildKind = 'published' | 'checked';

/**
 * What a build prints: what was published, in numbers, and what was withheld by body, date and item alone. Nothing else
 * about what was withheld stands here, not even how much: a build's log is read by more people than the ledger.
 */
export function summariseBuild(
  counts: PublicationCounts,
  pages: number,
  withheld: readonly WithheldNote[],
  date: string,
  kind: BuildKind = 'published',
): string {
  const lines = new Set(
    withheld
      .filter((piece) => piece.because !== 'comment' && piece.meeting !== undefined)
      .map(
        (piece) =>
          `  ${piece.body}, ${piece.meeting!}${piece.item === undefined ? '' : `, item ${piece.item}`}`,
      ),
  );
  const counted = [
    countOf(pages, 'page', 'pages'),
    `${countOf(counts.papers, 'paper', 'papers')} of ${countOf(counts.meetings, 'meeting', 'meetings')}`,
    countOf(counts.items, 'item', 'items'),
    countOf(counts.resolutions, 'resolution', 'resolutions'),
  ].join(', ');
  const first =
    kind === 'published'
      ? `Published as of ${date}: ${counted}.\n`
      : `No problems. A build as of ${date} would have ${counted}. Nothing was written.\n`;
  return lines.size === 0 ? first : `${first}Withheld:\n${[...lines].sort(compareText).join('\n')}\n`;
}

/** What the build of a part prints: how much of it is public, and where it was kept. What is withheld the joining build lists. */
export function summarisePart(
  counts: PublicationCounts,
  { number, of }: { readonly number: number; readonly of: number },
  folder: string,
): string {
  const papers = countOf(counts.papers, 'paper', 'papers');
  return `Part ${number} of ${of} is made and kept in ${folder}: ${papers} of ${countOf(counts.bodies, 'body', 'bodies')}. Nothing is published by it.\n`;
}
