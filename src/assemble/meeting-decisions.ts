import type { PublicBodyHead, PublicMeeting, PublicMinute } from '../model/publication.ts';
import { minutesAddress } from './addresses.ts';
import type { AnchoredMinute } from './anchor-minutes.ts';
import { anchorMinutes, decisionsOf } from './anchor-minutes.ts';
import type { Assembly } from './assembly.ts';
import type { DecisionProps } from './decision-props.ts';
import { decisionProps } from './decision-props.ts';
import { nameOfMinute } from './minute-props.ts';
import type { NoticeProps } from './notice-props.ts';
import { noticeProps } from './notice-props.ts';
import type { PageText } from './page-text.ts';
import { isSameCode } from './papers-of-item.ts';
import type { ItemHistory } from './topics/topic-history.ts';

/** What the minutes say of an item: its decisions in their own words, and the way to the minute. */
export type DecisionsProps = {
  readonly code?: string;
  readonly title: string;
  /** Present when the minute is withheld. */
  readonly restricted?: NoticeProps;
  readonly decisions: readonly DecisionProps[];
  /** Absent where nothing of the minute can be read. */
  readonly minute?: { readonly text: string; readonly href: string };
  /** Of an item that is in the minutes alone; one of the agenda has it there. */
  readonly history?: ItemHistory;
};

/** The minutes of a meeting, as its other pages quote them. */
export interface QuotedMinutes {
  /** What was decided under an item, when its minute can be read. */
  readonly ofItem: (code: string) => DecisionsProps[];
  /** Every item of the minutes that has none of these codes: all of them, where no agenda is held. */
  readonly besides: (codes: readonly string[]) => DecisionsProps[];
}

/** Makes the decisions of a meeting quotable on a page that is not the minutes' own. */
export function quoteMinutes(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  pageText: PageText,
  headingLevel: number,
): QuotedMinutes {
  const anchored = meeting.minutes === undefined ? [] : anchorMinutes(meeting.minutes);
  const called = body.minutesCalled === 'notes' ? 'Notes' : 'Minute';
  const base = `${assembly.href(minutesAddress(meeting))}#`;
  const quote = (each: AnchoredMinute): DecisionsProps => {
    const text = {
      body: body.slug,
      meeting: meeting.slug,
      fragmentBase: base,
      idPrefix: 'decided-',
      headingLevel,
    };
    const place = {
      pageText,
      text,
      anchorBase: base,
      about: nameOfMinute(each.minute),
      resolutionLabel: 'Decision',
    };
    return {
      ...(each.minute.code === undefined ? {} : { code: each.minute.code }),
      title: each.minute.title,
      ...(each.minute.access === 'withheld' ? { restricted: noticeProps(body, each.minute.grounds) } : {}),
      decisions: decisionsOf(each).map((decision) => decisionProps(decision, place)),
      ...(canBeRead(each.minute)
        ? { minute: { text: `${called} of ${itemOf(each.minute)}`, href: base + each.anchor } }
        : {}),
    };
  };
  return {
    ofItem: (code) =>
      anchored.filter(({ minute }) => isSameCode(minute.code, code) && canBeRead(minute)).map(quote),
    besides: (codes) =>
      anchored
        .filter(({ minute }) => !codes.some((code) => isSameCode(code, minute.code)))
        .map((each) => {
          const history = assembly.historyOfMinute(meeting, each.anchor);
          return { ...quote(each), ...(history === undefined ? {} : { history }) };
        }),
  };
}

/** The minute of a restricted item says nothing unless a public summary was written for it. */
function canBeRead(minute: PublicMinute): boolean {
  return minute.access === 'open' || minute.text.length > 0;
}

function itemOf(minute: PublicMinute): string {
  return minute.code === undefined ? minute.title : `item ${minute.code}`;
}
