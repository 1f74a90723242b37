import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** The day on which the test site is built: between the generated meetings. */
export const buildDate = '2026-01-15';

/** Copies the real papers and puts beside them a body with one of everything that they happen not to have. */
export async function generateContent(realContent: string, content: string): Promise<void> {
  cpSync(realContent, content, { recursive: true });
  const write = (file: string, ...lines: readonly string[]): void => {
    const path = join(content, 'harbour-board', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  };
  writeBody(write);
  writeComingMeeting(write);
  const figure = sharp({ create: { width: 900, height: 500, channels: 3, background: '#7799bb' } });
  const folder = join(content, 'harbour-board', '2026-03-10', 'files');
  mkdirSync(folder, { recursive: true });
  await figure.png().toFile(join(folder, 'figure-1.png'));
  write(
    '2026-01-20/agenda.md',
    ...head('Harbour Board agenda, 20 January 2026', 'time: 6pm'),
    '### 1 Welcome',
  );
  writeCancelledMeeting(write);
  writeLongMeeting(write, readVocabulary(content));
}

type Write = (file: string, ...lines: readonly string[]) => void;

function head(title: string, ...more: readonly string[]): string[] {
  return ['---', `title: ${title}`, 'restricted: false', ...more, '---', ''];
}

function writeBody(write: Write): void {
  const members = ['Ann Anchor', 'Bob Buoy', 'Cai Crane'].flatMap((name) => [
    `  - name: ${name}`,
    '    for: North Ward',
    '    role: Member',
  ]);
  write(
    'index.md',
    '---',
    'title: Harbour Board',
    'restricted_parts: D',
    'rules: adopted',
    'formerly: Harbour and Quays Committee',
    'open_notice: During these items the meeting is likely to be open to the public',
    'restricted_notice: Meeting not open to the press and public',
    'members:',
    ...members,
    'partners:',
    '  - Port of Somewhere',
    '---',
    '',
    'The board looks after the harbour.',
  );
}

/** Every kind of text: tables wide and narrow, a picture, footnotes, lists, another language, a long word, code. */
function writeComingMeeting(write: Write): void {
  write(
    '2026-03-10/agenda.md',
    ...head(
      'Harbour Board agenda, 10 March 2026',
      'time: 10.00 am',
      'closes: "13:00"',
      'venue: Town Hall',
      'watch: https://video.example.org/harbour',
      'published: 2 January 2026',
    ),
    '## A. Business\n\n### A1 Welcome\n\n- Paper: verbal\n\n### A2 Repair of the quay\n\n- Lead: Mr Gull\n- Not for publication: Appendix 2, Costs; paragraph 3\n- Then: Break for tea\n',
    '### A3 Dredging\n\n- Paper: to follow\n\n## D. Restricted items\n\n### D1 Berths\n\n- Not for publication: paragraphs 1, 2\n- Reason: It names people.',
  );
  write(
    '2026-03-10/a2-quay.md',
    ...head(
      'Repair of the quay',
      'item: A2',
      'author: Ida Rope - Engineer',
      'summary: The quay needs repair.',
      'contacts:',
      '  - name: Ida Rope',
      '    telephone: 01234 567890',
      'background:',
      '  - Survey of 2020',
    ),
    '## 1. Background\n\n1.1 The quay is old.[^a] See <https://www.example.org/a/very/long/address/that/does/not/end/for/a/long/time/quay-survey-2020-final-report.html>.\n\n[^a]: As the survey says.\n',
    '#### 2. Options\n\n2.1 There are two.\n\n| Option | Cost | Time | Risk | Benefit | Noise | Dust | Traffic |\n| --- | ---: | ---: | --- | --- | --- | --- | --- |\n| Stone from a quarry at Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch | £1,000,000 | 12 | Low | High | Some | Some | None |\n| Steel | £2,000 | 6 | High | Low | Much | None | Some |\n',
    '2.2 A figure.\n\n![The quay from the north](files/figure-1.png)\n\n2.3 A list:\n\na) first\nb) second\n\n## 3. Welsh\n\n::: lang cy\nMae’r cei yn hen.\n:::\n\n## 4. Order\n\n> A quotation.\n\n```\na line of code that is far longer than a phone is wide and must therefore scroll inside itself\n```\n',
    '## 5. Recommendations\n\n5.1 The Board is asked to agree the repair.',
  );
  write(
    '2026-03-10/supplement-1.md',
    ...head('Late paper', 'published: 12 January 2026', 'late: The survey came late.'),
    '## A3 Dredging\n\nIt is deeper than was thought.',
  );
}

function writeCancelledMeeting(write: Write): void {
  write(
    '2025-12-09/agenda.md',
    ...head(
      'Harbour Board agenda, 9 December 2025',
      'status: cancelled',
      'because: Snow had closed the road.',
      'replaced_by: "2026-01-20"',
    ),
    '### 1 Welcome',
  );
}

/** A meeting of thirty items with full minutes, which is as long as meetings get. */
function writeLongMeeting(write: Write, vocabulary: readonly string[]): void {
  const items = Array.from({ length: 30 }, (_each, index) => index + 1);
  const names = items.map((item) => `  - Member Number ${item} (Ward ${item})`);
  write(
    '2025-06-10/agenda.md',
    ...head('Harbour Board agenda, 10 June 2025', 'time: 10am', 'venue: Town Hall', 'published: 2 June 2025'),
    '## A. Business\n',
    ...items.map((item) => `### A${item} ${matterOf(item)}\n`),
  );
  for (const item of items) {
    write(
      `2025-06-10/a${item}-matter.md`,
      ...head(matterOf(item), `item: A${item}`, `author: Officer ${item} - Engineer`),
      ...[1, 2].map((part) => `## ${part}. Part\n\n${part}.1 ${wordsOf(item * 97 + part, 60, vocabulary)}\n`),
    );
  }
  write(
    '2025-06-10/minutes.md',
    ...head(
      'Minutes of the Harbour Board, 10 June 2025',
      'chair: Member Number 1',
      'present:',
      ...names,
      'apologies:',
      '  - Ann Anchor',
      'declarations: not-recorded',
      'status: approved',
      'approved:',
      '  meeting: "2026-01-20"',
      'amendments:',
      '  - Bob Buoy was present.',
    ),
    ...items.map(
      (item) =>
        `### ${item + 40}. ${matterOf(item)} (Item A${item})\n\n${[1, 2, 3, 4].map((part) => wordsOf(item * 701 + part, 70, vocabulary)).join('\n\n')}\n\nRESOLVED to:\n\nA. note the report on matter ${item};\n\nB. agree the timetable.\n`,
    ),
  );
}

const matters = 'harbour quay crane tide mooring pilot dredge channel berth vessel lamp buoy'.split(' ');

function matterOf(item: number): string {
  return `Matter ${item} of the ${matters[item % matters.length]!} and the ${matters[(item * 5 + 3) % matters.length]!}`;
}

/**
 * Words of the real minutes in an order without sense, so that they are packed no better than English is: a text that
 * repeats itself would weigh nothing.
 */
function wordsOf(seed: number, count: number, vocabulary: readonly string[]): string {
  let state = seed;
  const words = Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return vocabulary[state % vocabulary.length]!;
  });
  return `The ${words.join(' ')}.`;
}

/** Every word of the real minutes as often as it stands there, since common words are what packing lives on. */
function readVocabulary(content: string): string[] {
  const minutes = readFileSync(
    join(content, 'kent-community-safety-partnership', '2021-07-13', 'minutes.md'),
    'utf8',
  );
  return minutes.split('## UNRESTRICTED ITEMS')[1]!.match(/\b[a-z]{2,}\b/g)!;
}
