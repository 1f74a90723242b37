import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import { open } from '../model/sealed.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { isWithheldItem } from './publish-agenda.ts';

/**
 * The attachments that what is withheld of a meeting names: withheld papers in their fields and links, restricted items in their
 * lines, and withheld passages, the targets of whose links are given.
 */
export function namesInWithheld(
  meeting: ValidMeeting,
  verdict: MeetingVerdict,
  targets: readonly string[],
): ReadonlySet<string> {
  const linked = [
    ...targets,
    ...linksOfWithheldPapers(meeting, verdict),
    ...papersOfRestrictedItems(meeting, verdict),
  ].flatMap((target) => {
    const read = parsePaperLink(target, { body: meeting.body, meeting: meeting.slug });
    return read.kind === 'attachment' ? read.name : [];
  });
  return new Set([...linked, ...fieldsOfWithheldReports(meeting, verdict)]);
}

function fieldsOfWithheldReports({ reports }: ValidMeeting, { papers }: MeetingVerdict): string[] {
  return reports.flatMap(({ file, content }) => {
    if (!papers.has(file)) return [];
    const { frontMatter } = open(content);
    return [
      ...(frontMatter.file === undefined ? [] : [frontMatter.file]),
      ...(frontMatter.attachments ?? []).map((attachment) => attachment.file),
    ];
  });
}

function linksOfWithheldPapers(
  { agenda, minutes, reports, supplements }: ValidMeeting,
  { papers }: MeetingVerdict,
): string[] {
  const documents = [
    ...[...(agenda === undefined ? [] : [agenda]), ...supplements].map(({ file, content }) => ({
      file,
      ...open(content),
    })),
    ...(minutes === undefined ? [] : [minutes]).map(({ file, content }) => ({ file, ...open(content) })),
    ...reports.map(({ file, content }) => ({ file, ...open(content) })),
  ];
  return documents.flatMap(({ file, document }) =>
    papers.has(file) ? document.links.map((link) => link.target) : [],
  );
}

function papersOfRestrictedItems(
  { agenda, supplements }: ValidMeeting,
  { papers, items }: MeetingVerdict,
): string[] {
  return [...(agenda === undefined ? [] : [agenda]), ...supplements].flatMap(({ file, content }) =>
    open(content)
      .structure.parts.flatMap((part) => part.items)
      .filter((item) => papers.has(file) || isWithheldItem(item, items))
      .flatMap((item) => item.lines.flatMap((line) => (line.word === 'Paper' ? line.value : []))),
  );
}
