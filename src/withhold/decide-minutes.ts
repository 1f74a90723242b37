import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { plainLetters } from '../model/plain-letters.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { MinuteStructure } from '../model/structure.ts';
import type { ValidMeeting, ValidMinutes } from '../model/valid.ts';
import { bareWords } from './bare-words.ts';
import { isRestrictedCode } from './decide-items.ts';
import type { ItemVerdict } from './decide-items.ts';
import { findOtherItemOfTitle } from './find-other-item-of-title.ts';

/** What was decided of one minute. */
export interface MinuteVerdict {
  readonly code?: string;
  readonly restricted: boolean;
}

type Complain = (code: string, what: string, instead: string) => void;

/**
 * Decides for each minute whether the public may read it: by its item, the heading it stands under and its title. What
 * disagrees is a problem, and the minute is withheld meanwhile.
 */
export function decideMinutes(
  body: BodyFrontMatter,
  meeting: ValidMeeting,
  items: ReadonlyMap<string, ItemVerdict>,
  problems: Problem[],
): MinuteVerdict[] {
  const { minutes } = meeting;
  if (minutes === undefined) return [];
  const { source, structure, frontMatter } = open(minutes.content);
  checkOpened(minutes, items, problems);
  const seen = new Set<string>();
  return structure.minutes.map((minute) => {
    const complain: Complain = (code, what, instead) => {
      // Restricted minutes are withheld as a whole, whatever their headings say.
      if (frontMatter.restricted) return;
      problems.push(
        problemAt(
          { file: minutes.file, line: source.markdownLine + minute.line, column: 1 },
          code,
          what,
          instead,
        ),
      );
    };
    const code = codeOf(minute, items, complain);
    if (code === undefined) return decideUnnamed(body, minute, meeting.agenda !== undefined, complain);
    if (seen.has(code)) {
      complain(
        'minute-item-twice',
        'Two minutes of this meeting record the same item.',
        'Put them together under one heading, or correct the number of one.',
      );
    }
    seen.add(code);
    return decideNamed(
      body,
      minute,
      code,
      { items, hasAgenda: meeting.agenda !== undefined, opened: frontMatter.opened },
      complain,
    );
  });
}

/** Whether a minute of the item may be read by all: the item was opened, and the minutes say so too. */
export function isOpenedIn(verdict: ItemVerdict | undefined, opened: string | undefined): boolean {
  return verdict?.openedOn !== undefined && verdict.openedOn === opened;
}

/** A body that numbers its items without letters has the item's number where others have the minute's. */
function codeOf(
  minute: MinuteStructure,
  items: ReadonlyMap<string, ItemVerdict>,
  complain: Complain,
): string | undefined {
  if (minute.code !== undefined) return minute.code;
  const item = items.get(minute.number!);
  if (item === undefined) return undefined;
  // Where minutes are counted through the year, minute 7 need not be item 7.
  if (
    [...items.values()].some((other) => other.restricted) &&
    bareWords(item.title) !== bareWords(minute.title)
  ) {
    complain(
      'minute-number-title',
      'This number is that of an item with another title, so which item this minute records cannot be known.',
      'Write the item after the title, such as `(Item 7)`, or the title as the agenda has it.',
    );
  }
  return minute.number;
}

/** A minute that names no item is public only where nothing at all can be restricted. */
function decideUnnamed(
  body: BodyFrontMatter,
  minute: MinuteStructure,
  hasAgenda: boolean,
  complain: Complain,
): MinuteVerdict {
  const mayBeRestricted = body.restricted_parts.length > 0 || hasAgenda;
  if (mayBeRestricted) {
    complain(
      'minute-item-missing',
      'This minute names no item, so whether it may be published cannot be known.',
      'Write the item’s number before the title (`### B3 Its title`) or after it (`(Item B3)`).',
    );
  }
  return { restricted: mayBeRestricted || minute.underRestrictedHeading };
}

function decideNamed(
  body: BodyFrontMatter,
  minute: MinuteStructure,
  code: string,
  meeting: {
    readonly items: ReadonlyMap<string, ItemVerdict>;
    readonly hasAgenda: boolean;
    readonly opened: string | undefined;
  },
  complain: Complain,
): MinuteVerdict {
  const verdict = meeting.items.get(code);
  if (meeting.hasAgenda && verdict === undefined) {
    complain(
      'minute-item-unknown',
      'The agenda of this meeting has no such item, so whether this minute may be published cannot be known.',
      'Correct the item’s number, or add the item to the agenda or to a supplement.',
    );
    return { code, restricted: true };
  }
  if (isOpenedIn(verdict, meeting.opened)) return { code, restricted: false };
  const byItem = verdict?.restricted === true || isRestrictedCode(body, code);
  if (minute.underRestrictedHeading && !byItem && (meeting.hasAgenda || body.restricted_parts.length > 0)) {
    complain(
      'minute-part',
      'This minute stands under a heading that says restricted, and its item is in an open part.',
      'Move it before that heading, or correct the item’s number.',
    );
  }
  if (!byItem && findOtherItemOfTitle(minute.title, code, meeting.items)?.restricted === true) {
    complain(
      'minute-title',
      'This minute has the title of an item in a restricted part, and the number of another.',
      'Correct the item’s number, or the title.',
    );
  }
  if (!byItem && namesRestrictedItem(minute.title, meeting.items)) {
    complain(
      'minute-two-items',
      'This heading names an open item, and after it one in a restricted part.',
      'Give each item a heading of its own.',
    );
  }
  return { code, restricted: byItem || minute.underRestrictedHeading };
}

/** Whether a title has the code of a restricted item in it: a code with a letter, since a number may be any. */
function namesRestrictedItem(title: string, items: ReadonlyMap<string, ItemVerdict>): boolean {
  const codes = plainLetters(title).match(/\b[A-Z]\d{1,2}\b/g) ?? [];
  return codes.some((code) => items.get(code)?.restricted === true);
}

function checkOpened(
  minutes: ValidMinutes,
  items: ReadonlyMap<string, ItemVerdict>,
  problems: Problem[],
): void {
  const { source, frontMatter } = open(minutes.content);
  const { opened } = frontMatter;
  if (opened === undefined || [...items.values()].some((item) => isOpenedIn(item, opened))) return;
  problems.push(
    problemAt(
      { file: minutes.file, ...source.locate(['opened'], 'key') },
      'opened-needlessly',
      'The minutes say that an item was opened on this day, and the agenda has none.',
      'Take `opened` out, or write `- Opened: <the day>, minute <its number>` under the item in the agenda.',
    ),
  );
}
