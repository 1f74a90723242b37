import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small site that is edited: papers, settings, templates, and the day that it is built for. */
export interface EditedSite {
  readonly content: string;
  readonly data: string;
  readonly templates: string;
  day: number;
}

const bodies = ['harbour-board', 'parish-council'];
const meetings = ['2024-01-09', '2024-02-13'];

/** The site that stands in a folder. */
export function siteIn(folder: string): EditedSite {
  const [content, data, templates] = ['content', 'data', 'templates'].map((name) => join(folder, name));
  return { content: content!, data: data!, templates: templates!, day: 0 };
}

/** Writes the site into a folder. */
export function writeSite(folder: string): EditedSite {
  const site = siteIn(folder);
  cpSync('templates', site.templates, { recursive: true });
  write(
    join(site.data, 'site.yaml'),
    'name: Papers\nurl: https://papers.example.org/\ndescription: Papers of two bodies.\ncontact:\n  email: papers@example.org\nlanguage: en-GB\n',
  );
  write(join(site.data, 'glossary.yaml'), 'PRoW: Public Right of Way\n');
  for (const body of bodies) {
    write(
      join(site.content, body, 'index.md'),
      `---\ntitle: The ${body}\nrestricted_parts: D\nrules: adopted\n---\n\nIt meets.\n`,
    );
    for (const [number, meeting] of meetings.entries()) writeMeeting(site, body, meeting, number);
  }
  return site;
}

function writeMeeting(site: EditedSite, body: string, meeting: string, number: number): void {
  const at = (name: string): string => join(site.content, body, meeting, `${name}.md`);
  const before = number === 0 ? '' : `### A1 Minutes\n\n- Paper: ../${meetings[number - 1]!}/minutes.md\n\n`;
  write(
    at('agenda'),
    `---\ntitle: Agenda\nrestricted: false\ntime: 10am\n---\n\n## A. First\n\n${before}### A2 Apologies\n\n## B. Matters\n\n### B1 The pier\n\n### B2 Paths ${number}\n\n## D. Exempt\n\n### D1 The lease\n`,
  );
  write(
    at('b1-pier'),
    paper(
      'The pier',
      `item: B1`,
      `The pier was painted ${number + 3} times.\n\n1.1 ${number === 0 ? 'See the [paths](b2-paths.md).' : 'See the paths.'}`,
    ),
  );
  write(
    at('b2-paths'),
    paper(
      `Paths ${number}`,
      `item: B2\ntopic: Paths`,
      'The PRoW is open.\n\n| Path | Length |\n| --- | ---: |\n| 1 | 20 |',
    ),
  );
  write(
    at('d1-lease'),
    `---\ntitle: The lease\nitem: D1\nrestricted: true\n---\n\nQuentin Flabberworth ${number} owes rent.\n`,
  );
  write(
    at('minutes'),
    paper(
      'Minutes',
      'present: [Ms Anchor]',
      `### B1 The pier\n\nIt was seen.\n\nRESOLVED that the report be noted.\n\n### B2 Paths ${number}\n\nRESOLVED that the paths be mended.\n\n### D1 The lease\n\nHe will pay ${number} pounds.`,
    ),
  );
}

function paper(title: string, fields: string, markdown: string): string {
  return `---\ntitle: ${title}\nrestricted: false\n${fields}\n---\n\n${markdown}\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Picks a whole number from 0 to below `limit`. */
export type Pick = (limit: number) => number;

/** What can happen to a site between two builds. Each says what it did; some make a site that a build refuses. */
export const edits: { readonly [name: string]: (site: EditedSite, pick: Pick) => string } = {
  'changes a paper': (site, pick) => {
    const file = anyPaper(site, pick);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nWord${pick(1000)} was added.\n`);
    return file;
  },
  'adds a report': (site, pick) => {
    const file = join(anyMeeting(site, pick), `b1-more-${pick(1000)}.md`);
    write(file, paper(`More ${pick(100)}`, 'item: B1', `More was said of ${pick(1000)}.`));
    return file;
  },
  'adds a meeting': (site, pick) => {
    const body = bodies[pick(bodies.length)]!;
    const meeting = `2024-0${pick(5) + 4}-1${pick(9)}`;
    writeMeeting(site, body, meeting, 0);
    return `${body}/${meeting}`;
  },
  'withdraws a paper': (site, pick) => {
    const file = anyReport(site, pick);
    rmSync(file);
    return file;
  },
  'restricts a paper, or opens it': (site, pick) => {
    const file = anyReport(site, pick);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.includes('restricted: true')
        ? text.replace('restricted: true', 'restricted: false')
        : text.replace('restricted: false', 'restricted: true'),
    );
    return file;
  },
  'withholds a passage': (site, pick) => {
    const file = anyReport(site, pick);
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\n::: exempt\nBarnaby Snodgrass${pick(99)} complained.\n:::\n`,
    );
    return file;
  },
  'renames a paper': (site, pick) => {
    const file = anyReport(site, pick);
    renameSync(file, file.replace(/\.md$/, `-${pick(100)}.md`));
    return file;
  },
  'gives a paper a day to be published': (site, pick) => {
    const file = anyPaper(site, pick);
    const text = readFileSync(file, 'utf8').replace(/published: .*\n/, '');
    writeFileSync(file, text.replace(/^---\n/, `---\npublished: 2024-03-${10 + pick(20)}\n`));
    return file;
  },
  'changes a template': (site, pick) => {
    const folder = join(site.templates, 'pages');
    const file = join(folder, readdirSync(folder).sort()[pick(readdirSync(folder).length)]!);
    writeFileSync(file, `${readFileSync(file, 'utf8')}<!-- ${pick(1000)} -->\n`);
    return file;
  },
  'changes the settings': (site, pick) => {
    const file = join(site.data, 'site.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/description: .*/, `description: Papers, ${pick(1000)}.`),
    );
    return file;
  },
  'changes the glossary': (site, pick) => {
    write(join(site.data, 'glossary.yaml'), `PRoW: Public Right of Way\nP${pick(9)}: pier\n`);
    return 'glossary.yaml';
  },
  'lets days pass': (site, pick) => {
    site.day += pick(12);
    return `${site.day} days`;
  },
};

/** The day that the site is built for, `yyyy-mm-dd`. */
export function dayOf({ day }: EditedSite): string {
  return new Date(Date.UTC(2024, 2, 1 + day)).toISOString().slice(0, 10);
}

function anyMeeting({ content }: EditedSite, pick: Pick): string {
  const all = bodies.flatMap((body) =>
    readdirSync(join(content, body))
      .filter((name) => name !== 'index.md')
      .sort()
      .map((meeting) => join(content, body, meeting)),
  );
  return all[pick(all.length)]!;
}

/** A report of an item that is open, as it was written. */
function anyReport(site: EditedSite, pick: Pick): string {
  return oneOf(
    filesOf(site).filter((file) => /\/b[^/]*$/.test(file)),
    pick,
  );
}

function anyPaper(site: EditedSite, pick: Pick): string {
  return oneOf(filesOf(site), pick);
}

function filesOf({ content }: EditedSite): readonly string[] {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function oneOf(files: readonly string[], pick: Pick): string {
  return files[pick(files.length)]!;
}
