import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { parseDate } from '../model/front-matter/fields.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { AgendaItem, AgendaPart, AgendaStructure, ItemLine } from '../model/structure.ts';

/** What was decided of an item of the agenda. */
export interface ItemVerdict {
  readonly title: string;
  readonly restricted: boolean;
  /** The day on which the meeting decided to take it in public; a paper of it follows only if it says so too. */
  readonly openedOn?: string;
  /** A public agenda or supplement has it. One that only a withheld supplement has is restricted. */
  readonly isListed: boolean;
}

/** An agenda or a supplement whose items are to be judged. */
export interface ItemSource {
  readonly file: string;
  readonly markdownLine: number;
  readonly structure: AgendaStructure;
  /** Whether it is public itself. What is withheld lends nothing to the site, and opens nothing. */
  readonly isListed: boolean;
}

/** Whether a part is restricted: by its letter, or by a word of its heading. */
export function isRestrictedPart(body: BodyFrontMatter, part: AgendaPart): boolean {
  return part.saysRestricted || (part.letter !== undefined && body.restricted_parts.includes(part.letter));
}

/** Whether a code's letter is that of a restricted part; all that is known where no agenda is held. */
export function isRestrictedCode(body: BodyFrontMatter, code: string): boolean {
  return body.restricted_parts.includes(code[0]!);
}

/**
 * Decides for each item of a meeting whether it is restricted: by its part, by the letter of its code, or because another
 * agenda or supplement of the meeting puts it into a restricted part. Contradictions are problems.
 */
export function decideItems(
  body: BodyFrontMatter,
  sources: readonly ItemSource[],
  buildDate: string,
  problems: Problem[],
): Map<string, ItemVerdict> {
  const listed = sources.filter((source) => source.isListed);
  const parts = listed.flatMap((source) => source.structure.parts);
  const letters = lettersOfParts(body, parts);
  const hasRestrictedParts = parts.some((part) => isRestrictedPart(body, part));
  const items = new Map<string, ItemVerdict>();
  for (const source of listed) {
    for (const part of source.structure.parts) {
      for (const item of part.items) {
        const known = items.get(item.code);
        const letter = item.code[0]!;
        const isRestricted =
          isRestrictedPart(body, part) || letters.restricted.has(letter) || known?.restricted === true;
        // Nothing says in which part it is: it stands below no heading, and no part has its letter.
        const isHomeless =
          !isRestricted &&
          known === undefined &&
          source !== listed[0] &&
          part.title === undefined &&
          hasRestrictedParts &&
          !letters.open.has(letter);
        if (isHomeless) complainOfHomeless(source, item, problems);
        const restricted = isRestricted || isHomeless;
        const openedOn = openingDay(item, restricted, source, buildDate, problems) ?? known?.openedOn;
        items.set(item.code, {
          title: known?.title ?? item.title,
          restricted,
          ...(openedOn === undefined ? {} : { openedOn }),
          isListed: true,
        });
      }
    }
  }
  for (const source of sources) {
    if (!source.isListed) addUnlisted(body, source, items, problems);
  }
  return items;
}

/** Letters by which an item's part is known where it stands below no heading. */
interface PartLetters {
  readonly restricted: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

/** A part has the letter of its heading, or else those of its items. One that an open and a restricted part share tells nothing. */
function lettersOfParts(body: BodyFrontMatter, parts: readonly AgendaPart[]): PartLetters {
  const lettersOf = (part: AgendaPart): string[] =>
    part.letter === undefined
      ? part.items.map((item) => item.code[0]!).filter((letter) => /[A-Z]/.test(letter))
      : [part.letter];
  const restrictedParts = parts.filter((part) => isRestrictedPart(body, part));
  const openParts = parts.filter((part) => part.title !== undefined && !isRestrictedPart(body, part));
  const named = [...body.restricted_parts, ...restrictedParts.flatMap((part) => part.letter ?? [])];
  const restricted = new Set([...named, ...restrictedParts.flatMap(lettersOf)]);
  const open = new Set(openParts.flatMap(lettersOf));
  return {
    restricted: new Set([...restricted].filter((letter) => named.includes(letter) || !open.has(letter))),
    open: new Set([...open].filter((letter) => !restricted.has(letter))),
  };
}

function complainOfHomeless(source: ItemSource, item: AgendaItem, problems: Problem[]): void {
  problems.push(
    problemAt(
      placeOf(source, item.line),
      'supplement-item-part',
      'This item stands in no part, and the agenda has a restricted one, so whether the item is public cannot be known.',
      'Write the heading of its part above it, as the agenda has it.',
    ),
  );
}

/** Items of a withheld supplement: restricted where nothing public has them; where something does, it must agree. */
function addUnlisted(
  body: BodyFrontMatter,
  source: ItemSource,
  items: Map<string, ItemVerdict>,
  problems: Problem[],
): void {
  for (const part of source.structure.parts) {
    for (const item of part.items) {
      const known = items.get(item.code);
      if (known === undefined) {
        items.set(item.code, { title: item.title, restricted: true, isListed: false });
      } else if (!known.restricted && isRestrictedPart(body, part)) {
        problems.push(
          problemAt(
            placeOf(source, item.line),
            'item-in-two-parts',
            'This item is in a restricted part here and in an open part of the agenda, so which of the two holds cannot be known.',
            'Give it a number of its own, or move it to the part that the agenda has it in.',
          ),
        );
      }
    }
  }
}

/** The day of `- Opened: 2021-11-18, minute 45`; undefined while that day has not come, or when the line contradicts another. */
function openingDay(
  item: AgendaItem,
  restricted: boolean,
  source: ItemSource,
  buildDate: string,
  problems: Problem[],
): string | undefined {
  const line = item.lines.find((candidate) => candidate.word === 'Opened');
  if (line === undefined) return undefined;
  const complain = (code: string, what: string, instead: string): undefined => {
    problems.push(problemAt(placeOf(source, line.line), code, what, instead));
  };
  const day = parseDate(line.value.split(',')[0]!);
  if (day === undefined) {
    return complain(
      'opened-line',
      'This line does not begin with the day on which the meeting opened the item.',
      'Write `- Opened: 2021-11-18, minute 45`, or take the line out.',
    );
  }
  if (!restricted) {
    return complain(
      'opened-needlessly',
      'This item is said to have been opened, and it is not in a restricted part.',
      'Take the line out, or correct the item’s number or part.',
    );
  }
  if (item.lines.some((other: ItemLine) => other.word === 'Title withheld')) {
    return complain(
      'opened-title-withheld',
      'This item was opened to the public, and its title is withheld.',
      'Take out `Opened`, or `Title withheld`.',
    );
  }
  return day > buildDate ? undefined : day;
}

function placeOf(source: ItemSource, line: number): { file: string; line: number; column: number } {
  return { file: source.file, line: source.markdownLine + line, column: 1 };
}
