import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type {
  AgendaItem,
  AgendaStructure,
  ItemWord,
  LineRange,
  MinutesStructure,
} from '../model/structure.ts';
import type { MeetingVerdict } from './decide-access.ts';
import type { WithheldRange } from './prepare-paper.ts';
import { isTitleHidden, isWithheldItem } from './publish-agenda.ts';

/** Item lines whose words the public sees of a restricted item too. */
const shownWords: readonly ItemWord[] = ['Not for publication', 'Reason', 'Title withheld'];

/** What an agenda keeps to itself of its restricted items: lines that name papers and people, and a title that is withheld. */
export function withheldRangesOfAgenda(
  body: BodyFrontMatter,
  verdict: MeetingVerdict,
  structure: AgendaStructure,
): WithheldRange[] {
  return restrictedItems(verdict, structure).flatMap((item) => {
    const lines = item.lines
      .filter((line) => !shownWords.includes(line.word))
      .map(({ line }) => rangeOf({ start: line, end: line + 1 }, item.code));
    const title = { ...rangeOf({ start: item.line, end: item.line + 1 }, item.code), what: 'title' } as const;
    return isTitleHidden(item, body) ? [title, ...lines] : lines;
  });
}

/** Items of a supplement that are restricted: shown in the agenda as such, and cut from the supplement as a whole. */
export function withheldRangesOfSupplement(
  verdict: MeetingVerdict,
  structure: AgendaStructure,
): WithheldRange[] {
  return restrictedItems(verdict, structure).map((item) => rangeOf(item.range, item.code));
}

function restrictedItems(verdict: MeetingVerdict, structure: AgendaStructure): AgendaItem[] {
  return structure.parts.flatMap((part) => part.items).filter((item) => isWithheldItem(item, verdict.items));
}

function rangeOf({ start, end }: LineRange, item: string): WithheldRange {
  return { start, end, item, what: 'passage', because: 'restricted part', resolutions: 0 };
}

/** The lines of restricted minutes, less their public summaries with the fences, and words under a part's heading that no item has. */
export function withheldRangesOfMinutes(
  verdict: MeetingVerdict,
  structure: MinutesStructure,
): WithheldRange[] {
  const ofMinutes = structure.minutes.flatMap((minute, index): WithheldRange[] => {
    const { restricted, code } = verdict.minutes[index]!;
    if (!restricted) return [];
    const borders = [
      minute.range.start,
      ...minute.summaries.flatMap(({ range }) => [range.start - 1, range.end + 1]),
      minute.range.end,
    ];
    const resolutions = minute.decisions.filter((decision) => decision.kind === 'resolution').length;
    return borders.flatMap((start, at): WithheldRange[] => {
      if (at % 2 === 1) return [];
      // The heading stands in the first range, so that it is never empty and the resolutions are counted once.
      return [
        {
          start,
          end: borders[at + 1]!,
          what: 'minute',
          because: 'restricted part',
          resolutions: at === 0 ? resolutions : 0,
          ...(code === undefined ? {} : { item: code }),
        },
      ];
    });
  });
  return [...ofMinutes, ...wordsOfParts(structure)];
}

/** What stands between a part's heading and its first item is published nowhere, so it counts as withheld. */
function wordsOfParts({ minutes, partHeadings }: MinutesStructure): WithheldRange[] {
  const starts = [...minutes.map((minute) => minute.line), ...partHeadings];
  return partHeadings.map((line) => ({
    start: line + 1,
    end: Math.min(...starts.filter((start) => start > line), Number.MAX_SAFE_INTEGER),
    what: 'minute',
    because: 'restricted part',
    resolutions: 0,
  }));
}
