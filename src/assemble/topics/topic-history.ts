import type { Made } from '../../model/made.ts';
import type { MeetingKey } from '../addresses.ts';
import type { Link } from '../layout.ts';
import type { PaperLink } from '../paper-link.ts';
import { createTopicDigests } from './topic-digests.ts';
import type { TopicFinder } from './topic-finder.ts';
import { itemHistory, reportHistory } from './topic-links.ts';

/** Where an item was before and after, and the page with its whole history. */
export type ItemHistory = { readonly topic: Link; readonly before?: Link; readonly after?: Link };

/** The reports on a topic before and after a report's own meeting. */
export type ReportHistory = {
  readonly topic: Link;
  readonly earlier: readonly PaperLink[];
  readonly later: readonly PaperLink[];
};

/** The history of what stands on a page, where it came back. */
export interface TopicHistory {
  /** By the item's anchor on the page of its meeting. */
  readonly historyOfItem: (meeting: MeetingKey, anchor: string) => ItemHistory | undefined;
  /** By the minute's anchor on the page of its minutes. */
  readonly historyOfMinute: (meeting: MeetingKey, anchor: string) => ItemHistory | undefined;
  /** Long, so that it is read only where the report's page is made. */
  readonly historyOfReport: (meeting: MeetingKey, name: string) => Made<ReportHistory> | undefined;
}

/** Makes the history of items, minutes and reports from the topics. */
export function createTopicHistory(topics: TopicFinder, href: (address: string) => string): TopicHistory {
  const place = { href };
  const digests = createTopicDigests(place);
  return {
    historyOfItem: (meeting, anchor) => {
      const found = topics.ofItem(meeting, anchor);
      return found === undefined ? undefined : itemHistory(place, found);
    },
    historyOfMinute: (meeting, anchor) => {
      const found = topics.ofMinute(meeting, anchor);
      return found === undefined ? undefined : itemHistory(place, found);
    },
    historyOfReport: (meeting, name) => {
      const found = topics.ofReport(meeting, name);
      return found === undefined
        ? undefined
        : {
            // Nobody asks for it where the page is made in any case, as for each paper that is saved.
            get digest() {
              return digests.ofReports(found);
            },
            read: () => reportHistory(place, found),
          };
    },
  };
}
