import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recombineWords, type Recombined } from './recombine-words.ts';
import { itemTitle, sentences } from './paper-text.ts';
import { writeLines } from './write-lines.ts';
import { reportsOfMeeting, writeMeeting } from './write-meeting.ts';

/** What a corpus is to be like. */
export interface CorpusOptions {
  /** Real papers, whose words the corpus is made of: a folder laid out like `content/`. */
  readonly realContent: string;
  /** Where to write. It ought to be empty. */
  readonly content: string;
  /** About how many papers: agendas, reports and minutes; whole meetings are written. */
  readonly papers: number;
}

/** The day on which a corpus is to be published: the last of its years, which is its current one. */
export const corpusDate = '2025-12-31';

const bodies = 30;
const firstYear = 2006;
const months = 20 * 12;
const papersOfMeeting = reportsOfMeeting + 2;
/** One meeting in so many has a restricted part with a restricted report and a restricted minute. */
const restrictedEvery = 5;
/** Items that come back: of the reports of a meeting three are of these, and two are on matters of their own. */
const standingItems = 6;
const standingOfMeeting = 3;

const places =
  'Ashford Dover Thanet Swale Maidstone Gravesham Dartford Sevenoaks Tonbridge Folkestone Canterbury Deal Hythe Margate Ramsgate'.split(
    ' ',
  );
const boards = ['Community Safety Partnership', 'Scrutiny Board'];

/**
 * Writes the papers of a county council: 30 bodies over 20 years, meetings of an agenda, five reports of about 8 kB and
 * minutes, made of the words of real papers. Some items of each body come back, and every fifth meeting has a
 * restricted part. The same on every run; a corpus of another size is another corpus, spread over the same years.
 */
export function writeCorpus({ realContent, content, papers }: CorpusOptions): void {
  const words = recombineWords(readPapers(realContent).map(textOf), new Set(), 4);
  const meetings = Math.max(1, Math.round(papers / papersOfMeeting));
  const written = Math.min(bodies, meetings);
  for (let body = 0; body < written; body += 1) {
    const title = `${places[body % places.length]!} ${boards[Math.floor(body / places.length)]!}`;
    const own = Math.floor(meetings / written) + (body < meetings % written ? 1 : 0);
    writeBody({ content, title, dates: meetingDates(own, (body + 1) / written), words });
  }
}

interface BodyOptions {
  readonly content: string;
  readonly title: string;
  /** Of its meetings, the oldest first. */
  readonly dates: readonly string[];
  readonly words: Recombined;
}

function writeBody({ content, title, dates, words }: BodyOptions): void {
  const folder = join(content, title.toLowerCase().replaceAll(' ', '-'));
  writeLines(join(folder, 'index.md'), [
    ...['---', `title: ${title}`, 'restricted_parts: D', 'rules: adopted', 'contact:'],
    ...['  name: Democratic Services', '  email: democratic.services@example.org', '---', ''],
    sentences(words, 3),
  ]);
  const standing = Array.from({ length: standingItems }, () => itemTitle(words));
  dates.forEach((date, place) => {
    const titles = Array.from({ length: reportsOfMeeting }, (_, item) =>
      item < standingOfMeeting ? standing[(place + item) % standing.length]! : itemTitle(words),
    );
    writeMeeting({
      ...{ folder: join(folder, date), title, date, titles, words },
      ...(place === 0 ? {} : { previous: dates[place - 1]! }),
      hasRestricted: place % restrictedEvery === 0,
    });
  });
}

/** Days spread evenly over the years; `phase`, from 0 to 1, shifts one body against another, and 1 ends in the last month. */
function meetingDates(count: number, phase: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const month = Math.max(0, Math.floor(((place + phase) / count) * months) - 1);
    // Of 28 meetings in a row no two have the same day of the month.
    const day = 1 + ((place * 5) % 28);
    return `${firstYear + Math.floor(month / 12)}-${twoDigits(1 + (month % 12))}-${twoDigits(day)}`;
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function readPapers(content: string): string[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(join(content, file), 'utf8'));
}

/** The words of a paper after its front matter, and without its restricted part. */
function textOf(paper: string): string {
  const [text = ''] = paper.replace(/^---\n.*?\n---\n/s, '').split(/^#+ (?:D\d*\b|.*\(Item D)/m);
  // A resolving word would make resolutions where none is meant.
  return text
    .replace(/RESOLVED/g, '')
    .replace(/\S*(?:@|www\.|https?:)\S*/g, '')
    .replace(/^(?:#+|-|\d+\.|\d+\.\d+) /gm, '');
}
