import { countWords } from '../markdown/count-words.ts';
import { readPartMarkLength, readPrintedMark } from '../markdown/part-mark.ts';
import type { MinutesFrontMatter } from '../model/front-matter/minutes.ts';
import type {
  Attendance,
  Decision,
  MinuteBlock,
  PublicAgenda,
  PublicMinute,
  PublicMinutes,
  PublicMarkdown,
} from '../model/publication.ts';
import type { DecisionStructure, LineRange, MinuteStructure, MinutesStructure } from '../model/structure.ts';
import { cutMarkdown } from './cut-markdown.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { findOutcomes } from './outcomes/find-outcomes.ts';
import { makePublic, makePublicIfAny, withoutAbsent } from './make-public.ts';
import { restrictedItemTitle } from './publish-agenda.ts';

type WithheldMinute = PublicMinute & { readonly access: 'withheld' };

/**
 * Makes the public minutes. Of a restricted item only its `::: public-summary` is published. Where an agenda is held,
 * its restricted items are listed whether or not the minutes record them, at the place that the agenda gives
 * them: so what the minutes hold of them changes nothing here.
 */
export function publishMinutes(
  paper: CuttablePaper,
  frontMatter: MinutesFrontMatter,
  structure: MinutesStructure,
  { minutes: verdicts, withheldInMinutes }: Pick<MeetingVerdict, 'minutes' | 'withheldInMinutes'>,
  agenda: PublicAgenda | undefined,
): PublicMinutes {
  const inOrder = structure.minutes.map((minute, index): PublicMinute => {
    const { restricted, code } = verdicts[index]!;
    return restricted
      ? withheldMinute(paper, minute, code ?? minute.number!, agenda)
      : openMinute(paper, minute, code, frontMatter.topics);
  });
  const open = inOrder.filter((minute) => minute.access === 'open');
  const withheld = inOrder.filter((minute) => minute.access === 'withheld');
  const { approved } = frontMatter;
  const introduction = cutMarkdown(paper, structure.introduction);
  const minutes = agenda === undefined ? inOrder : placeByAgenda(open, withheld, withheldInMinutes, agenda);
  return {
    file: paper.file,
    title: makePublic(frontMatter.title),
    ...withoutAbsent({
      language: frontMatter.language,
      published: frontMatter.published,
      time: makePublicIfAny(frontMatter.time),
      venue: makePublicIfAny(frontMatter.venue),
      status: frontMatter.status,
      approved:
        approved === undefined
          ? undefined
          : withoutAbsent({ meeting: approved.meeting, minute: makePublicIfAny(approved.minute) }),
      chair: makePublicIfAny(frontMatter.chair),
      present: attendanceOf(frontMatter.present),
      apologies: attendanceOf(frontMatter.apologies),
      inAttendance: attendanceOf(frontMatter.in_attendance),
      declarations: attendanceOf(frontMatter.declarations),
    }),
    amendments: (frontMatter.amendments ?? []).map(makePublic),
    words: [introduction, ...minutes.flatMap((minute) => minute.text.map((block) => block.text))]
      .map(countWords)
      .reduce((sum, words) => sum + words, 0),
    introduction,
    minutes,
  };
}

function attendanceOf(names: MinutesFrontMatter['present']): Attendance | undefined {
  return names === undefined || names === 'not-recorded' ? names : names.map(makePublic);
}

/** Topics are looked up by the code that was judged, so that the topic of a withheld item goes nowhere. */
function openMinute(
  paper: CuttablePaper,
  minute: MinuteStructure,
  code: string | undefined,
  topics: MinutesFrontMatter['topics'] = {},
): PublicMinute {
  const topic = makePublicIfAny(topics[code ?? '']);
  return {
    access: 'open',
    ...withoutAbsent({ code, number: minute.number === code ? undefined : minute.number, topic }),
    title: makePublic(minute.title),
    text: blocksOf(paper, minute.text, minute.decisions, new Map()),
  };
}

