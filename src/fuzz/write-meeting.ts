import { writeBlocks } from './blocks.ts';
import type { Block, NextMark } from './blocks.ts';
import type { MeetingSpec } from './content-spec.ts';
import { restrictedFields } from './write-content.ts';
import type { Writer } from './write-content.ts';
import { writeMinutes } from './write-minutes.ts';
import { bodySlug } from './written-content.ts';

/** An item with its code and the title that the agenda prints. */
export interface WrittenItem<Spec> {
  readonly code: string;
  readonly title: string;
  readonly spec: Spec;
}

/** A meeting while its papers are written. */
export interface WrittenMeeting {
  readonly folder: string;
  readonly spec: MeetingSpec;
  readonly open: readonly WrittenItem<MeetingSpec['items'][number]>[];
  readonly restricted: readonly WrittenItem<MeetingSpec['restrictedItems'][number]>[];
  /** The heading of the restricted part. */
  readonly partHeading: string;
}

/** The day on which opened items were opened. */
export const openedOn = '2021-11-20';

/** Writes the papers of one meeting. */
export function writeMeeting(writer: Writer, spec: MeetingSpec, index: number): void {
  const { publicMark, restrictedMark } = writer;
  const isNumbered = spec.agenda === 'numbers';
  const codes =
    (letter: string, from: number) =>
    (at: number): string =>
      isNumbered ? String(from + at) : `${letter}${at + 1}`;
  const openCode = codes('B', 1);
  const restrictedCode = codes('D', 7);
  const isTitleHidden = (item: MeetingSpec['restrictedItems'][number]): boolean =>
    spec.agenda === 'none' || (item.opened === undefined && (writer.spec.hiddenTitles || item.titleWithheld));
  const meeting: WrittenMeeting = {
    folder: `${bodySlug}/2021-1${index}-18`,
    spec,
    open: spec.items.map((item, at) => ({
      code: openCode(at),
      title: `Matter ${spec.agenda === 'none' && spec.minutes === 'withheld' ? restrictedMark() : publicMark()}`,
      spec: item,
    })),
    restricted: (spec.agenda === 'none' && writer.spec.partLetter === 'by heading'
      ? []
      : spec.restrictedItems
    ).map((item, at) => ({
      code: restrictedCode(at),
      title: `Briefing ${isTitleHidden(item) ? restrictedMark() : publicMark()}`,
      spec: item,
    })),
    partHeading: isNumbered
      ? '## Exempt items'
      : writer.spec.partLetter === 'by letter'
        ? '## D. Other matters'
        : '## D - RESTRICTED ITEM(S)',
  };
  if (spec.agenda !== 'none') writeAgenda(writer, meeting);
  meeting.open.forEach((item) => writeReport(writer, meeting, item));
  if (spec.agenda !== 'none') meeting.restricted.forEach((item) => writeOpenedReport(writer, meeting, item));
  if (spec.supplement !== undefined && spec.agenda !== 'none')
    writeSupplement(writer, meeting, spec.supplement);
  writeMinutes(writer, meeting);
  writeWithheldPapers(writer, meeting);
  // An attachment is public when a public paper links it, and else is not.
  const isLinked = spec.items.some((item) => item.report?.links === true);
  const hasPapers = [...writer.files.keys()].some(
    (path) => path.startsWith(meeting.folder) && path.endsWith('.md'),
  );
  if (spec.attachment && hasPapers)
    writer.files.set(
      `${meeting.folder}/files/table.csv`,
      `Name\n${isLinked ? publicMark() : restrictedMark()}\n`,
    );
}

/** Definitions below the text that they belong to, with or without withheld ones among them. */
export function joinTexts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A comment, where the variant has any. */
export function writeComment({ restricted, restrictedMark }: Writer): string {
  return restricted.comments ? `<!-- ${restrictedMark()}\n\nand ${restrictedMark()} -->` : '';
}

/** A passage that is cut out, in a report or in minutes. */
export function writeExempt(
  writer: Writer,
  paper: 'report' | 'minutes',
): { text: string; definitions: string } {
  const { text, definitions } = writer.nextPassage({
    mayResolve: paper === 'report',
    attachment: 'plan.csv',
  });
  const words = paper === 'report' ? text : withoutHeadings(text);
  return { text: `::: exempt paragraph 3, ${writer.publicMark()}\n${words}\n:::`, definitions };
}

