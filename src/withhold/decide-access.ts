import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { AgendaItem, AgendaPart } from '../model/structure.ts';
import type { ValidMeeting, ValidReport } from '../model/valid.ts';
import type { WithheldBecause } from '../model/withheld.ts';

/** What was decided of an item of the agenda. */
export interface ItemVerdict {
  readonly restricted: boolean;
  /** The meeting decided to take it in public; its papers follow only if they say so too. */
  readonly opened: boolean;
}

/** What was decided of one minute. */
export interface MinuteVerdict {
  readonly code?: string;
  readonly restricted: boolean;
}

/** What was decided of a meeting: everything that is not named here as withheld is public. */
export interface MeetingVerdict {
  readonly items: ReadonlyMap<string, ItemVerdict>;
  /** Papers withheld as a whole, by file. */
  readonly papers: ReadonlyMap<string, WithheldBecause>;
  /** One for each minute, in the order of the document. */
  readonly minutes: readonly MinuteVerdict[];
}

/** Whether a part is restricted: by its letter, or by a word of its heading. */
export function isRestrictedPart(body: BodyFrontMatter, part: AgendaPart): boolean {
  return part.saysRestricted || (part.letter !== undefined && body.restricted_parts.includes(part.letter));
}

/** Whether a code's letter is that of a restricted part; all that is known where no agenda is held. */
export function isRestrictedCode(body: BodyFrontMatter, code: string): boolean {
  return body.restricted_parts.includes(code[0]!);
}

/**
 * Decides what the public may see of a meeting. A paper is public only when every sign agrees: its flag, its day, its
 * item and the item's part. A contradiction is a problem, and what it concerns is withheld meanwhile.
 */
export function decideAccess(body: BodyFrontMatter, meeting: ValidMeeting, buildDate: string, problems: Problem[]): MeetingVerdict {
  const items = decideItems(body, meeting);
  const papers = new Map<string, WithheldBecause>();
  const agenda = meeting.agenda === undefined ? undefined : { file: meeting.agenda.file, ...open(meeting.agenda.content) };
  const agendaIs = agenda === undefined ? undefined : flagVerdict(agenda.frontMatter, buildDate);
  if (agenda !== undefined && agendaIs !== undefined) papers.set(agenda.file, agendaIs);

  const judge = (file: string, content: { frontMatter: { restricted: boolean; published?: string | undefined }; source: { locate: (path: readonly string[], part: 'value') => { line: number; column: number } } }): void => {
    const own = flagVerdict(content.frontMatter, buildDate);
    if (own !== undefined) {
      papers.set(file, own);
    } else if (agendaIs !== undefined) {
      papers.set(file, 'agenda withheld');
      if (agendaIs === 'restricted: true') {
        problems.push(
          problemAt({ file, ...content.source.locate(['restricted'], 'value') }, 'agenda-restricted', '`restricted` is false here, and the agenda of this meeting is restricted as a whole.', 'Write `restricted: true`, or open the agenda.'),
        );
      }
    }
  };
  for (const report of meeting.reports) {
    judge(report.file, open(report.content));
    if (!papers.has(report.file)) judgeByItem(body, report, items, meeting.agenda !== undefined, papers, problems);
  }
  for (const supplement of meeting.supplements) judge(supplement.file, open(supplement.content));
  if (meeting.minutes !== undefined) judge(meeting.minutes.file, open(meeting.minutes.content));
  return { items, papers, minutes: decideMinutes(body, meeting, items, problems) };
}

function flagVerdict(frontMatter: { readonly restricted: boolean; readonly published?: string | undefined }, buildDate: string): WithheldBecause | undefined {
  if (frontMatter.restricted) return 'restricted: true';
  const { published } = frontMatter;
  return published !== undefined && published !== 'not-recorded' && published > buildDate ? 'not yet published' : undefined;
}

