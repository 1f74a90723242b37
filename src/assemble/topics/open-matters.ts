import { minutesAddress } from '../addresses.ts';
import { decisionsOf } from '../anchor-minutes.ts';
import type { SiteAssembly } from '../assembly.ts';
import { decisionText } from '../decision-props.ts';
import { formatDate } from '../format-date.ts';
import { withArticle } from '../phrase.ts';
import type { Topic } from './find-topics.ts';
import type { TopicItem } from './list-topic-items.ts';
import { linkToTopicItem } from './topic-links.ts';

/** Something that the record leaves open, in a sentence, and where it stands. */
export type OpenMatter = {
  readonly text: string;
  readonly link: { readonly text: string; readonly href: string };
};

/**
 * What is open in a topic as far as its papers say: meetings to come that have it, actions of the last minutes that
 * speak of it, and meetings after those of which no minutes are published.
 */
export function openMatters(assembly: SiteAssembly, topic: Topic): OpenMatter[] {
  const { date } = assembly.publication;
  const held = topic.items.filter(({ meeting }) => meeting.agenda?.status === undefined);
  const coming = held.filter(({ meeting }) => meeting.date >= date);
  const lastRecorded = held.findLast(({ minutes }) => minutes.length > 0);
  const since = lastRecorded === undefined ? held : held.slice(held.indexOf(lastRecorded) + 1);
  const notRecorded = since.filter(
    ({ meeting, minutes }) =>
      meeting.date < date && minutes.length === 0 && meeting !== lastRecorded?.meeting,
  );
  return [
    ...coming.map((item) => ({
      text: `It is to be considered by ${withArticle(item.body.title)} on`,
      link: linkToTopicItem(assembly, item),
    })),
    ...(lastRecorded === undefined ? [] : actionsOf(assembly, lastRecorded)),
    ...notRecorded.map((item) => ({
      text: `What came of it is not known here, since no ${item.body.minutesCalled} on it are published:`,
      link: linkToTopicItem(assembly, item),
    })),
  ];
}

function actionsOf(assembly: SiteAssembly, { meeting, minutes }: TopicItem): OpenMatter[] {
  return minutes.flatMap((minute) =>
    decisionsOf(minute)
      .filter(({ decision }) => decision.kind === 'action')
      .map(({ decision, anchor }) => ({
        text: decisionText(decision),
        link: {
          text: `action of ${formatDate(meeting.date)}`,
          href: `${assembly.href(minutesAddress(meeting))}#${anchor}`,
        },
      })),
  );
}
