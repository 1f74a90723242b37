import type { Page } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting, PublicMinutes } from '../model/publication.ts';
import {
  absoluteUrlOf,
  bodyAddress,
  markWordsAddress,
  meetingAddress,
  minutesAddress,
  printDateAddress,
} from './addresses.ts';
import { anchorMinutes, decisionsOf } from './anchor-minutes.ts';
import type { Assembly } from './assembly.ts';
import { citationOf, citedItem } from './citation.ts';
import { describeMinutes } from './describe-paper.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';
import { layoutOf } from './layout.ts';
import type { MinutesProps } from './minutes-props.ts';
import { minutesOnOwnPage } from './minutes-props.ts';
import { pageOf } from './page-of.ts';
import { capitalise } from './phrase.ts';

/** Minutes need a list of their items only from this many on. */
const itemsWithoutContents = 3;

/** The page of a meeting's minutes. */
export function minutesPage(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  minutes: PublicMinutes,
): Page {
  const address = minutesAddress(meeting);
  const called = capitalise(body.minutesCalled);
  const day = formatDate(meeting.date);
  const url = absoluteUrlOf(assembly.site, address);
  const resolution = firstResolution(minutes);
  const paper = minutesOnOwnPage(assembly, body, meeting, minutes);
  const meetingHref = assembly.href(meetingAddress(meeting));
  return pageOf(address, 'minutes', {
    layout: layoutOf(assembly, {
      address,
      title: `${called} of ${day}, ${body.title}`,
      description: describeMinutes(body, meeting),
      breadcrumbs: [
        { text: body.title, href: assembly.href(bodyAddress(body.slug)) },
        { text: day, href: meetingHref },
        { text: called },
      ],
      scripts: [markWordsAddress, printDateAddress],
    }),
    caption: `${body.title}, ${formatMeetingDay(meeting)}`,
    title: minutes.title,
    language: minutes.language ?? assembly.site.language,
    meeting: { text: `Papers and decisions of ${formatMeetingDay(meeting)}`, href: meetingHref },
    paper,
    contents: contentsOf(paper),
    called: called.toLowerCase(),
    citation: `${citationOf(body, meeting, called.toLowerCase())}, ${url}`,
    ...(resolution === undefined
      ? {}
      : {
          resolutionCitation: `${citationOf(body, meeting, citedItem(resolution.code) ?? resolution.title, `resolution ${resolution.order}`)}, ${url}#${resolution.anchor}`,
        }),
  });
}

/** The items, when they are more than a reader can see at a glance. */
function contentsOf({ minutes }: MinutesProps): { readonly text: string; readonly href: string }[] {
  if (minutes.length <= itemsWithoutContents) return [];
  return minutes.map(({ anchor, code, number, title }) => ({
    text: [number === undefined ? [] : `${number.text}.`, title, code === undefined ? [] : `(item ${code})`]
      .flat()
      .join(' '),
    href: `#${anchor}`,
  }));
}

/** A resolution to show how one is cited. */
function firstResolution(minutes: PublicMinutes) {
  for (const minute of anchorMinutes(minutes)) {
    const found = decisionsOf(minute).find(({ decision }) => decision.kind === 'resolution');
    const { code, title } = minute.minute;
    if (found !== undefined) return { code, title, order: found.decision.order, anchor: found.anchor };
  }
  return undefined;
}
