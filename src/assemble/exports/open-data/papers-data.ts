import * as z from 'zod';
import { absoluteUrlOf, attachmentAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { meetingId } from '../export-addresses.ts';
import type { ListedPaper } from '../listed-papers.ts';
import type { DataSet } from './data-set.ts';
import { publishedDay, recordId, url } from './data-set.ts';

const attachmentSchema = z.strictObject({
  title: z.string(),
  url,
  kind: z.enum(['image', 'pdf', 'csv']),
  bytes: z.int().min(0),
  pages: z.int().min(1).optional(),
});

const paperSchema = z.strictObject({
  id: recordId.describe('The name of the paper in other files'),
  kind: z.enum(['agenda', 'report', 'appendix', 'minutes', 'supplement']).describe('What it is'),
  body: recordId.describe('The body that met, an id of bodies.json'),
  meeting: recordId.describe('The meeting, an id of meetings.json'),
  title: z.string().describe('What it is called'),
  url: url.describe('Where it can be read'),
  item: z.string().optional().describe('The number of the item that a report names as its own'),
  authors: z.array(z.string()).describe('Who wrote it, as it says'),
  to: z.string().optional().describe('To whom a report is written, as it says'),
  classification: z.string().optional().describe('The purpose of a report as its author states it'),
  summary: z.string().optional().describe('The summary of a report'),
  topic: z.string().optional().describe('What it belongs to, meeting after meeting'),
  published: publishedDay
    .optional()
    .describe('The day that it was made public; absent where the paper does not say'),
  language: z.string().describe('The language that it is in, as a BCP 47 tag'),
  attachments: z
    .array(attachmentSchema)
    .describe('Its files: title, url, kind, how many bytes, and pages of a PDF'),
});

type PaperRecord = z.infer<typeof paperSchema>;

/** The public papers. */
export const papersData: DataSet = {
  name: 'papers',
  title: 'Papers',
  description: 'Every agenda, report, appendix, supplement and minutes that is public.',
  shapes: [{ name: 'paper', schema: paperSchema }],
};

/** A paper as a record. */
export function paperRecord(assembly: Assembly, listed: ListedPaper): PaperRecord {
  const report = 'report' in listed ? listed.report : undefined;
  const published = publishedOf(listed);
  return {
    id: listed.id,
    kind: listed.kind,
    body: listed.body.slug,
    meeting: meetingId(listed.meeting),
    title: listed.title,
    url: absoluteUrlOf(assembly.site, listed.address),
    ...(report?.item === undefined ? {} : { item: report.item }),
    authors: [...(report?.authors ?? [])],
    ...(report?.to === undefined ? {} : { to: report.to }),
    ...(report?.classification === undefined ? {} : { classification: report.classification }),
    ...(report?.summary === undefined ? {} : { summary: report.summary }),
    ...(report?.topic === undefined ? {} : { topic: report.topic }),
    ...(published === undefined ? {} : { published }),
    language: listed.language ?? assembly.site.language,
    attachments: attachmentsOf(assembly, listed),
  };
}

/** As the paper has it: unlike `published` of a listed paper, it may say that the day is not recorded. */
function publishedOf(listed: ListedPaper): string | undefined {
  switch (listed.kind) {
    case 'agenda':
      return listed.agenda.published;
    case 'minutes':
      return listed.minutes.published;
    case 'supplement':
      return listed.supplement.published;
    case 'report':
    case 'appendix':
      return listed.report.published;
  }
}

function attachmentsOf({ site, findAttachment }: Assembly, listed: ListedPaper): PaperRecord['attachments'] {
  if (!('report' in listed)) return [];
  const { meeting, report } = listed;
  return report.attachments.flatMap(({ name, title }) => {
    const file = findAttachment(meeting.body, meeting.slug, name);
    if (file === undefined) return [];
    return [
      {
        title: title ?? name,
        url: absoluteUrlOf(site, attachmentAddress(meeting, name)),
        kind: file.kind,
        bytes: file.bytes.byteLength,
        ...(file.pages === undefined ? {} : { pages: file.pages }),
      },
    ];
  });
}
