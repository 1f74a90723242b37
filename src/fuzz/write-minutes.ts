import { writeBlocks } from './blocks.ts';
import { restrictedFields } from './write-content.ts';
import type { Writer } from './write-content.ts';
import { joinTexts, openedOn, withoutHeadings, writeComment, writeExempt } from './write-meeting.ts';
import type { WrittenMeeting } from './write-meeting.ts';

/** Writes a meeting's minutes: public ones with restricted minutes in them, or withheld ones, or none. */
export function writeMinutes(writer: Writer, meeting: WrittenMeeting): void {
  const { files, publicMark, restrictedMark } = writer;
  const file = `${meeting.folder}/minutes.md`;
  if (meeting.spec.minutes === 'withheld') {
    if (writer.restricted.recordsMinutes)
      files.set(
        file,
        `---\ntitle: Minutes ${restrictedMark()}\n${restrictedFields(restrictedMark)}\n---\n\n### B1 ${restrictedMark()}\n\nRESOLVED that ${restrictedMark()} be noted.\n`,
      );
    return;
  }
  const isOpenedToo =
    meeting.restricted.some((item) => item.spec.opened?.minutesToo === true) &&
    meeting.spec.agenda !== 'none';
  const head = [
    `title: Minutes ${publicMark()}`,
    'restricted: false',
    `chair: ${publicMark()}`,
    `present:\n  - ${publicMark()}\n  - ${publicMark()}`,
    `apologies: ${publicMark()}`,
    ...(isOpenedToo ? [`opened: ${openedOn}`] : []),
  ].join('\n');
  const introduction = writeBlocks(meeting.spec.introduction, publicMark);
  const open = meeting.open.map((item, at) => writeOpenMinute(writer, item, at));
  const restricted = meeting.restricted.map((item) =>
    writeRestrictedMinute(writer, item, { hasAgenda: meeting.spec.agenda !== 'none', isOpenedToo }),
  );
  const heading = meeting.restricted.length > 0 ? '## D - RESTRICTED ITEMS' : '';
  const texts = [
    introduction.text,
    ...open.map(({ text }) => text),
    heading,
    ...restricted.map(({ text }) => text),
    ...[...open, ...restricted].map(({ definitions }) => definitions),
    introduction.definitions,
  ];
  files.set(file, `---\n${head}\n---\n\n${joinTexts(...texts)}\n`);
}

function writeOpenMinute(
  writer: Writer,
  { code, title, spec }: WrittenMeeting['open'][number],
  at: number,
): { text: string; definitions: string } {
  const { publicMark } = writer;
  const { minute } = spec;
  const { text, definitions } = writeBlocks(minute.text, publicMark);
  const heading = {
    heading: /^\d/.test(code) ? `### ${code}. ${title}` : `### ${code} ${title}`,
    reference: `#### ${31 + at}. ${title} (Item ${code})`,
    bold: `**${31 + at}. ${title} (Item ${code})**`,
    setext: `${31 + at}. ${title} (Item ${code})\n---`,
  }[minute.style];
  // A number and a full stop at the head of a line begin a list, and a setext heading there is none.
  const safe = minute.style === 'setext' ? heading.replace(/^(\d+)\./, '$1\\.') : heading;
  const cut = minute.isCut ? writeExempt(writer, 'minutes') : { text: '', definitions: '' };
  const resolution = minute.resolves
    ? `RESOLVED to:\n\nA. note ${publicMark()};\n\nB. agree ${publicMark()}.`
    : '';
  return {
    text: joinTexts(safe, text, writeComment(writer), cut.text, resolution),
    definitions: joinTexts(definitions, cut.definitions),
  };
}

function writeRestrictedMinute(
  writer: Writer,
  { code, title, spec }: WrittenMeeting['restricted'][number],
  { hasAgenda, isOpenedToo }: { readonly hasAgenda: boolean; readonly isOpenedToo: boolean },
): { text: string; definitions: string } {
  const { publicMark, restrictedMark, restricted } = writer;
  if (spec.opened !== undefined && isOpenedToo && hasAgenda) {
    const { text, definitions } = writeBlocks(spec.opened.text, publicMark);
    return { text: joinTexts(`### ${title} (Item ${code})`, text), definitions };
  }
  const summary = spec.summary === undefined ? undefined : writeBlocks(spec.summary, publicMark);
  // With an agenda its items are listed whether the minutes record them or not; without, the minutes' codes are all that is known.
  const isRecorded = restricted.recordsMinutes || !hasAgenda || summary !== undefined;
  if (!isRecorded) return { text: '', definitions: '' };
  const own = writer.nextPassage({ mayResolve: true, attachment: 'plan.csv' });
  const shown =
    summary === undefined
      ? ''
      : `::: public-summary\n${withoutHeadings(summary.text)}\n\nRESOLVED that ${publicMark()} be noted.\n:::`;
  const after = writer.nextPassage({ mayResolve: true, attachment: 'plan.csv' });
  return {
    text: joinTexts(
      `### Case ${restrictedMark()} (Item ${code})`,
      own.text,
      writeComment(writer),
      shown,
      after.text,
    ),
    definitions: joinTexts(own.definitions, after.definitions, summary?.definitions ?? ''),
  };
}
