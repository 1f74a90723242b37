import { setFlagsFromString } from 'node:v8';
import { digestOf } from './build-memory.ts';
import type { KeptSplits } from './keep-splits.ts';
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

/** Splits the papers of a folder, body by body and meeting by meeting; those that have not changed are taken from what is kept. */
export async function splitPapers(
  listed: ListedContent,
  settings: SplitSettings,
  kept?: KeptSplits,
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
  return { bodies, meetings: await splitOrRemember(tasks, settings, kept, tell), problems };
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

async function splitOrRemember(
  tasks: readonly SplitTask[],
  settings: SplitSettings,
  kept: KeptSplits | undefined,
  tell: TellProgress | undefined,
): Promise<readonly MeetingRecord[]> {
  const { date } = settings;
  const remembered = tasks.map((task) => kept?.find(task.digest, date) ?? task);
  const changed = remembered.filter((each) => 'files' in each);
  const before = tasks.length - changed.length;
  const made = new Map<string, MeetingRecord>();
  const count = countProgress(tell, 'reading', tasks.length, before);
  await splitAll(changed, settings, ({ digest }, record) => {
    // What is wrong with papers is said at every build, and mended before the next.
    const isKept = kept !== undefined && record.problems.length === 0;
    made.set(digest, isKept ? kept.keep(digest, date, record) : record);
    count();
  });
  return remembered.map((each) => ('files' in each ? made.get(each.digest)! : each));
}

/** Splits meetings, in threads where they are many, and hands on each as soon as it is split. */
async function splitAll(
  tasks: readonly SplitTask[],
  settings: SplitSettings,
  onSplit: (task: SplitTask, record: MeetingRecord) => void,
): Promise<void> {
  const files = tasks.reduce((sum, task) => sum + task.files.length, 0);
  if (files < filesForThreads) {
    for (const task of tasks) onSplit(task, await splitMeetingFiles(task, settings));
    return;
  }
  letHeapGrowSlowly();
  const threads = startThreads<SplitTask, MeetingRecord>(
    new URL('split-in-thread.ts', import.meta.url),
    settings,
  );
  try {
    await Promise.all(tasks.map(async (task) => onSplit(task, await threads.ask(task))));
  } finally {
    await threads.close();
  }
}

/**
 * Half as much again as was in use, and it is looked for what can go; usually it is up to four times as much. Only where much is to be
 * made: where most is taken over little can go, and to look for it takes time.
 */
function letHeapGrowSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
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
