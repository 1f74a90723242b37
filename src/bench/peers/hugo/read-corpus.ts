import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A paper of a corpus as it stands in its file. */
export interface CorpusPaper {
  /** File name without `.md`. */
  readonly name: string;
  readonly settings: { readonly [name: string]: unknown };
  readonly text: string;
}

/** A meeting of a corpus with the papers that are public. */
export interface CorpusMeeting {
  /** `yyyy-mm-dd`; of a corpus that is also the folder's name. */
  readonly date: string;
  readonly agenda: CorpusPaper;
  readonly reports: readonly CorpusPaper[];
  readonly minutes: CorpusPaper;
}

/** A body of a corpus and its meetings, the oldest first. */
export interface CorpusBody {
  /** Folder's name. */
  readonly name: string;
  readonly about: CorpusPaper;
  readonly meetings: readonly CorpusMeeting[];
}

/**
 * Reads the papers that `writeCorpus` wrote, and leaves out those that say `restricted: true`. It knows that layout and
 * no other: it stands for the person who would have written the papers for another program, not for Minutebook's reader.
 */
export function readCorpus(content: string): CorpusBody[] {
  return foldersOf(content).map((name) => ({
    name,
    about: readPaper(join(content, name), 'index'),
    meetings: foldersOf(join(content, name)).map((date) => readMeeting(join(content, name, date), date)),
  }));
}

function readMeeting(folder: string, date: string): CorpusMeeting {
  const names = readdirSync(folder)
    .filter((file) => /^[a-z]\d.*\.md$/.test(file))
    .sort()
    .map((file) => file.slice(0, -'.md'.length));
  return {
    date,
    agenda: readPaper(folder, 'agenda'),
    reports: names
      .map((name) => readPaper(folder, name))
      .filter(({ settings }) => settings['restricted'] === 'false'),
    minutes: readPaper(folder, 'minutes'),
  };
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function readPaper(folder: string, name: string): CorpusPaper {
  const file = join(folder, `${name}.md`);
  const [, settings, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  if (settings === undefined || text === undefined) throw new Error(`${file} is no paper of a corpus.`);
  return { name, settings: parse(settings, { schema: 'failsafe' }) as CorpusPaper['settings'], text };
}
