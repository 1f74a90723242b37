import { join } from 'node:path';
import {
  itemTitle,
  minuteOf,
  reportText,
  resolution,
  restrictedResolution,
  sentences,
  makeRestricted,
} from './paper-text.ts';
import type { Recombined } from './recombine-words.ts';
import { writeLines } from './write-lines.ts';

/** How many public reports each meeting has. */
export const reportsOfMeeting = 5;

/** What a meeting is to be like. */
export interface MeetingOptions {
  /** Of the meeting, named after its date. */
  readonly folder: string;
  /** What the body is called. */
  readonly title: string;
  /** `yyyy-mm-dd`. */
  readonly date: string;
  /** Date of the meeting before, whose minutes are on the agenda. */
  readonly previous?: string;
  /** Of its public reports. */
  readonly titles: readonly string[];
  /** Whether it has a part D, with a restricted report and a restricted minute. */
  readonly hasRestricted: boolean;
  readonly words: Recombined;
}

const people = ['Mr A Harper (Chairman)', 'Ms C Bright', 'Mrs J Mookherjee', 'Dr P Ramewal', 'Mr J Ross'];

/** Writes the agenda, the reports and the minutes of a meeting. */
export function writeMeeting(meeting: MeetingOptions): void {
  const { folder, title, titles, hasRestricted, words } = meeting;
  const restricted = hasRestricted ? itemTitle(words) : undefined;
  writeAgenda(meeting, restricted);
  titles.forEach((each, item) => {
    writeLines(join(folder, `b${item + 1}-${slugOf(each)}.md`), [
      ...frontMatter(
        each,
        `item: B${item + 1}`,
        'author:',
        '  - Ann Officer - Head of Service',
        `to: ${title}`,
      ),
      ...reportText(words),
    ]);
  });
  if (restricted !== undefined) {
    writeLines(join(folder, `d1-${slugOf(restricted)}.md`), [
      ...['---', `title: ${restricted}`, 'restricted: true', 'item: D1', 'exempt: 3', '---', ''],
      ...makeRestricted(reportText(words), words),
    ]);
  }
  writeMinutes(meeting, restricted);
}

function writeAgenda(
  { folder, title, date, previous, titles }: MeetingOptions,
  restricted: string | undefined,
): void {
  writeLines(join(folder, 'agenda.md'), [
    ...frontMatter(`${title} agenda`, 'time: 10.00 am', 'venue: County Hall', `published: ${date}`),
    '## A. Committee Business',
    '',
    '### A1 Apologies',
    '',
    '### A2 Notes of the last meeting',
    ...(previous === undefined ? [] : ['', `- Paper: ../${previous}/minutes.md`]),
    '',
    '## B. Matters for Information/Discussion',
    ...titles.map((each, item) => `\n### B${item + 1} ${each}`),
    ...(restricted === undefined ? [] : ['', '## D - RESTRICTED ITEM(S)', '', `### D1 ${restricted}`]),
  ]);
}

function writeMinutes(
  { folder, title, titles, words }: MeetingOptions,
  restricted: string | undefined,
): void {
  writeLines(join(folder, 'minutes.md'), [
    ...frontMatter(
      `${title} minutes`,
      'status: approved',
      'present:',
      ...people.map((name) => `  - ${name}`),
      'apologies: not-recorded',
      'declarations: not-recorded',
    ),
    '### A1 Apologies',
    '',
    sentences(words, 1),
    '',
    ...titles.flatMap((each, item) => minuteOf(`B${item + 1}`, each, resolution(each, words), words)),
    ...(restricted === undefined
      ? []
      : makeRestricted(minuteOf('D1', restricted, restrictedResolution(words), words), words)),
  ]);
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function frontMatter(title: string, ...lines: readonly string[]): string[] {
  return ['---', `title: "${title}"`, 'restricted: false', ...lines, '---', ''];
}
