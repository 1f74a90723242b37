import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type { LinkedAttachment } from '../model/linked.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { PaperReference, PublicAgenda, PublicMeeting, PublicMinutes, PublicReport } from '../model/publication.ts';
import { open, seal } from '../model/sealed.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { WithheldPiece } from '../model/withheld.ts';
import { addSupplements } from './add-supplements.ts';
import { checkLinks } from './check-links.ts';
import type { PublicTargets } from './check-links.ts';
import { checkPublicLines } from './check-public-lines.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { isRestrictedPart } from './decide-access.ts';
import { withoutAbsent } from './make-public.ts';
import { preparePaper, withholdWhole } from './prepare-paper.ts';
import type { PreparedPaper, WithheldRange } from './prepare-paper.ts';
import { publishAgenda, withheldItemLines } from './publish-agenda.ts';
import type { AgendaContext } from './publish-agenda.ts';
import { publishMinutes } from './publish-minutes.ts';
import { publishReport, publishSupplement } from './publish-report.ts';

/** What all meetings of a run share. */
export interface MeetingContext {
  readonly targets: PublicTargets;
  readonly nextCanary: () => string;
  readonly problems: Problem[];
}

/** A meeting split in two. */
export interface WithheldMeeting {
  /** Absent when nothing of it is public: then the site does not know of it. */
  readonly meeting?: PublicMeeting;
  readonly pieces: readonly WithheldPiece[];
  readonly linked: readonly LinkedAttachment[];
  readonly resolutionsRead: number;
}

/** Splits one meeting by what was decided of it. */
export function withholdMeeting(body: BodyFrontMatter, meeting: ValidMeeting, verdict: MeetingVerdict, context: MeetingContext): WithheldMeeting {
  const pieces: WithheldPiece[] = [];
  const links = new Map<string, { file: string; line: number }>();
  const take = (prepared: PreparedPaper): PreparedPaper['paper'] => {
    pieces.push(...prepared.pieces);
    for (const [name, line] of checkLinks(prepared.paper, meeting, context.targets, context.problems)) {
      link(name, prepared.paper.file, line);
    }
    return prepared.paper;
  };
  const link = (name: string, file: string, line: number): void => {
    if (!links.has(name)) links.set(name, { file, line });
  };
  const isPublic = (paper: { readonly file: string } | undefined): boolean => paper !== undefined && !verdict.papers.has(paper.file);

  const reports = meeting.reports.filter(isPublic).map((report): PublicReport => {
    const { frontMatter, source } = open(report.content);
    const published = publishReport(take(preparePaper(report, [], context.nextCanary, context.problems)), report.name, frontMatter);
    for (const attachment of published.attachments) link(attachment.name, report.file, source.locate([frontMatter.file === attachment.name ? 'file' : 'attachments'], 'value').line);
    return published;
  });
  const agenda = isPublic(meeting.agenda) ? agendaOf(body, meeting, verdict, reports, context, take, link) : undefined;
  const minutes = isPublic(meeting.minutes) ? minutesOf(body, meeting, verdict, agenda, context, take) : undefined;
  const supplements = meeting.supplements.filter(isPublic).map((supplement) => {
    const { frontMatter, structure } = open(supplement.content);
    const paper = take(preparePaper(supplement, restrictedItemRanges(body, verdict, structure), context.nextCanary, context.problems));
    return { published: publishSupplement(paper, supplement.name, frontMatter), paper, structure, frontMatter };
  });
  pieces.push(...withholdPapers(meeting, verdict, context));
  const { linked, pieces: attachmentPieces } = splitAttachments(meeting, links, context.problems);
  pieces.push(...attachmentPieces);
  const resolutionsRead = meeting.minutes === undefined ? 0 : countResolutions(meeting);
  const hasNothing = agenda === undefined && minutes === undefined && reports.length === 0 && supplements.length === 0;
  if (hasNothing) return { pieces, linked, resolutionsRead };
  const order = (agenda?.parts ?? []).flatMap((part) => part.items.map((item) => item.code));
  const place = (report: PublicReport): number => (report.item === undefined ? -1 : order.indexOf(report.item));
  const published: PublicMeeting = {
    body: meeting.body,
    slug: meeting.slug,
    date: meeting.date,
    ...withoutAbsent({
      agenda: agenda === undefined ? undefined : addSupplements(agenda, supplements, agendaContext(body, meeting, verdict, reports, context, link)),
      minutes,
    }),
    reports: [...reports].sort((first, second) => place(first) - place(second) || compareText(first.name, second.name)),
    supplements: supplements.map((supplement) => supplement.published),
  };
  return { meeting: published, pieces, linked, resolutionsRead };
}