function writeAgenda(writer: Writer, { folder, spec, open, restricted, partHeading }: WrittenMeeting): void {
  const { files, publicMark, restrictedMark } = writer;
  const head = `---\ntitle: Agenda ${publicMark()}\nrestricted: false\nvenue: Hall ${publicMark()}\n---`;
  const introduction = writeBlocks(spec.introduction, publicMark);
  const items = open.map((item) => {
    const { text, definitions } = writeBlocks(item.spec.text, publicMark);
    const lead = item.spec.lead ? `- Lead: Ms ${publicMark()}\n` : '';
    return joinTexts(`### ${item.code} ${item.title}\n\n${lead}`, withoutHeadings(text), definitions);
  });
  const hidden = restricted.map(({ code, title, spec: item }) => {
    const lines = [
      ...(item.titleWithheld && item.opened === undefined ? ['- Title withheld'] : []),
      ...(item.grounds ? [`- Not for publication: Costs ${publicMark()}; paragraph 3`] : []),
      ...(item.opened === undefined ? [] : [`- Opened: ${openedOn}, minute 45`]),
      ...(writer.restricted.agendaLines && item.opened === undefined
        ? [`- Lead: ${restrictedMark()}`, `- Paper: files/${restrictedMark()}.pdf`]
        : []),
    ];
    return `### ${code} ${title}\n\n${lines.join('\n')}`;
  });
  const firstPart = spec.agenda === 'numbers' ? '## Matters' : '## B. Matters';
  files.set(
    `${folder}/agenda.md`,
    `${joinTexts(head, withoutHeadings(introduction.text), introduction.definitions, writeComment(writer), firstPart, ...items, partHeading, ...hidden)}\n`,
  );
}

/** In an agenda a heading is a part or an item, and none may stand in a passage of minutes. */
export function withoutHeadings(text: string): string {
  return text.replaceAll('##### ', '');
}

function writeReport(
  writer: Writer,
  { folder, spec, open }: WrittenMeeting,
  { code, spec: item }: WrittenMeeting['open'][number],
): void {
  const { report } = item;
  if (report === undefined) return;
  const { files, publicMark } = writer;
  const { text, definitions } = writeBlocks(report.text, publicMark);
  const cut = report.isCut ? writeExempt(writer, 'report') : { text: '', definitions: '' };
  const isFaulty = open[0]?.code === code && spec.fault !== 'none';
  const link = report.links && spec.attachment ? `See [the table](files/table.csv) ${publicMark()}.` : '';
  const fault = isFaulty
    ? `See [this](${spec.fault === 'dead link' ? 'b9-none.md' : 'd1-withheld.md'}).`
    : '';
  const head = [
    `title: Report ${publicMark()}`,
    'restricted: false',
    `item: ${code}`,
    `author: ${publicMark()} - Officer`,
    `summary: In short ${publicMark()}`,
    'classification: For Information',
    `to: Board ${publicMark()}`,
  ].join('\n');
  const name = `${code.toLowerCase()}-${publicMark()}`;
  files.set(
    `${folder}/${name}.md`,
    `---\n${head}\n---\n\n${joinTexts(text, writeComment(writer), cut.text, link, fault, cut.definitions, definitions)}\n`,
  );
  if (!report.appendix) return;
  const appendix = `title: Appendix ${publicMark()}\nrestricted: false\nitem: ${code}`;
  files.set(
    `${folder}/${code.toLowerCase()}-appendix-1-${publicMark()}.md`,
    `---\n${appendix}\n---\n\nCosts ${publicMark()}.\n`,
  );
}

function writeOpenedReport(
  { files, publicMark }: Writer,
  { folder }: WrittenMeeting,
  { code, spec }: WrittenMeeting['restricted'][number],
): void {
  if (spec.opened === undefined) return;
  const { text, definitions } = writeBlocks(spec.opened.text, publicMark);
  const head = `title: Opened ${publicMark()}\nrestricted: false\nitem: ${code}\nopened: ${openedOn}`;
  files.set(
    `${folder}/${code.toLowerCase()}-opened-${publicMark()}.md`,
    `---\n${head}\n---\n\n${joinTexts(text, definitions)}\n`,
  );
}

