import { digestOf, type BuildMemory } from './build-memory.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type { Problem } from '../model/problem.ts';
import { countProgress, type TellProgress } from '../model/progress.ts';
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
  /** The body's settings, by which its meetings are split. */
  readonly frontMatter: BodyFrontMatter;
  /** Of its own page. */
  readonly pageDigests: readonly string[];
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

/** Splits the papers of a folder, body by body and meeting by meeting; those that have not changed are taken from the memory. */
export async function splitPapers(
  listed: ListedContent,
  settings: SplitSettings,
  memory?: BuildMemory,
  tell?: TellProgress,
): Promise<SplitPapers> {
  const bodies: BodyRecord[] = [];
  const tasks: SplitTask[] = [];
  const problems: Problem[] = [];
  for (const [slug, files] of groupBy(listed.files, bodyOf)) {
    const page = readBodyPage(slug, files, settings.content);
    problems.push(...page.problems);
    const frontMatter = page.body?.frontMatter;
    const pageDigests = files.filter(isBodyPage).map(({ digest }) => digest);
    if (page.body !== undefined && frontMatter !== undefined)
      bodies.push({
        ...(await recordBody(splitBody(page.body), settings.key)),
        ...{ frontMatter, pageDigests },
      });
    const ofMeetings = files.filter((file) => meetingOf(file) !== undefined);
    for (const [meeting, own] of groupBy(ofMeetings, (file) => meetingOf(file)!))
      tasks.push(taskOf({ body: slug, slug: meeting }, own, { frontMatter, pageDigests }));
  }
  return { bodies, meetings: await splitOrRemember(tasks, settings, memory, tell), problems };
}

/** What is to be split of one meeting, by its files and its body's own page. */
export function taskOf(
  meeting: Pick<SplitTask, 'body' | 'slug'>,
  files: readonly ListedFile[],
  {
    frontMatter,
    pageDigests,
  }: { readonly frontMatter: BodyFrontMatter | undefined; readonly pageDigests: readonly string[] },
): SplitTask {
  return {
    ...{ body: meeting.body, slug: meeting.slug, files },
    digest: digestOf(
      files.map(({ file, digest }) => [file, digest]),
      pageDigests,
    ),
    ...(frontMatter === undefined ? {} : { bodyFrontMatter: frontMatter }),
  };
}

/** A split as it is kept: it holds from the day that it was made for until the first paper's day comes. */
interface KeptSplit {
  readonly since: string;
  readonly record: MeetingRecord;
}

async function splitOrRemember(
  tasks: readonly SplitTask[],
  settings: SplitSettings,
  memory: BuildMemory | undefined,
  tell: TellProgress | undefined,
): Promise<readonly MeetingRecord[]> {
  if (memory === undefined)
    return await splitAll(tasks, settings, countProgress(tell, 'reading', tasks.length));
  const { date } = settings;
  const remembered = tasks.map((task) => {
    const kept = memory.find<KeptSplit>('split', task.digest);
    if (kept === undefined) return task;
    const { since, record } = kept;
    return since <= date && (record.unchangedUntil === undefined || date < record.unchangedUntil)
      ? record
      : task;
  });
  const changed = remembered.filter((each) => 'files' in each);
  const before = tasks.length - changed.length;
  const records = await splitAll(changed, settings, countProgress(tell, 'reading', tasks.length, before));
  const made = new Map(changed.map(({ digest }, index) => [digest, records[index]!]));
  for (const [digest, record] of made)
    // What is wrong with papers is said at every build, and mended before the next.
    if (record.problems.length === 0)
      memory.keep('split', digest, { since: date, record } satisfies KeptSplit);
  return remembered.map((each) => ('files' in each ? made.get(each.digest)! : each));
}

async function splitAll(
  tasks: readonly SplitTask[],
  settings: SplitSettings,
  count: () => void,
): Promise<readonly MeetingRecord[]> {
  const files = tasks.reduce((sum, task) => sum + task.files.length, 0);
  if (files < filesForThreads) {
    const records: MeetingRecord[] = [];
    for (const task of tasks) {
      records.push(await splitMeetingFiles(task, settings));
      count();
    }
    return records;
  }
  const threads = startThreads<SplitTask, MeetingRecord>(
    new URL('split-in-thread.ts', import.meta.url),
    settings,
  );
  try {
    const ask = async (task: SplitTask): Promise<MeetingRecord> => {
      const record = await threads.ask(task);
      count();
      return record;
    };
    return await Promise.all(tasks.map(ask));
  } finally {
    await threads.close();
  }
}

function readBodyPage(
  slug: string,
  files: readonly ListedFile[],
  content: string,
): ReturnType<typeof validateBody> {
  const page = files.filter(isBodyPage);
  const read = readListedFiles(content, page);
  const parsed = parseContentFiles(read.files);
  const unread = [...read.problems, ...parsed.problems];
  if (unread.length > 0) return { problems: unread };
  return validateBody(slug, parsed.source.papers[0]);
}

async function recordBody(
  { pieces, ...split }: SplitBody,
  key: Uint8Array,
): Promise<Omit<BodyRecord, 'frontMatter' | 'pageDigests'>> {
  return { ...split, withheld: await recordWithheld(pieces, [], key) };
}

function isBodyPage({ place }: ListedFile): boolean {
  return place.kind === 'paper' && place.paper.kind === 'body';
}

/** The folder of the body that a file belongs to. */
export function bodyOf({ place }: ListedFile): string {
  return place.kind === 'paper' ? place.paper.body : place.body;
}

function meetingOf({ place }: ListedFile): string | undefined {
  return place.kind === 'paper' ? place.paper.meeting : place.meeting;
}
