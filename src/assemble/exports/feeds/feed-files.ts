import type { OutputFile } from '../../../model/page.ts';
import { bodyAddress, homeAddress, resolutionsAddress, topicAddress } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import type { RegisterEntry } from '../../register.ts';
import {
  bodyFeedAddress,
  feedAddress,
  resolutionsFeedAddress,
  siteFeedAddress,
} from '../export-addresses.ts';
import type { Lines } from '../../../model/made.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { MeetingExports } from '../meeting-exports.ts';
import { feedFile, feedFileOfLines } from './feed-file.ts';
import { resolutionEntry } from './resolution-entry.ts';
import { topicEntries } from './topic-entries.ts';

/** The feeds of the site, of each body, of resolutions and of each topic. */
export function feedFiles(
  assembly: SiteAssembly,
  resolutions: readonly RegisterEntry[],
  meetings: readonly MeetingExports[],
): OutputFile[] {
  const { site, publication } = assembly;
  const entriesOf = (shown: readonly MeetingExports[]): readonly Lines[] =>
    shown.map(({ lines }) => lines.entries);
  const resolutionsOf = groupBy(resolutions, (entry) => entry.meeting);
  return [
    feedFileOfLines(
      assembly,
      { address: siteFeedAddress, pageAddress: homeAddress, title: site.name },
      entriesOf(meetings),
    ),
    ...publication.bodies.map((body) =>
      feedFileOfLines(
        assembly,
        {
          address: bodyFeedAddress(body.slug),
          pageAddress: bodyAddress(body.slug),
          title: `${body.title}: new papers`,
        },
        entriesOf(meetings.filter((meeting) => meeting.body === body.slug)),
      ),
    ),
    feedFile(assembly, {
      address: resolutionsFeedAddress,
      pageAddress: resolutionsAddress,
      title: `${site.name}: resolutions`,
      entries: resolutions.map((entry) => resolutionEntry(assembly, entry)),
    }),
    ...assembly.topics.all.map((topic) => {
      const pageAddress = topicAddress(topic.slug);
      return feedFile(assembly, {
        address: feedAddress(pageAddress),
        pageAddress,
        title: `${topic.name}: what is new`,
        // Newest first, since what is to come has the day of the build throughout.
        entries: topic.items
          .toReversed()
          .flatMap((item) => topicEntries(assembly, item, resolutionsOf.get(item.meeting) ?? [])),
      });
    }),
  ];
}