/** Every paper of an item in a restricted part is withheld, whatever its own flag says. */
function judgeByItem(
  body: BodyFrontMatter,
  report: ValidReport,
  items: ReadonlyMap<string, ItemVerdict>,
  hasAgenda: boolean,
  papers: Map<string, WithheldBecause>,
  problems: Problem[],
): void {
  const { frontMatter, source } = open(report.content);
  const { item, opened } = frontMatter;
  const verdict = item === undefined ? undefined : items.get(item);
  const restricted = hasAgenda ? verdict?.restricted !== false : item !== undefined && isRestrictedCode(body, item);
  const isOpenedByBoth = verdict?.opened === true && opened !== undefined;
  if (!restricted) {
    if (opened !== undefined) {
      problems.push(problemAt({ file: report.file, ...source.locate(['opened'], 'key') }, 'opened-needlessly', 'The paper says that it was opened, and its item is not in a restricted part.', 'Take `opened` out, or correct the item.'));
    }
    return;
  }
  if (isOpenedByBoth) return;
  papers.set(report.file, 'restricted part');
  problems.push(
    problemAt(
      { file: report.file, ...source.locate(['restricted'], 'value') },
      'restricted-part-flag',
      '`restricted` is false here, and the item is in a restricted part, so which of the two holds cannot be known.',
      'Write `restricted: true`. If the meeting decided to open it: `opened: <the day>` here, and `- Opened: <the day>, minute <its number>` under the item in the agenda.',
    ),
  );
}

function decideItems(body: BodyFrontMatter, meeting: ValidMeeting): Map<string, ItemVerdict> {
  const items = new Map<string, ItemVerdict>();
  const structures = [
    ...(meeting.agenda === undefined ? [] : [open(meeting.agenda.content).structure]),
    ...meeting.supplements.map((supplement) => open(supplement.content).structure),
  ];
  for (const structure of structures) {
    for (const part of structure.parts) {
      for (const item of part.items) {
        const known = items.get(item.code);
        const restricted = isRestrictedPart(body, part) || isRestrictedCode(body, item.code) || known?.restricted === true;
        items.set(item.code, { restricted, opened: isOpened(item) || known?.opened === true });
      }
    }
  }
  return items;
}

function isOpened(item: AgendaItem): boolean {
  return item.lines.some((line) => line.word === 'Opened');
}

function decideMinutes(body: BodyFrontMatter, meeting: ValidMeeting, items: ReadonlyMap<string, ItemVerdict>, problems: Problem[]): MinuteVerdict[] {
  if (meeting.minutes === undefined) return [];
  const { source, structure, frontMatter } = open(meeting.minutes.content);
  const seen = new Set<string>();
  return structure.minutes.map((minute) => {
    const complain = (code: string, what: string, instead: string): void => {
      if (frontMatter.restricted) return;
      problems.push(problemAt({ file: meeting.minutes!.file, line: source.markdownLine + minute.line, column: 1 }, code, what, instead));
    };
    // A body that numbers its items without letters has the item's number where others have the minute's.
    const code = minute.code ?? (minute.number !== undefined && items.has(minute.number) ? minute.number : undefined);
    if (code === undefined) {
      const mayBeRestricted = body.restricted_parts.length > 0 || meeting.agenda !== undefined;
      if (mayBeRestricted) complain('minute-item-missing', 'This minute names no item, so whether it may be published cannot be known.', 'Write the item’s number before the title (`### B3 Its title`) or after it (`(Item B3)`).');
      return { restricted: mayBeRestricted || minute.underRestrictedHeading };
    }
    if (seen.has(code)) complain('minute-item-twice', 'Two minutes of this meeting record the same item.', 'Put them together under one heading, or correct the number of one.');
    seen.add(code);
    const verdict = items.get(code);
    if (meeting.agenda !== undefined && verdict === undefined) {
      complain('minute-item-unknown', 'The agenda of this meeting has no such item, so whether this minute may be published cannot be known.', 'Correct the item’s number, or add the item to the agenda or to a supplement.');
      return { code, restricted: true };
    }
    const byItem = verdict?.restricted ?? isRestrictedCode(body, code);
    if (minute.underRestrictedHeading && !byItem) {
      complain('minute-part', 'This minute stands under a heading that says restricted, and its item is in an open part.', 'Move it before that heading, or correct the item’s number.');
    }
    return { code, restricted: byItem || minute.underRestrictedHeading };
  });
}
