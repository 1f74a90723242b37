import type { OutputFile } from '../../../model/page.ts';
import { bodyAddress, homeAddress, resolutionsAddress, topicAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import type { RegisterEntry } from '../../register.ts';
import {
  bodyFeedAddress,
  feedAddress,
  resolutionsFeedAddress,
  siteFeedAddress,
} from '../export-addresses.ts';
import { groupBy } from '../group-by.ts';
import type { ListedPaper } from '../listed-papers.ts';
import { listPapers } from '../listed-papers.ts';
import type { FeedEntry } from './feed-file.ts';
import { feedFile } from './feed-file.ts';
import { paperEntry } from './paper-entry.ts';
import { resolutionEntry } from './resolution-entry.ts';
import { topicEntries } from './topic-entries.ts';

/** The feeds of the site, of each body, of resolutions and of each topic. */
export function feedFiles(assembly: Assembly, resolutions: readonly RegisterEntry[]): OutputFile[] {
  const { site, publication } = assembly;
  const papers = listPapers(publication);
  const entryOf = new Map(papers.map((paper) => [paper, paperEntry(paper)]));
  const papersOfBody = groupBy(papers, (paper) => paper.body);
  const entriesOf = (shown: readonly ListedPaper[]): FeedEntry[] => shown.map((paper) => entryOf.get(paper)!);
  const resolutionsOf = groupBy(resolutions, (entry) => entry.meeting);
  return [
    feedFile(assembly, {
      address: siteFeedAddress,
      pageAddress: homeAddress,
      title: site.name,
      entries: entriesOf(papers),
    }),
    ...publication.bodies.map((body) =>
      feedFile(assembly, {
        address: bodyFeedAddress(body.slug),
        pageAddress: bodyAddress(body.slug),
        title: `${body.title}: new papers`,
        entries: entriesOf(papersOfBody.get(body) ?? []),
      }),
    ),
    feedFile(assembly, {
      address: resolutionsFeedAddress,
      pageAddress: resolutionsAddress,
      title: `${site.name}: resolutions`,
      entries: resolutions.map(resolutionEntry),
    }),
    ...assembly.topics.all.map((topic) => {
      const pageAddress = topicAddress(topic.slug);
      return feedFile(assembly, {
        address: feedAddress(pageAddress),
        pageAddress,
        title: `${topic.name}: what is new`,
        entries: topic.items.flatMap((item) => topicEntries(item, resolutionsOf.get(item.meeting) ?? [])),
      });
    }),
  ];
}
