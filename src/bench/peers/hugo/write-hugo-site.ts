import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { organisation } from '../../corpus/write-corpus-data.ts';
import { writeLines } from '../../corpus/write-lines.ts';
import { hugoAgenda } from './hugo-agenda.ts';
import { hugoMinutes, type HugoResolution } from './hugo-minutes.ts';
import { readCorpus, type CorpusBody, type CorpusMeeting, type CorpusPaper } from './read-corpus.ts';

const siteDirectory = fileURLToPath(new URL('./site', import.meta.url));
const stylesheet = fileURLToPath(new URL('../../../../templates/assets/minutebook.css', import.meta.url));
const feeds = ['HTML', 'Atom', 'Calendar'];

/** Of more resolutions than so many a page lists the newest years, and an outcome has pages of its years: as with us. */
const longRegister = 500;

interface HugoSiteOptions {
  /** Papers as `writeCorpus` writes them. */
  readonly content: string;
  /** Where the site's sources go: configuration, layouts and content of Hugo's. It ought to be empty. */
  readonly folder: string;
}

/**
 * Writes a corpus's public papers as a site of Hugo's, with layouts as full as our templates. What only a program can
 * know there stands in front matter, as somebody would write it by hand: agendas, resolutions, topics, pages of the register.
 */
export function writeHugoSite({ content, folder }: HugoSiteOptions): void {
  cpSync(siteDirectory, folder, { recursive: true });
  mkdirSync(join(folder, 'static/assets'), { recursive: true });
  copyFileSync(stylesheet, join(folder, 'static/assets/minutebook.css'));
  writeLines(join(folder, 'config/_default/params.yaml'), [
    stringify({ ...organisation, restrictedNotice: 'Not open to the press and public.' }),
  ]);
  const page = (file: string, settings: object, text = ''): void =>
    writeLines(join(folder, 'content', file), ['---', stringify(settings).trimEnd(), '---', text]);
  page('_index.md', { title: organisation.name });
  page('search.md', { title: 'Search all papers', type: 'search' });
  const bodies = readCorpus(content);
  const resolutions = bodies.flatMap((body) =>
    writeBody(body, page).map((resolution) => ({ ...resolution, body })),
  );
  const register = (file: string, title: string, settings: RegisterPart): void =>
    page(file, { title, type: 'register', ...settings });
  page('resolutions/_index.md', {
    title: 'Register of resolutions',
    type: 'register',
    outputs: ['HTML', 'Atom'],
  });
  for (const year of distinct(resolutions.map((each) => each.year)))
    register(`resolutions/${year}.md`, `Resolutions of ${year}`, { kind: 'year', value: year, text: year });
  for (const outcome of distinct(resolutions.flatMap(({ outcomes }) => outcomes))) {
    register(`resolutions/${outcome}.md`, `Resolutions: ${outcome}`, {
      ...{ kind: 'outcome', value: outcome, text: outcome },
    });
    const own = resolutions.filter(({ outcomes }) => outcomes.includes(outcome));
    if (own.length <= longRegister) continue;
    for (const year of distinct(own.map((each) => each.year)))
      register(`resolutions/${outcome}/${year}.md`, `Resolutions of ${year}: ${outcome}`, {
        ...{ kind: 'outcome-year', value: `${outcome} ${year}`, text: year },
      });
  }
  for (const { name, about } of bodies) {
    const body = String(about.settings['title']);
    register(`${name}/resolutions.md`, `Resolutions of the ${body}`, {
      ...{ kind: 'body', value: body, text: body, body },
    });
    for (const year of distinct(
      resolutions.filter((each) => each.body.name === name).map((each) => each.year),
    ))
      register(`${name}/resolutions/${year}.md`, `Resolutions of the ${body}, ${year}`, {
        ...{ kind: 'body-year', value: `${body} ${year}`, text: year, body },
      });
  }
}

interface RegisterPart {
  readonly kind: 'year' | 'outcome' | 'outcome-year' | 'body' | 'body-year';
  readonly value: string;
  readonly text: string;
  readonly body?: string;
}

type WritePage = (file: string, settings: object, text?: string) => void;
type DatedResolution = HugoResolution & { readonly year: string };

function writeBody({ name, about, meetings }: CorpusBody, page: WritePage): DatedResolution[] {
  const topics = topicsOf(meetings);
  page(
    `${name}/_index.md`,
    {
      ...{ title: about.settings['title'], type: 'body', outputs: feeds },
      ...{ contact: about.settings['contact'], topics_of_body: [...topics] },
    },
    about.text,
  );
  return meetings.flatMap((meeting) => writeMeeting(name, meeting, topics, page));
}

/** What came back: titles that two meetings of the body had. */
function topicsOf(meetings: readonly CorpusMeeting[]): ReadonlySet<string> {
  const titles = meetings.flatMap(({ reports }) => reports.map(titleOf));
  return new Set(titles.filter((title, place) => titles.indexOf(title) !== place));
}

function writeMeeting(
  body: string,
  meeting: CorpusMeeting,
  topics: ReadonlySet<string>,
  page: WritePage,
): DatedResolution[] {
  const { agenda, reports, minutes, date } = meeting;
  const folder = `${body}/${date}`;
  const parts = hugoAgenda(body, meeting);
  const { time, venue } = agenda.settings;
  page(`${folder}/_index.md`, {
    title: titleOf(agenda),
    linkTitle: date,
    date,
    type: 'meeting',
    time,
    venue,
    parts,
  });
  for (const report of reports) {
    const { item, author, to } = report.settings;
    const title = titleOf(report);
    const topic = topics.has(title) ? { topics: [title] } : {};
    page(
      `${folder}/${report.name}.md`,
      { title, date, type: 'report', item, authors: author, to, ...topic },
      report.text,
    );
  }
  const { text, resolutions } = hugoMinutes(body, meeting, parts);
  const { present, status } = minutes.settings;
  page(
    `${folder}/minutes.md`,
    { title: titleOf(minutes), date, type: 'minutes', present, status, resolutions },
    text,
  );
  page(`${folder}/pack.md`, { title: `All papers of ${date}`, date, type: 'pack' });
  return resolutions.map((resolution) => ({ ...resolution, year: date.slice(0, 4) }));
}

function titleOf({ settings }: CorpusPaper): string {
  return String(settings['title']);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