function writeSupplement(
  writer: Writer,
  { folder, spec, partHeading }: WrittenMeeting,
  supplement: NonNullable<MeetingSpec['supplement']>,
): void {
  const { files, publicMark, restrictedMark, restricted } = writer;
  const isNumbered = spec.agenda === 'numbers';
  const [code, hidden] = isNumbered ? ['5', '9'] : ['B9', 'D9'];
  const { text, definitions } = writeBlocks(supplement.text, publicMark);
  const title = (): string => (writer.spec.hiddenTitles ? restrictedMark() : publicMark());
  const lines = restricted.agendaLines ? `- Lead: ${restrictedMark()}` : '';
  const part = supplement.restrictedToo ? joinTexts(partHeading, `### ${hidden} Late ${title()}`, lines) : '';
  const head = `---\ntitle: Supplement ${publicMark()}\nrestricted: false\nlate: It came late ${publicMark()}\n---`;
  const body = joinTexts(
    isNumbered ? '## Matters' : '## B. Matters',
    `### ${code} Storm ${publicMark()}`,
    withoutHeadings(text),
    definitions,
    part,
  );
  files.set(`${folder}/supplement-1.md`, `${head}\n\n${body}\n`);
  const report = writeBlocks(supplement.report, publicMark);
  files.set(
    `${folder}/${code.toLowerCase()}-late.md`,
    `---\ntitle: Late ${publicMark()}\nrestricted: false\nitem: ${code}\n---\n\n${joinTexts(report.text, report.definitions)}\n`,
  );
}

function writeWithheldPapers(writer: Writer, { folder, open, restricted, spec }: WrittenMeeting): void {
  const { files, restrictedMark } = writer;
  const codes = [...open, ...restricted].map((item) => item.code);
  // A withheld paper that says what it replaces must not be named by it.
  const publicReport = [...files.keys()].find(
    (path) => path.startsWith(`${folder}/`) && /-zopen\w*\.md$/.test(path),
  );
  const replaces = publicReport === undefined ? '' : `\nreplaces: ${publicReport.split('/').at(-1)!}`;
  writer.restricted.papers.forEach(({ kind, text: list, words, file }, at) => {
    const code = kind === 'future' ? open[0]!.code : codes[at % codes.length]!;
    const { text, definitions } = writeBlocks(list, restrictedMark);
    const flag =
      kind === 'future' ? 'restricted: false\npublished: 2030-01-01' : restrictedFields(restrictedMark);
    const attached =
      file && writer.restricted.attachments.length > 0 ? '\nattachments:\n  - file: secret-0.csv' : '';
    const name = `${code.toLowerCase()}-${kind === 'appendix' ? 'appendix-2-' : ''}${restrictedMark()}`;
    const head = `title: ${restrictedMark()}\n${flag}\nitem: ${code}\nauthor: ${restrictedMark()}\nsummary: ${restrictedMark()}${attached}${replaces}`;
    files.set(
      `${folder}/${name}.md`,
      `---\n${head}\n---\n\n${joinTexts(words, text, definitions, `See [${restrictedMark()}](files/plan.csv).`)}\n`,
    );
  });
  const hasPapers = [...files.keys()].some((path) => path.startsWith(folder) && path.endsWith('.md'));
  if (!hasPapers) return;
  writer.restricted.attachments.forEach((bytes, at) => {
    files.set(`${folder}/files/secret-${at}.csv`, Buffer.concat([Buffer.from(restrictedMark()), bytes]));
  });
  if (writer.restricted.supplement !== undefined && spec.agenda !== 'none')
    writeWithheldSupplement(writer, folder, writer.restricted.supplement, {
      isNumbered: spec.agenda === 'numbers',
    });
}

function writeWithheldSupplement(
  { files, restrictedMark }: Writer,
  folder: string,
  supplement: { readonly text: readonly Block[]; readonly isLater: boolean },
  { isNumbered }: { readonly isNumbered: boolean },
): void {
  const mark: NextMark = restrictedMark;
  const { text, definitions } = writeBlocks(supplement.text, mark);
  const flag = supplement.isLater ? 'restricted: false\npublished: 2030-01-01' : restrictedFields(mark);
  const item = isNumbered ? '### 11' : '### B11';
  files.set(
    `${folder}/supplement-2.md`,
    `---\ntitle: ${mark()}\n${flag}\n---\n\n${joinTexts(isNumbered ? '## Others' : '## B. Others', `${item} ${mark()}`, withoutHeadings(text), definitions)}\n`,
  );
}