type Take = (prepared: PreparedPaper) => PreparedPaper['paper'];
type Link = (name: string, file: string, line: number) => void;

function agendaOf(body: BodyFrontMatter, meeting: ValidMeeting, verdict: MeetingVerdict, reports: readonly PublicReport[], context: MeetingContext, take: Take, link: Link): PublicAgenda {
  const { frontMatter, structure, source } = open(meeting.agenda!.content);
  const ranges = withheldItemLines(structure, body, verdict.items).map(
    ({ start, end, code }): WithheldRange => ({ start, end, item: code, what: 'passage', because: 'restricted part', resolutions: 0 }),
  );
  const paper = take(preparePaper(meeting.agenda!, ranges, context.nextCanary, context.problems));
  checkRestrictedParts(body, structure, source.markdown.split('\n'), (line) => {
    context.problems.push(
      problemAt(
        { file: meeting.agenda!.file, line: source.markdownLine + line, column: 1 },
        'restricted-part-text',
        'Text stands in a restricted part of the agenda, where only headings and item lines may.',
        'Move it to the restricted report, or take it out; a notice over the part is `restricted_notice` of the body.',
      ),
    );
  });
  return publishAgenda(paper, frontMatter, structure, agendaContext(body, meeting, verdict, reports, context, link));
}

function agendaContext(body: BodyFrontMatter, meeting: ValidMeeting, verdict: MeetingVerdict, reports: readonly PublicReport[], context: MeetingContext, link: Link): AgendaContext {
  const { file, content } = meeting.agenda!;
  const firstLine = open(content).source.markdownLine;
  return {
    body,
    items: verdict.items,
    papersOfItem: (code) =>
      [...reports]
        .filter((report) => report.item === code)
        .sort((first, second) => Number(first.isAppendix) - Number(second.isAppendix) || compareText(first.name, second.name))
        .map((report) => ({ kind: 'paper', meeting: meeting.slug, name: report.name })),
    referenceOf: (value, line): PaperReference | undefined => {
      if (value === 'verbal' || value === 'presentation' || value === 'to follow' || value === 'none') return { kind: value };
      const target = parsePaperLink(value, { body: meeting.body, meeting: meeting.slug });
      const isHeld = target.kind === 'attachment' && meeting.attachments.some((attachment) => attachment.name === target.name);
      if (target.kind === 'attachment' && isHeld) {
        link(target.name, file, firstLine + line);
        return { kind: 'attachment', name: target.name };
      }
      if (target.kind === 'paper' && target.body === meeting.body && context.targets.isPublicPaper(target.body, target.meeting, target.name)) {
        return { kind: 'paper', meeting: target.meeting, name: target.name };
      }
      context.problems.push(
        problemAt(
          { file, line: firstLine + line, column: 1 },
          'paper-line',
          'This line leads to a paper that does not exist or is not public.',
          'Write the file’s name, such as `b2-report.md` or `../2021-07-13/minutes.md`, or one of the words verbal, presentation, to follow, none.',
        ),
      );
      return undefined;
    },
  };
}

/** In a restricted part there are headings and item lines only: other text could be the restricted report's. */
function checkRestrictedParts(body: BodyFrontMatter, structure: AgendaStructure, lines: readonly string[], complain: (line: number) => void): void {
  for (const part of structure.parts) {
    if (!isRestrictedPart(body, part)) continue;
    for (const range of [part.text, ...part.items.map((item) => item.text)]) {
      for (let line = range.start; line < range.end; line += 1) {
        if ((lines[line] ?? '').trim() === '') continue;
        complain(line);
        break;
      }
    }
  }
}