function withheldMinute(
  paper: CuttablePaper,
  minute: MinuteStructure,
  code: string,
  agenda: PublicAgenda | undefined,
): WithheldMinute {
  const item = agenda?.parts.flatMap((part) => part.items).find((candidate) => candidate.code === code);
  const orders = new Map<string, number>();
  return {
    access: 'withheld',
    code,
    title: item?.title ?? makePublic(restrictedItemTitle),
    ...withoutAbsent({ grounds: item?.grounds }),
    text: minute.summaries.flatMap((summary) => blocksOf(paper, summary.range, summary.decisions, orders)),
  };
}

/** Text and decisions of a passage, in order. `orders` counts the decisions of each kind over several passages. */
function blocksOf(
  paper: CuttablePaper,
  range: LineRange,
  decisions: readonly DecisionStructure[],
  orders: Map<string, number>,
): MinuteBlock[] {
  const blocks: MinuteBlock[] = [];
  let at = range.start;
  const addText = (end: number): void => {
    const text = cutMarkdown(paper, { start: at, end });
    if (text.markdown !== '') blocks.push({ kind: 'text', text });
  };
  for (const decision of decisions) {
    addText(decision.range.start);
    const order = (orders.get(decision.kind) ?? 0) + 1;
    orders.set(decision.kind, order);
    blocks.push(decisionOf(paper, decision, order));
    at = decision.range.end;
  }
  addText(range.end);
  return blocks;
}

function decisionOf(paper: CuttablePaper, decision: DecisionStructure, order: number): Decision {
  const opening = cutMarkdown(paper, decision.opening);
  const parts = decision.parts.map(({ mark, range }) => {
    const text = cutMarkdown(paper, range);
    const printedMark = makePublic(readPrintedMark(text.markdown) || `${mark})`);
    return { mark, printedMark, text: withoutMark(text) };
  });
  const read = findOutcomes(
    opening.markdown,
    parts.map(({ text }) => text.markdown),
  );
  // What is only recommended, or given to somebody to do, has not been approved by that.
  const outcomes = decision.kind === 'resolution' ? read : { whole: [], parts: parts.map(() => []) };
  return {
    kind: decision.kind,
    order,
    text: cutMarkdown(paper, decision.range),
    opening,
    parts: parts.map((part, index) => ({ ...part, outcomes: outcomes.parts[index]! })),
    outcomes: outcomes.whole,
    ...withoutAbsent({ by: decision.by }),
  };
}

/** A part's words without its mark; further lines keep their place under it. */
function withoutMark(text: PublicMarkdown): PublicMarkdown {
  const length = readPartMarkLength(text.markdown);
  const indent = ' '.repeat(length);
  const lines = text.markdown.slice(length).split('\n');
  const words = lines.map((line, index) =>
    index > 0 && line.startsWith(indent) ? line.slice(length) : line,
  );
  return { ...text, markdown: makePublic(words.join('\n')) };
}

/** The open minutes in their order, and every restricted item of the agenda where the agenda has it. */
function placeByAgenda(
  open: readonly PublicMinute[],
  recorded: readonly WithheldMinute[],
  withheldInMinutes: ReadonlySet<string>,
  agenda: PublicAgenda,
): readonly PublicMinute[] {
  const items = agenda.parts.flatMap((part) => part.items);
  const place = (minute: { readonly code?: string }): number =>
    items.findIndex((item) => item.code === minute.code);
  const missing = items
    .filter(
      (item) => withheldInMinutes.has(item.code) && !recorded.some((minute) => minute.code === item.code),
    )
    .map(({ code, title, grounds }): WithheldMinute => ({
      access: 'withheld',
      code,
      title,
      ...withoutAbsent({ grounds }),
      text: [],
    }));
  const result = [...open];
  for (const minute of [...recorded, ...missing].sort((first, second) => place(first) - place(second))) {
    const after = result.findLastIndex((other) => place(other) !== -1 && place(other) < place(minute));
    result.splice(after + 1, 0, minute);
  }
  return result;
}
