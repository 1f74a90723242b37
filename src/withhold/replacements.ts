import { problemAt } from '../model/problem.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { PaperReference, PublicAgenda, PublicItem, PublicReport } from '../model/publication.ts';
import { isSamePaper } from './publish-agenda.ts';

/** A public paper in whose place others stand, all of them public. */
export interface Replacement {
  readonly replaced: PaperReference;
  readonly by: readonly PaperReference[];
  /** Since when, where that is recorded. */
  readonly date?: string;
}

/** Whether one paper stands in the place of another, or of what stands in its place. */
export function isReplacedBy(
  replacements: readonly Replacement[],
  paper: PaperReference,
  other: PaperReference,
): boolean {
  return replacements.some(
    ({ replaced, by }) =>
      isSamePaper(replaced, paper) &&
      by.some((each) => isSamePaper(each, other) || isReplacedBy(replacements, each, other)),
  );
}

/** Adds a replacement, unless papers would then replace each other in a circle. */
export function addReplacement(
  replacements: Replacement[],
  added: Replacement,
  place: Place,
  problems: Problem[],
): void {
  const { replaced, by } = added;
  const isCircle = by.some(
    (each) => isSamePaper(each, replaced) || isReplacedBy(replacements, each, replaced),
  );
  if (isCircle) {
    problems.push(
      problemAt(
        place,
        'replaces-circle',
        'This paper is said to replace itself, or one that replaces it, so which of them holds cannot be known.',
        'Name the older paper after `replaces` in the newer one, and nothing in the older.',
      ),
    );
    return;
  }
  replacements.push(added);
}

/** The agenda with each replaced paper's place taken by what replaces it. */
export function placeReplacements(agenda: PublicAgenda, replacements: readonly Replacement[]): PublicAgenda {
  const place = (item: PublicItem): PublicItem =>
    item.access === 'open' ? { ...item, papers: replaceIn(item.papers, replacements) } : item;
  return {
    ...agenda,
    parts: agenda.parts.map((part) => ({ ...part, items: part.items.map(place) })),
  };
}

function replaceIn(
  papers: readonly PaperReference[],
  replacements: readonly Replacement[],
): readonly PaperReference[] {
  const standing = papers.flatMap((paper) => inPlaceOf(paper, replacements));
  const asListed = standing.map((paper) => papers.find((other) => isSamePaper(other, paper)) ?? paper);
  return asListed.filter(
    (paper, index) => asListed.findIndex((other) => isSamePaper(other, paper)) === index,
  );
}

/** What stands in a paper's place in the end: itself, where nothing replaces it. */
function inPlaceOf(paper: PaperReference, replacements: readonly Replacement[]): readonly PaperReference[] {
  const own = replacements.filter(({ replaced }) => isSamePaper(replaced, paper));
  return own.length === 0
    ? [paper]
    : own.flatMap(({ by }) => by.flatMap((each) => inPlaceOf(each, replacements)));
}

/** The reports of a meeting, each with what it replaces and what replaces it. */
export function markReplaced(
  reports: readonly PublicReport[],
  meeting: string,
  replacements: readonly Replacement[],
): readonly PublicReport[] {
  return reports.map((report) => {
    const own: PaperReference = { kind: 'paper', meeting, name: report.name };
    const ofOwn = replacements.filter(({ replaced }) => isSamePaper(replaced, own));
    const date = ofOwn[0]?.date;
    const replaces = replacements.flatMap(({ replaced, by }) =>
      by.some((paper) => isSamePaper(paper, own)) && replaced.kind === 'paper' && replaced.meeting === meeting
        ? [replaced.name]
        : [],
    );
    return {
      ...report,
      ...(replaces.length === 0 ? {} : { replaces: [...new Set(replaces)] }),
      ...(ofOwn.length === 0
        ? {}
        : {
            replacedBy: {
              papers: ofOwn.flatMap(({ by }) => by),
              ...(date === undefined ? {} : { date }),
            },
          }),
    };
  });
}
