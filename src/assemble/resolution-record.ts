import type { SearchRecord } from '../model/page.ts';
import { minutesAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { decisionText } from './decision-props.ts';
import { formatDate } from './format-date.ts';
import type { RegisterEntry } from './register.ts';
import { yearOf } from './register.ts';

/** A resolution as a record of the search index, found by the words of its item too. */
export function resolutionRecord(
  assembly: Assembly,
  { body, meeting, minute, resolution }: RegisterEntry,
): SearchRecord {
  const address = `${minutesAddress(meeting)}#${resolution.anchor}`;
  const item = minute.minute.title;
  const { code } = minute.minute;
  const number = minute.minute.access === 'open' ? minute.minute.number : undefined;
  const words = decisionText(resolution.decision);
  return {
    kind: 'resolution',
    address,
    content: `${item}. ${words}`,
    language: meeting.minutes?.language ?? assembly.site.language,
    meta: {
      title: `Resolution: ${item}`,
      body: body.title,
      date: formatDate(meeting.date),
      item: code ?? '',
      text: words,
      url: assembly.href(address),
    },
    filters: {
      body: [body.title],
      type: ['resolution'],
      year: [yearOf({ meeting })],
      date: [meeting.date],
      ...(code === undefined ? {} : { item: [code] }),
      ...(number === undefined ? {} : { minute: [number] }),
      resolution: [String(resolution.decision.order)],
      ...(resolution.decision.outcomes.length === 0 ? {} : { outcome: resolution.decision.outcomes }),
    },
    sort: { date: meeting.date },
  };
}
