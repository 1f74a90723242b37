import type { OutputFile } from '../../../model/page.ts';
import { bodyAddress, homeAddress, resolutionsAddress, topicAddress } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import {
  bodyFeedAddress,
  feedAddress,
  resolutionsFeedAddress,
  siteFeedAddress,
} from '../export-addresses.ts';
import type { LineRange, Lines } from '../../../model/made.ts';
import type { TopicItem } from '../../topics/list-topic-items.ts';
import { createExportsFinder, newestFirst, type MeetingExports } from '../meeting-exports.ts';
import { feedFile } from './feed-file.ts';

/** The feeds of the site, of each body, of resolutions and of each topic. */
export function feedFiles(assembly: SiteAssembly, meetings: readonly MeetingExports[]): OutputFile[] {
  const { site, publication } = assembly;
  const entriesOf = (shown: readonly MeetingExports[]): readonly Lines[] =>
    shown.map(({ lines }) => lines.entries);
  const findExports = createExportsFinder(assembly, meetings);
  const rangeOf = ({ meeting, place }: TopicItem): LineRange => {
    const lines = findExports(meeting).lines['topic-entries'];
    return { lines, from: place, to: place + 1 };
  };
  return [
    feedFile(
      assembly,
      { address: siteFeedAddress, pageAddress: homeAddress, title: site.name },
      entriesOf(meetings),
    ),
    ...publication.bodies.map((body) =>
      feedFile(
        assembly,
        {
          address: bodyFeedAddress(body.slug),
          pageAddress: bodyAddress(body.slug),
          title: `${body.title}: new papers`,
        },
        entriesOf(meetings.filter((meeting) => meeting.body === body.slug)),
      ),
    ),
    feedFile(
      assembly,
      {
        address: resolutionsFeedAddress,
        pageAddress: resolutionsAddress,
        title: `${site.name}: resolutions`,
      },
      newestFirst(meetings).map(({ lines }) => lines['resolution-entries']),
    ),
    ...assembly.topics.all.map((topic) => {
      const pageAddress = topicAddress(topic.slug);
      return feedFile(
        assembly,
        { address: feedAddress(pageAddress), pageAddress, title: `${topic.name}: what is new` },
        // Newest first, since what is to come has the day of the build throughout.
        topic.items.toReversed().map(rangeOf),
      );
    }),
  ];
}
