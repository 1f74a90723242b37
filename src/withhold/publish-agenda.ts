import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type {
  Grounds,
  PaperReference,
  PublicAgenda,
  PublicItem,
  PublicPart,
  PublicText,
  WithheldItem,
} from '../model/publication.ts';
import type { Place } from '../model/problem.ts';
import type { AgendaItem, AgendaPart, AgendaStructure, ItemWord } from '../model/structure.ts';
import type { AgendaFrontMatter } from '../model/front-matter/agenda.ts';
import { cutMarkdown } from './cut-markdown.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { isRestrictedPart } from './decide-items.ts';
import type { ItemVerdict } from './decide-items.ts';
import { makeContactPublic, makePublic, makePublicIfAny, withoutAbsent } from './make-public.ts';

/** Stands for the title of a restricted item where none may be shown. */
export const restrictedItemTitle = 'Restricted item';

/** Stands over a restricted part of a body that has no words of its own for it. */
export const restrictedNotice = 'Not open to the press and public; reports not for publication.';

/** What of an agenda decides how its items are shown. */
export interface AgendaContext {
  readonly body: BodyFrontMatter;
  readonly items: ReadonlyMap<string, ItemVerdict>;
  /** The public reports of an item, in order; with a day, those that were published on it. */
  readonly papersOfItem: (code: string, day?: string) => readonly PaperReference[];
  /** Reads a `Paper:` line; undefined where it leads to nothing public, which is a problem by then. */
  readonly referenceOf: (value: string, place: Place) => PaperReference | undefined;
}

/** Makes the public agenda: open items whole, restricted ones as number, title and grounds. */
export function publishAgenda(
  paper: CuttablePaper,
  frontMatter: AgendaFrontMatter,
  structure: AgendaStructure,
  context: AgendaContext,
): PublicAgenda {
  const { published } = frontMatter;
  const status =
    frontMatter.status === undefined
      ? undefined
      : {
          word: frontMatter.status,
          ...withoutAbsent({
            because: makePublicIfAny(frontMatter.because),
            replacedBy: makePublicIfAny(frontMatter.replaced_by),
          }),
        };
  return {
    file: paper.file,
    title: makePublic(frontMatter.title),
    ...withoutAbsent({
      language: frontMatter.language,
      published: published === 'not-recorded' ? undefined : published,
      time: makePublicIfAny(frontMatter.time),
      closes: makePublicIfAny(frontMatter.closes),
      venue: makePublicIfAny(frontMatter.venue),
      watch: makePublicIfAny(frontMatter.watch),
      attend: makePublicIfAny(frontMatter.attend),
      contact: frontMatter.contact === undefined ? undefined : makeContactPublic(frontMatter.contact),
      status,
    }),
    introduction: cutMarkdown(paper, structure.introduction),
    parts: structure.parts.map((part) => publishPart(paper, part, context)),
  };
}

/** Makes a part public; a restricted one keeps its heading and its items' numbers. */
export function publishPart(paper: CuttablePaper, part: AgendaPart, context: AgendaContext): PublicPart {
  const restricted = isRestrictedPart(context.body, part);
  const notice = restricted ? (context.body.restricted_notice ?? restrictedNotice) : undefined;
  return {
    ...withoutAbsent({
      letter: part.letter,
      title: makePublicIfAny(part.title),
      notice: makePublicIfAny(notice),
    }),
    restricted,
    // Only headings and item lines may stand in a restricted part; the check that refuses text there stands beside this.
    text: cutMarkdown(paper, restricted ? { start: part.line, end: part.line } : part.text),
    items: part.items.map((item) => publishItem(paper, item, context)),
  };
}

function publishItem(paper: CuttablePaper, item: AgendaItem, context: AgendaContext): PublicItem {
  if (isWithheldItem(item, context.items)) return withheldItem(item, context.body);
  const value = (word: ItemWord): PublicText | undefined =>
    makePublicIfAny(item.lines.find((line) => line.word === word)?.value);
  const named = item.lines.flatMap(({ word, value: target, line }) =>
    word === 'Paper'
      ? (context.referenceOf(target, { file: paper.file, line: paper.markdownLine + line, column: 1 }) ?? [])
      : [],
  );
  const papers = [
    ...named,
    ...context
      .papersOfItem(item.code)
      .filter((reference) => !named.some((other) => isSamePaper(other, reference))),
  ];
  return {
    access: 'open',
    code: item.code,
    title: makePublic(item.title),
    text: cutMarkdown(paper, item.text),
    papers,
    ...withoutAbsent({
      lead: value('Lead'),
      topic: value('Topic'),
      time: value('Time'),
      then: value('Then'),
      urgent: value('Urgent'),
      opened: value('Opened'),
      grounds: groundsOf(item),
    }),
  };
}

/** Whether the public sees of an item no more than its number, title and grounds: in doubt, and unless it was opened. */
export function isWithheldItem(item: AgendaItem, items: ReadonlyMap<string, ItemVerdict>): boolean {
  const verdict = items.get(item.code)!;
  return verdict.restricted && verdict.openedOn === undefined;
}

/** Whether two references are to one paper or file, or say the same, whatever brought them. */
export function isSamePaper(first: PaperReference, second: PaperReference): boolean {
  const keyOf = (paper: PaperReference): string => JSON.stringify({ ...paper, addedBy: undefined });
  return keyOf(first) === keyOf(second);
}

/** All that the public sees of a restricted item. */
function withheldItem(item: AgendaItem, body: BodyFrontMatter): WithheldItem {
  return {
    access: 'withheld',
    code: item.code,
    title: titleOf(item, body),
    ...withoutAbsent({ grounds: groundsOf(item) }),
  };
}

/** A restricted item's title as the public agenda prints it, unless a line of the item or the body's setting replaces it. */
function titleOf(item: AgendaItem, body: BodyFrontMatter): PublicText {
  return makePublic(isTitleHidden(item, body) ? restrictedItemTitle : item.title);
}

/** Whether the title of a restricted item is withheld too. */
export function isTitleHidden(item: AgendaItem, body: BodyFrontMatter): boolean {
  return body.restricted_titles === 'hidden' || item.lines.some((line) => line.word === 'Title withheld');
}

/** `Appendix 2, Costs; paragraph 3`: what, and the paragraphs of Schedule 12A. */
function groundsOf(item: AgendaItem): Grounds | undefined {
  const line = item.lines.find((candidate) => candidate.word === 'Not for publication')?.value;
  const reason = item.lines.find((candidate) => candidate.word === 'Reason')?.value;
  if (line === undefined && reason === undefined) return undefined;
  const match = /^(.*?)(?:^|[;,]\s*)paragraphs?\s+([\d, and]+)$/i.exec(line ?? '');
  const what = match === null ? line : match[1]!.trim();
  return withoutAbsent({
    what: makePublicIfAny(what === '' ? undefined : what),
    paragraphs: makePublicIfAny(match?.[2]?.trim()),
    reason: makePublicIfAny(reason),
  });
}
