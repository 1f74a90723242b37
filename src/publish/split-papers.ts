import type { Problem } from '../model/problem.ts';
import type { ListedFile } from '../model/source.ts';
import { groupBy } from '../model/group-by.ts';
import { parseContentFiles } from '../read/read-content.ts';
import { readListedFiles, type ListedContent } from '../read/list-content-files.ts';
import { startThreads } from '../threads/start-threads.ts';
import { validateBody } from '../validate/validate-body.ts';
import { splitBody, type SplitBody } from '../withhold/split-body.ts';
import {
  recordWithheld,
  splitMeetingFiles,
  type MeetingRecord,
  type SplitSettings,
  type SplitTask,
  type WithheldOfMeeting,
} from './split-meeting-files.ts';

/** A body's own page, split; without what is withheld of it, but for its fingerprints. */
export interface BodyRecord extends Omit<SplitBody, 'pieces'> {
  readonly withheld: WithheldOfMeeting;
}

/** All papers split in two: what is public, and of what is withheld no word. */
export interface SplitPapers {
  readonly bodies: readonly BodyRecord[];
  readonly meetings: readonly MeetingRecord[];
  /** Of bodies that are not valid. */
  readonly problems: readonly Problem[];
}

/** From so many files on, threads take less time than they need to start. */
const filesForThreads = 200;

/** Splits the papers of a folder, body by body and meeting by meeting. */
export async function splitPapers(listed: ListedContent, settings: SplitSettings): Promise<SplitPapers> {
  const bodies: BodyRecord[] = [];
  const tasks: SplitTask[] = [];
  const problems: Problem[] = [];
  for (const [slug, files] of groupBy(listed.files, bodyOf)) {
    const page = readBodyPage(slug, files, settings.content);
    problems.push(...page.problems);
    const bodyFrontMatter = page.body?.frontMatter;
    if (page.body !== undefined) bodies.push(await recordBody(splitBody(page.body), settings.key));
    const ofMeetings = files.filter((file) => meetingOf(file) !== undefined);
    for (const [meeting, own] of groupBy(ofMeetings, (file) => meetingOf(file)!))
      tasks.push({
        ...{ body: slug, slug: meeting, files: own },
        ...(bodyFrontMatter === undefined ? {} : { bodyFrontMatter }),
      });
  }
  return { bodies, meetings: await splitAll(tasks, settings), problems };
}

async function splitAll(
  tasks: readonly SplitTask[],
  settings: SplitSettings,
): Promise<readonly MeetingRecord[]> {
  const files = tasks.reduce((sum, task) => sum + task.files.length, 0);
  if (files < filesForThreads) {
    const records: MeetingRecord[] = [];
    for (const task of tasks) records.push(await splitMeetingFiles(task, settings));
    return records;
  }
  const threads = startThreads<SplitTask, MeetingRecord>(
    new URL('split-in-thread.ts', import.meta.url),
    settings,
  );
  try {
    return await Promise.all(tasks.map((task) => threads.ask(task)));
  } finally {
    await threads.close();
  }
}

function readBodyPage(
  slug: string,
  files: readonly ListedFile[],
  content: string,
): ReturnType<typeof validateBody> {
  const page = files.filter(({ place }) => place.kind === 'paper' && place.paper.kind === 'body');
  const read = readListedFiles(content, page);
  const parsed = parseContentFiles(read.files);
  const unread = [...read.problems, ...parsed.problems];
  if (unread.length > 0) return { problems: unread };
  return validateBody(slug, parsed.source.papers[0]);
}

async function recordBody({ pieces, ...split }: SplitBody, key: Uint8Array): Promise<BodyRecord> {
  return { ...split, withheld: await recordWithheld(pieces, [], key) };
}

function bodyOf({ place }: ListedFile): string {
  return place.kind === 'paper' ? place.paper.body : place.body;
}

function meetingOf({ place }: ListedFile): string | undefined {
  return place.kind === 'paper' ? place.paper.meeting : place.meeting;
}
