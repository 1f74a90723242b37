import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recombineWords, type Recombined } from '../../src/bench/corpus/recombine-words.ts';

const places = 'Ashford Dover Thanet Swale Maidstone Gravesham Dartford Sevenoaks Tonbridge Folkestone'.split(
  ' ',
);
const boards = ['Community Safety Partnership', 'Crime and Policing Board'];
const meetingsOfBody = 10;
const reportsOfMeeting = 3;
const itemsOfMinutes = 6;

/**
 * Writes 1,000 papers of 20 invented bodies beside the real ones: for each of 200 meetings an agenda, three reports and
 * minutes. They are made of the words of the real papers, and are the same on every run.
 */
export function generatePapers(realContent: string, content: string): void {
  const papers = readPapers(realContent);
  const all = recombineWords(papers.map(textOf), new Set(papers.flatMap(namesOf)), 4);
  // What a real paper or item is called stays its own: the others speak of it, but are not about it.
  const titles = papers.flatMap(titlesOf).join('\n').toLowerCase();
  const words = { ...all, terms: all.terms.filter((term) => !titles.includes(term.toLowerCase())) };
  const days = datesOf(readdirSync(join(realContent, readdirSync(realContent)[0]!)));
  for (const place of places) {
    for (const board of boards) {
      const title = `${place} ${board}`;
      const body = join(content, title.toLowerCase().replaceAll(' ', '-'));
      write(join(body, 'index.md'), [
        '---',
        `title: ${title}`,
        'restricted_parts: none',
        'rules: adopted',
        '---',
        '',
        words.sentence(5),
      ]);
      for (let meeting = 0; meeting < meetingsOfBody; meeting += 1)
        writeMeeting(body, title, days(words), words);
    }
  }
}

function writeMeeting(body: string, title: string, date: string, words: Recombined): void {
  const folder = join(body, date);
  const items = Array.from({ length: itemsOfMinutes }, () => itemTitle(words));
  write(join(folder, 'agenda.md'), [
    ...frontMatter(`${title} agenda`),
    '## A. Business',
    ...items.map((item, index) => `\n### A${index + 1} ${item}`),
  ]);
  for (const [index, item] of items.slice(0, reportsOfMeeting).entries()) {
    const paragraphs = [1, 2, 3].flatMap((section) => [
      `## ${section}. ${words.pick(words.terms)}`,
      ...[1, 2, 3].map((place) => `${section}.${place} ${sentences(words, 3)}`),
    ]);
    write(join(folder, `a${index + 1}-report.md`), [
      ...frontMatter(item, `item: A${index + 1}`),
      paragraphs.join('\n\n'),
    ]);
  }
  write(join(folder, 'minutes.md'), [
    ...frontMatter(
      `${title} minutes`,
      'status: not-recorded',
      'present: not-recorded',
      'apologies: not-recorded',
      'declarations: not-recorded',
    ),
    ...items.map(
      (item, index) =>
        `### A${index + 1} ${item}\n\n${sentences(words, 4)}\n\n${sentences(words, 4)}\n\n${resolution(item, words)}\n`,
    ),
  ]);
}

function itemTitle(words: Recombined): string {
  const end = words.pick(['Update', 'Review', 'Strategy', 'Action Plan', 'Agreement', 'Report']);
  return `${words.pick(words.terms)} and ${words.pick(words.terms)} ${end}`;
}

function resolution(item: string, words: Recombined): string {
  const term = words.pick(words.terms);
  return words.pick([
    `RESOLVED that the ${item} be noted.`,
    `RESOLVED to note the update on the ${item}.`,
    `RESOLVED to endorse the aims of the ${term} and to support ${words.pick(words.terms)}.`,
    `RESOLVED to agree the ${term} and to note that ${words.sentence(3)}`,
    `RESOLVED that the Partnership noted the progress and actions of the ${term}.`,
  ]);
}

function sentences(words: Recombined, count: number): string {
  return Array.from({ length: count }, () => words.sentence(3 + words.number(4))).join(' ');
}

/** Days from 2019 to 2025 on which no real meeting was, each once. */
function datesOf(taken: readonly string[]): (words: Recombined) => string {
  const used = new Set(taken);
  return (words) => {
    for (;;) {
      const date = `${2019 + words.number(7)}-${twoDigits(1 + words.number(12))}-${twoDigits(1 + words.number(28))}`;
      if (used.has(date)) continue;
      used.add(date);
      return date;
    }
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function frontMatter(title: string, ...lines: readonly string[]): string[] {
  return ['---', `title: ${title}`, 'restricted: false', ...lines, '---', ''];
}

function write(file: string, lines: readonly string[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
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

/** What it is called, and its headings. */
function titlesOf(paper: string): string[] {
  return [...paper.matchAll(/^(?:#+|title:) (.*)$/gm)].map(([, title = '']) => title);
}

/** Surnames of those who wrote it or were there. */
function namesOf(paper: string): string[] {
  const [, settings = ''] = /^---\n(.*?)\n---\n/s.exec(paper) ?? [];
  const people = [...settings.matchAll(/^ {2}- (?:name: )?([^(,\n]+?)(?: - .*|[(,].*)?$/gm)];
  return people
    .flatMap(([, person = '']) => person.trim().split(' ').slice(-1))
    .filter((name) => name.length > 2);
}
