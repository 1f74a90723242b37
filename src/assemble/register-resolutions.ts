import type { Lines } from '../model/made.ts';
import type { PropValue } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Assembly, SiteAssembly } from './assembly.ts';
import { createPageText } from './page-text.ts';
import { entriesOf, type RegisterEntry } from './register.ts';
import {
  ownResolutionProps,
  topicOf,
  withTopic,
  type OwnResolutionProps,
  type ResolutionProps,
} from './resolution-props.ts';
import { createTopicDigests } from './topics/topic-digests.ts';

/** The resolutions of a site as the pages of the register show them, each of which stands on several. */
export interface RegisterResolutions {
  /** A value of JSON that is another one where anything that is shown of the resolutions is another. */
  readonly digestsOf: (entries: readonly RegisterEntry[]) => PropValue;
  /** What is shown of it. */
  readonly read: (entry: RegisterEntry) => ResolutionProps;
}

/** The resolutions of a meeting, in the order of its minutes, without what depends on later meetings. */
export function resolutionsOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): OwnResolutionProps[] {
  // No id in the text of one is that of another, so that it is the same on all pages.
  return entriesOf(body, meeting).map((entry) =>
    ownResolutionProps(assembly, entry, createPageText(assembly)),
  );
}

/** Opens the resolutions of every meeting: `linesOf` gives those of one, each a line of JSON, which are read only for a page that is made. */
export function openResolutions(
  assembly: SiteAssembly,
  linesOf: (meeting: PublicMeeting) => Lines,
): RegisterResolutions {
  const digestOfTopic = createTopicDigests(assembly).ofItems;
  const read = new Map<PublicMeeting, readonly OwnResolutionProps[]>();
  const readMeeting = (meeting: PublicMeeting): readonly OwnResolutionProps[] => {
    const known = read.get(meeting);
    if (known !== undefined) return known;
    const own = linesOf(meeting)
      .read()
      .map((line) => JSON.parse(line) as OwnResolutionProps);
    read.set(meeting, own);
    return own;
  };
  const digests = new Map<RegisterEntry, string>();
  const digestOf = (entry: RegisterEntry): string => {
    const known = digests.get(entry);
    if (known !== undefined) return known;
    const topic = topicOf(assembly, entry);
    const own = linesOf(entry.meeting).digests()[entry.place]!;
    const digest = topic === undefined ? own : `${own} ${digestOfTopic(topic)}`;
    digests.set(entry, digest);
    return digest;
  };
  return {
    digestsOf: (shown) => shown.map(digestOf),
    read: (entry) => withTopic(assembly, readMeeting(entry.meeting)[entry.place]!, topicOf(assembly, entry)),
  };
}
