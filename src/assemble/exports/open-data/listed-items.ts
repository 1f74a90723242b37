import type { OpenItem, PublicMeeting, PublicMinute } from '../../../model/publication.ts';
import { meetingAddress, minutesAddress } from '../../addresses.ts';
import type { AnchoredMinute } from '../../anchor-minutes.ts';
import { anchorMinutes } from '../../anchor-minutes.ts';
import { anchorParts } from '../../anchor-parts.ts';
import { createIdTaker } from '../../item-anchor.ts';
import { isSameCode } from '../../papers-of-item.ts';

/** An item of a meeting, from its agenda or, where that has none such, from its minutes. */
export type ListedItem =
  | {
      readonly access: 'withheld';
      readonly name: string;
      readonly code: string;
      readonly title: string;
      readonly address: string;
      /** What was written of it for the public, where something was. */
      readonly summary?: AnchoredMinute;
    }
  | {
      readonly access: 'open';
      /** Unlike that of any other item of the meeting. */
      readonly name: string;
      readonly code?: string;
      readonly title: string;
      readonly address: string;
      /** The part of the agenda that it stands in. */
      readonly part?: string;
      readonly item?: OpenItem;
      /** The record of it, or of that what was written for the public: an item can be opened and its minute not. */
      readonly minute?: AnchoredMinute;
    };

/** The items of a meeting: those of its agenda in order, then those that its minutes alone have. */
export function listItems(meeting: PublicMeeting): ListedItem[] {
  const take = createIdTaker();
  const minutes = meeting.minutes === undefined ? [] : anchorMinutes(meeting.minutes);
  const agenda = anchorParts(meeting.agenda?.parts ?? []).flatMap(({ part, items }) =>
    items.map(({ item, anchor }): ListedItem => {
      const address = `${meetingAddress(meeting)}#${anchor}`;
      const common = { name: take(anchor), code: item.code, title: item.title, address };
      if (item.access === 'withheld')
        return { access: 'withheld', ...common, ...summaryOf(minutes.find(isOf(item.code))) };
      const minute = minutes.find((each) => isOf(item.code)(each) && isThere(each));
      return {
        access: 'open',
        ...common,
        ...(part.letter === undefined ? {} : { part: part.letter }),
        item,
        ...(minute === undefined ? {} : { minute }),
      };
    }),
  );
  const besides = minutes.filter(({ minute }) => !agenda.some((item) => isSameCode(item.code, minute.code)));
  return [...agenda, ...besides.map((each) => itemOfMinute(meeting, each, take(each.anchor)))];
}

function itemOfMinute(meeting: PublicMeeting, anchored: AnchoredMinute, name: string): ListedItem {
  const { minute, anchor } = anchored;
  const address = `${minutesAddress(meeting)}#${anchor}`;
  const common = { name, title: minute.title, address };
  if (minute.access === 'withheld')
    return { access: 'withheld', ...common, code: minute.code, ...summaryOf(anchored) };
  const part = partOf(minute);
  return {
    access: 'open',
    ...common,
    ...(minute.code === undefined ? {} : { code: minute.code }),
    ...(part === undefined ? {} : { part }),
    minute: anchored,
  };
}

/** The record of an item that the public may read: its minute, or the summary of a withheld one. */
export function minuteOf(item: ListedItem): AnchoredMinute | undefined {
  return item.access === 'open' ? item.minute : item.summary;
}

function isOf(code: string): (minute: AnchoredMinute) => boolean {
  return ({ minute }) => isSameCode(minute.code, code);
}

function summaryOf(minute: AnchoredMinute | undefined): { readonly summary?: AnchoredMinute } {
  return minute !== undefined && isThere(minute) ? { summary: minute } : {};
}

/** Of a withheld minute there may be no word. */
function isThere({ minute, blocks }: AnchoredMinute): boolean {
  return minute.access === 'open' || blocks.length > 0;
}

/** The part that an item's code names, where no agenda is held: B for B3. */
export function partOf(minute: PublicMinute): string | undefined {
  return /^([A-Z])\d/i.exec(minute.code ?? '')?.[1]?.toUpperCase();
}
