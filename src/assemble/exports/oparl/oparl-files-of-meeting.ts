import { createHash } from 'node:crypto';
import type { PublicAttachment, PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, attachmentAddress, packAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { itemsOf } from '../../papers-of-item.ts';
import { hasPack } from '../../pack-papers.ts';
import { meetingId } from '../export-addresses.ts';
import type { ListedPaper } from '../listed-papers.ts';
import { dayOfPaper, papersOf } from '../listed-papers.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject } from './oparl-object.ts';
import { pathInMeeting } from './oparl-paths.ts';

/** The files of a meeting by the part that they play. */
export interface FilesOfMeeting {
  readonly invitation?: OparlObject;
  readonly resultsProtocol?: OparlObject;
  readonly auxiliary: readonly OparlObject[];
  readonly mainFileOf: (paperId: string) => OparlObject | undefined;
  /** Attachments, by name. */
  readonly attachments: ReadonlyMap<string, OparlObject>;
  readonly all: readonly OparlObject[];
}

/** A page that shows a paper, and a file that belongs to one, are both a File: the page is its HTML. */
export function filesOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  stamp: Stamp,
): FilesOfMeeting {
  const pages = new Map(papersOf(body, meeting).map((paper) => [paper.id, pageFile(assembly, paper)]));
  const named = new Set([
    ...meeting.reports.flatMap((report) => report.attachments.map(({ name }) => name)),
    ...itemsOf(meeting).flatMap((item) =>
      item.access === 'open'
        ? item.papers.flatMap((paper) => (paper.kind === 'attachment' ? paper.name : []))
        : [],
    ),
  ]);
  const attachments = new Map(
    [...named].flatMap((name) => {
      const file = assembly.findAttachment(meeting.body, meeting.slug, name);
      return file === undefined ? [] : [[name, attachmentFile(assembly, meeting, file, stamp)] as const];
    }),
  );
  const pack = hasPack(meeting) ? packFile(assembly, meeting, stamp) : undefined;
  const invitation = meeting.agenda === undefined ? undefined : pack;
  const resultsProtocol = pages.get(`${meetingId(meeting)}/minutes`);
  const supplements = meeting.supplements.flatMap(
    ({ name }) => pages.get(`${meetingId(meeting)}/${name}`) ?? [],
  );
  const auxiliary = invitation === undefined && pack !== undefined ? [pack, ...supplements] : supplements;
  return {
    ...(invitation === undefined ? {} : { invitation }),
    ...(resultsProtocol === undefined ? {} : { resultsProtocol }),
    auxiliary,
    mainFileOf: (paperId) => pages.get(paperId),
    attachments,
    all: [...(pack === undefined ? [] : [pack]), ...pages.values(), ...attachments.values()],
  };
}

/** The last part of a paper's id: `b2-quay-repair`. */
function nameOf({ id }: ListedPaper): string {
  return id.split('/').at(-1)!;
}

function pageFile(assembly: Assembly, paper: ListedPaper): OparlObject {
  const url = absoluteUrlOf(assembly.site, paper.address);
  const day = dayOfPaper(assembly, paper.published, paper.meeting);
  return oparlObject(
    assembly,
    'File',
    pathInMeeting(paper.meeting, 'file', nameOf(paper)),
    { created: day, modified: day },
    {
      name: paper.title,
      mimeType: 'text/html',
      date: paper.published,
      accessUrl: url,
      web: url,
    },
  );
}

function packFile(assembly: Assembly, meeting: PublicMeeting, stamp: Stamp): OparlObject {
  const url = absoluteUrlOf(assembly.site, packAddress(meeting));
  return oparlObject(assembly, 'File', pathInMeeting(meeting, 'file', 'pack'), stamp, {
    name: 'All public papers on one page',
    mimeType: 'text/html',
    accessUrl: url,
    web: url,
  });
}

const mimeTypes = { pdf: 'application/pdf', csv: 'text/csv' } as const;

function attachmentFile(
  assembly: Assembly,
  meeting: PublicMeeting,
  file: PublicAttachment,
  stamp: Stamp,
): OparlObject {
  const { name, kind, bytes } = file;
  return oparlObject(assembly, 'File', pathInMeeting(meeting, 'attachment', name), stamp, {
    name,
    fileName: name,
    // Pictures are published in several formats; a wrong type is worse than none.
    mimeType: kind === 'image' ? undefined : mimeTypes[kind],
    size: bytes.byteLength,
    sha512Checksum: createHash('sha512').update(bytes).digest('hex'),
    accessUrl: absoluteUrlOf(assembly.site, attachmentAddress(meeting, name)),
  });
}