function minutesOf(body: BodyFrontMatter, meeting: ValidMeeting, verdict: MeetingVerdict, agenda: PublicAgenda | undefined, context: MeetingContext, take: Take): PublicMinutes {
  const { frontMatter, structure, source } = open(meeting.minutes!.content);
  const ranges: WithheldRange[] = [];
  structure.minutes.forEach((minute, index) => {
    const { restricted, code } = verdict.minutes[index]!;
    if (!restricted) {
      for (const summary of minute.summaries) {
        context.problems.push(
          problemAt({ file: meeting.minutes!.file, line: source.markdownLine + summary.range.start - 1, column: 1 }, 'summary-of-open-item', 'A public summary stands in the minute of an open item, all of which is public.', 'Take the two lines of colons out and keep the words.'),
        );
      }
      return;
    }
    const borders = [minute.range.start, ...minute.summaries.flatMap(({ range }) => [range.start - 1, range.end + 1]), minute.range.end];
    const resolutions = minute.decisions.filter((decision) => decision.kind === 'resolution').length;
    for (let at = 0; at < borders.length; at += 2) {
      const range = { start: borders[at]!, end: borders[at + 1]! };
      if (range.start < range.end) {
        ranges.push({ ...range, what: 'minute', because: 'restricted part', resolutions: at === 0 ? resolutions : 0, ...(code === undefined ? {} : { item: code }) });
      }
    }
  });
  const prepared = preparePaper(meeting.minutes!, ranges, context.nextCanary, context.problems);
  checkPublicLines(body, meeting, structure, prepared.paper, context.problems);
  return publishMinutes(take(prepared), frontMatter, structure, verdict.minutes, agenda);
}

/** Items of a supplement that are restricted: shown in the agenda as such, and cut from the supplement as a whole. */
function restrictedItemRanges(body: BodyFrontMatter, verdict: MeetingVerdict, structure: AgendaStructure): WithheldRange[] {
  return structure.parts.flatMap((part) =>
    part.items
      .filter((item) => isRestrictedPart(body, part) || verdict.items.get(item.code)?.restricted !== false)
      .map((item): WithheldRange => ({ ...item.range, item: item.code, what: 'passage', because: 'restricted part', resolutions: 0 })),
  );
}

function withholdPapers(meeting: ValidMeeting, verdict: MeetingVerdict, context: MeetingContext): WithheldPiece[] {
  const resolutions = countResolutions(meeting);
  const { agenda, minutes } = meeting;
  const pieces: WithheldPiece[] = [];
  const because = (file: string) => verdict.papers.get(file);
  for (const paper of [...meeting.reports, ...meeting.supplements]) {
    const reason = because(paper.file);
    if (reason !== undefined) pieces.push(withholdWhole(paper, reason, 0, context.nextCanary));
  }
  const ofAgenda = agenda === undefined ? undefined : because(agenda.file);
  if (agenda !== undefined && ofAgenda !== undefined) pieces.push(withholdWhole(agenda, ofAgenda, 0, context.nextCanary));
  const ofMinutes = minutes === undefined ? undefined : because(minutes.file);
  if (minutes !== undefined && ofMinutes !== undefined) pieces.push(withholdWhole(minutes, ofMinutes, resolutions, context.nextCanary));
  return pieces;
}

function countResolutions(meeting: ValidMeeting): number {
  if (meeting.minutes === undefined) return 0;
  return open(meeting.minutes.content)
    .structure.minutes.flatMap((minute) => [...minute.decisions, ...minute.summaries.flatMap((summary) => summary.decisions)])
    .filter((decision) => decision.kind === 'resolution').length;
}

/** An attachment is published only when a public paper of its meeting links it; every other one is withheld. */
function splitAttachments(
  meeting: ValidMeeting,
  links: ReadonlyMap<string, { readonly file: string; readonly line: number }>,
  problems: Problem[],
): { linked: LinkedAttachment[]; pieces: WithheldPiece[] } {
  const linked: LinkedAttachment[] = [];
  const pieces: WithheldPiece[] = [];
  for (const [name, { file, line }] of links) {
    if (!meeting.attachments.some((attachment) => attachment.name === name)) {
      problems.push(problemAt({ file, line, column: 1 }, 'link-to-nothing', 'This paper names a file that this meeting’s folder `files` does not have.', 'Correct the name, or put the file there.'));
    }
  }
  for (const attachment of meeting.attachments) {
    const link = links.get(attachment.name);
    const { file, body, name } = attachment;
    if (link === undefined) {
      pieces.push({ what: 'attachment', because: 'not linked', file, body, meeting: meeting.slug, texts: seal([]), names: seal([name]), bytes: attachment.bytes, resolutions: 0 });
    } else {
      linked.push({ body, meeting: meeting.slug, name, bytes: open(attachment.bytes), place: { ...link, column: 1 } });
    }
  }
  return { linked, pieces };
}
