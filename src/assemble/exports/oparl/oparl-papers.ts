import type { PublicBodyHead, PublicMeeting, PublicReport } from '../../../model/publication.ts';
import { absoluteUrlOf, reportAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { isSameCode } from '../../papers-of-item.ts';
import { meetingId } from '../export-addresses.ts';
import { dayOfPaper, papersOf } from '../listed-papers.ts';
import { papersOfItem } from '../open-data/items-data.ts';
import { listItems } from '../open-data/listed-items.ts';
import type { FilesOfMeeting } from './oparl-files-of-meeting.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl } from './oparl-object.ts';
import { meetingPath, organizationPath, pathInMeeting } from './oparl-paths.ts';

/** A report's place at a meeting: which item it was considered under, where one is known. */
export interface Placement {
  readonly paperId: string;
  /** True where the paper was written for another meeting, and stands in that one's document. */
  readonly isOfOtherMeeting: boolean;
  readonly itemName?: string;
  readonly consultation: OparlObject;
}

/** The reports that a meeting considered: under the items that name them, else beside them, where they are its own. */
export function placementsOf(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  stamp: Stamp,
): Placement[] {
  const isReport = (id: string): boolean => !id.endsWith('/minutes');
  const items = listItems(meeting);
  const underItems = items.flatMap((item) =>
    item.access === 'withheld'
      ? []
      : papersOfItem(assembly, body, meeting, item)
          .filter(isReport)
          .map((paperId) => ({ paperId, itemName: item.name })),
  );
  const placed = new Set(underItems.map(({ paperId }) => paperId));
  const own = meeting.reports.map((report) => ({ report, paperId: `${meetingId(meeting)}/${report.name}` }));
  const beside = own
    .filter(({ paperId }) => !placed.has(paperId))
    .map(({ report, paperId }) => {
      const item = items.find((each) => each.access === 'open' && isSameCode(each.code, report.item));
      return item === undefined ? { paperId } : { paperId, itemName: item.name };
    });
  return [...underItems, ...beside].map((place: { paperId: string; itemName?: string }, index) => {
    const [, slug, name] = place.paperId.split('/') as [string, string, string];
    const path = pathInMeeting(meeting, 'consultation', String(index + 1));
    const consultation = oparlObject(assembly, 'Consultation', path, stamp, {
      paper: oparlUrl(assembly, pathInMeeting({ body: body.slug, slug }, 'paper', name)),
      agendaItem:
        place.itemName === undefined
          ? undefined
          : oparlUrl(assembly, pathInMeeting(meeting, 'agenda-item', place.itemName)),
      meeting: oparlUrl(assembly, meetingPath(meeting)),
      organization: [oparlUrl(assembly, organizationPath(body.slug))],
    });
    return { ...place, isOfOtherMeeting: slug !== meeting.slug, consultation };
  });
}

/** A report as a Paper, with the places at which its own meeting considered it. A later meeting that took it up again says so itself. */
export function oparlPaper(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: PublicReport,
  { files, placements }: { readonly files: FilesOfMeeting; readonly placements: readonly Placement[] },
): OparlObject {
  const id = `${meetingId(meeting)}/${report.name}`;
  const listed = papersOf(body, meeting).find((paper) => paper.id === id)!;
  const day = dayOfPaper(assembly, listed.published, meeting);
  const attachments = report.attachments.flatMap(({ name }) => files.attachments.get(name) ?? []);
  return oparlObject(
    assembly,
    'Paper',
    pathInMeeting(meeting, 'paper', report.name),
    { created: day, modified: day },
    {
      body: oparlUrl(assembly, 'body'),
      name: report.title,
      reference: report.item,
      date: listed.published,
      paperType: report.isAppendix ? 'Appendix' : 'Report',
      mainFile: files.mainFileOf(id),
      auxiliaryFile: attachments.length === 0 ? undefined : attachments,
      underDirectionOf: [oparlUrl(assembly, organizationPath(body.slug))],
      consultation: placements.filter((place) => place.paperId === id).map((place) => place.consultation),
      web: absoluteUrlOf(assembly.site, reportAddress(meeting, report.name)),
    },
  );
}
