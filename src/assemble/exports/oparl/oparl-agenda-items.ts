import type { PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import { decisionsOf } from '../../anchor-minutes.ts';
import type { Assembly } from '../../assembly.ts';
import { decisionText } from '../../decision-props.ts';
import type { ListedItem } from '../open-data/listed-items.ts';
import { listItems } from '../open-data/listed-items.ts';
import type { FilesOfMeeting } from './oparl-files-of-meeting.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl } from './oparl-object.ts';
import { meetingPath, pathInMeeting } from './oparl-paths.ts';
import type { Placement } from './oparl-papers.ts';

/** What else is known of a meeting whose items are listed. */
export interface ItemContext {
  readonly stamp: Stamp;
  readonly files: FilesOfMeeting;
  readonly placements: readonly Placement[];
}

/** The items of a meeting. A withheld one is `public: false` and has number and title, and nothing else. */
export function oparlAgendaItems(
  assembly: Assembly,
  meeting: PublicMeeting,
  { stamp, files, placements }: ItemContext,
): OparlObject[] {
  return listItems(meeting).map((item, order) =>
    oparlObject(assembly, 'AgendaItem', pathInMeeting(meeting, 'agenda-item', item.name), stamp, {
      meeting: oparlUrl(assembly, meetingPath(meeting)),
      number: item.code,
      order,
      name: item.title,
      public: item.access === 'open',
      ...(item.access === 'open' ? openFields(assembly, item, files, placements) : {}),
    }),
  );
}

function openFields(
  assembly: Assembly,
  item: Extract<ListedItem, { access: 'open' }>,
  files: FilesOfMeeting,
  placements: readonly Placement[],
): { readonly [field: string]: unknown } {
  const decisions = item.minute === undefined ? [] : decisionsOf(item.minute);
  const resolutions = decisions
    .filter(({ decision }) => decision.kind === 'resolution')
    .map(({ decision }) => decision);
  const outcomes = new Set(
    resolutions.flatMap((resolution) => resolution.outcomes).filter((outcome) => outcome !== 'other'),
  );
  // OParl has room for one: the item's first paper is the report, its appendices follow.
  const consultation = placements.find((place) => place.itemName === item.name)?.consultation.id;
  const attachments = (item.item?.papers ?? []).flatMap((paper) =>
    paper.kind === 'attachment' ? (files.attachments.get(paper.name) ?? []) : [],
  );
  return {
    consultation,
    result: outcomes.size === 0 ? undefined : [...outcomes].join(', '),
    resolutionText: resolutions.length === 0 ? undefined : resolutions.map(decisionText).join('\n\n'),
    auxiliaryFile: attachments.length === 0 ? undefined : attachments,
    web: absoluteUrlOf(assembly.site, item.address),
  };
}
