import { absoluteUrlOf, attachmentAddress } from '../assemble/addresses.ts';
import type { Assembly } from '../assemble/assembly.ts';
import { meetingId } from '../assemble/exports/export-addresses.ts';
import type { ListedPaper } from '../assemble/exports/listed-papers.ts';
import { papersOf, recordedDay } from '../assemble/exports/listed-papers.ts';
import { resolutionRecords } from '../assemble/exports/open-data/resolutions-data.ts';
import type { PublicAttachment, PublicBody, PublicMeeting } from '../model/publication.ts';
import type { SearchDocument } from './search-document.ts';
import { textOfPaper } from './text-of-paper.ts';

/** The documents of a meeting: its papers, its resolutions, and its attachments as far as they have words. */
export function documentsOfMeeting(
  assembly: Assembly,
  body: PublicBody,
  meeting: PublicMeeting,
  attachments: readonly PublicAttachment[],
): SearchDocument[] {
  const common = {
    body: body.slug,
    body_title: body.title,
    meeting: meetingId(meeting),
    date: meeting.date,
    language: assembly.site.language,
  };
  const language = meeting.minutes?.language;
  return [
    ...papersOf(body, meeting).map((paper) => ({ ...common, ...fieldsOfPaper(assembly, paper) })),
    ...resolutionRecords(assembly, body, meeting).map(({ record }): SearchDocument => ({
      ...common,
      ...(language === undefined ? {} : { language }),
      // Never the id of a paper, whatever that is called.
      id: record.id.replace(/\/([^/]*)$/, '/minutes#$1'),
      kind: 'resolution',
      title: record.itemTitle,
      url: record.url,
      ...(record.item === undefined ? {} : { item: record.item }),
      item_title: record.itemTitle,
      outcomes: record.outcomes,
      ...publishedOn(record.published),
      text: record.text,
    })),
    ...attachments.flatMap((file): SearchDocument[] =>
      file.text.trim() === ''
        ? []
        : [
            {
              ...common,
              id: `${meetingId(meeting)}/files/${file.name}`,
              kind: 'attachment',
              title: titleOf(meeting, file),
              url: absoluteUrlOf(assembly.site, attachmentAddress(meeting, file.name)),
              text: file.text.replace(/\s+/g, ' ').trim(),
            },
          ],
    ),
  ];
}

function fieldsOfPaper(
  { site }: Assembly,
  paper: ListedPaper,
): Omit<SearchDocument, 'body' | 'body_title' | 'meeting' | 'date' | 'language'> {
  const report = 'report' in paper ? paper.report : undefined;
  return {
    id: paper.id,
    kind: paper.kind,
    title: paper.title,
    url: absoluteUrlOf(site, paper.address),
    ...publishedOn(paper.published),
    ...(paper.language === undefined ? {} : { language: paper.language }),
    ...(report?.item === undefined ? {} : { item: report.item }),
    ...(report === undefined || report.authors.length === 0 ? {} : { authors: report.authors }),
    ...(report?.classification === undefined ? {} : { classification: report.classification }),
    ...(report?.topic === undefined ? {} : { topic: report.topic }),
    ...(report?.summary === undefined ? {} : { summary: report.summary }),
    text: textOfPaper(paper),
  };
}

function publishedOn(day: string | undefined): { readonly published?: string } {
  const recorded = recordedDay(day);
  return recorded === undefined ? {} : { published: recorded };
}

/** What a report calls its attachment, else the name of the file. */
function titleOf({ reports }: PublicMeeting, { name }: PublicAttachment): string {
  const listed = reports.flatMap((report) => report.attachments).find((each) => each.name === name);
  return listed?.title ?? name;
}
