import type { PublicBodyHead, PublicMeeting, PublicMinutes } from '../model/publication.ts';
import { anchorMinutes, anchorsOf } from './anchor-minutes.ts';
import type { Assembly } from './assembly.ts';
import type { AttendanceList } from './attendance-props.ts';
import { attendanceProps } from './attendance-props.ts';
import type { FactProps } from './meeting-facts.ts';
import { timeInWords } from './meeting-facts.ts';
import type { MinuteProps } from './minute-props.ts';
import { minuteProps } from './minute-props.ts';
import type { MinutesStatus } from './minutes-status.ts';
import { minutesStatus } from './minutes-status.ts';
import type { PageText, TextPlace } from './page-text.ts';
import { createPageText } from './page-text.ts';

/** Minutes as they are shown on their page and in a pack. */
export type MinutesProps = {
  readonly status?: MinutesStatus;
  readonly facts: readonly FactProps[];
  readonly attendance: readonly AttendanceList[];
  readonly introductionHtml?: string;
  readonly minutes: readonly MinuteProps[];
};

/** The minutes with the ids that they have on their own page, where the search leads too. */
export function minutesOnOwnPage(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  minutes: PublicMinutes,
): MinutesProps {
  const text = { body: body.slug, meeting: meeting.slug, fragmentBase: '#', idPrefix: '', headingLevel: 3 };
  return minutesProps(assembly, body, meeting, minutes, createPageText(assembly), text);
}

/** Minutes set into a page; `text.headingLevel` is that of headings within a minute. */
export function minutesProps(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  minutes: PublicMinutes,
  pageText: PageText,
  text: TextPlace,
): MinutesProps {
  const anchored = anchorMinutes(minutes);
  pageText.reserve(anchored.flatMap(anchorsOf).map((anchor) => text.idPrefix + anchor));
  const status = minutesStatus(assembly, body, minutes);
  const introductionHtml = pageText.html(minutes.introduction, {
    ...text,
    headingLevel: text.headingLevel - 1,
  });
  const facts: [string, string | undefined][] = [
    ['Time', timeInWords(minutes.time)],
    ['Place', minutes.venue],
  ];
  return {
    ...(status === undefined ? {} : { status }),
    facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    attendance: attendanceProps(minutes),
    ...(introductionHtml === undefined ? {} : { introductionHtml }),
    minutes: anchored.map((minute) => minuteProps(assembly, body, meeting, minute, { pageText, text })),
  };
}
