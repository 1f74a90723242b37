import type { PublicBody, PublicMeeting, PublicReport } from '../../../model/publication.ts';
import { absoluteUrlOf, reportAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { isSameCode } from '../../papers-of-item.ts';
import { meetingId } from '../export-addresses.ts';
import { papersOf } from '../listed-papers.ts';
import { papersOfItem } from '../open-data/items-data.ts';
import { listItems } from '../open-data/listed-items.ts';
import type { FilesOfMeeting } from './oparl-files-of-meeting.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl } from './oparl-object.ts';

/** A report's place at a meeting: which item it was considered under, where one is known. */
export interface Placement {
  readonly meeting: PublicMeeting;
  readonly paperId: string;
  readonly itemName?: string;
  readonly consultation: OparlObject;
}

/** Where the reports of a body were considered: under the items that name them, else at their own meeting. */
export function placementsOf(
  assembly: Assembly,
  body: PublicBody,
  meeting: PublicMeeting,
  stamp: Stamp,
): Placement[] {
  const isReport = (id: string): boolean => !id.endsWith('/minutes');
  const underItems = listItems(meeting).flatMap((item) =>
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
      const item = listItems(meeting).find(
        (each) => each.access === 'open' && isSameCode(each.code, report.item),
      );
      return item === undefined ? { paperId } : { paperId, itemName: item.name };
    });
  return [...underItems, ...beside].map((place: { paperId: string; itemName?: string }, index) => {
    const path = `consultation/${meetingId(meeting)}/${index + 1}`;
    const consultation = oparlObject(assembly, 'Consultation', path, stamp, {
      paper: oparlUrl(assembly, `paper/${place.paperId}`),
      agendaItem:
        place.itemName === undefined
          ? undefined
          : oparlUrl(assembly, `agenda-item/${meetingId(meeting)}/${place.itemName}`),
      meeting: oparlUrl(assembly, `meeting/${meetingId(meeting)}`),
      organization: [oparlUrl(assembly, `organization/${body.slug}`)],
    });
    return { meeting, ...place, consultation };
  });
}

/** A report as a Paper, with its placements: every place at which it was considered. */
export function oparlPaper(
  assembly: Assembly,
  body: PublicBody,
  meeting: PublicMeeting,
  report: PublicReport,
  { files, placements }: { readonly files: FilesOfMeeting; readonly placements: readonly Placement[] },
): OparlObject {
  const id = `${meetingId(meeting)}/${report.name}`;
  const listed = papersOf(body, meeting).find((paper) => paper.id === id)!;
  const attachments = report.attachments.flatMap(({ name }) => files.attachments.get(name) ?? []);
  return oparlObject(
    assembly,
    'Paper',
    `paper/${id}`,
    { created: listed.day, modified: listed.day },
    {
      body: oparlUrl(assembly, 'body'),
      name: report.title,
      reference: report.item,
      date: listed.published,
      paperType: report.isAppendix ? 'Appendix' : 'Report',
      mainFile: files.mainFileOf(id),
      auxiliaryFile: attachments.length === 0 ? undefined : attachments,
      underDirectionOf: [oparlUrl(assembly, `organization/${body.slug}`)],
      consultation: placements.map((place) => place.consultation),
      web: absoluteUrlOf(assembly.site, reportAddress(meeting, report.name)),
    },
  );
}
