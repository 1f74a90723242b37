import type { OpenItem, PublicBodyHead, PublicMeeting, PublicPart } from '../model/publication.ts';
import type { AnchoredItem, AnchoredPart } from './anchor-parts.ts';
import { addedWords } from './added-by.ts';
import type { Assembly } from './assembly.ts';
import { formatTime } from './format-time.ts';
import type { GroundsProps, NoticeProps } from './notice-props.ts';
import { groundsProps, noticeProps } from './notice-props.ts';
import type { PageText, TextPlace } from './page-text.ts';
import type { PaperLink } from './paper-link.ts';
import { linksOfItem, remarksOfItem } from './papers-of-item.ts';
import { capitalise } from './phrase.ts';

/** A word and what it says: `Led by`, `Mark Powell`. */
export type Fact = { readonly name: string; readonly value: string };

/** An item of the agenda. A restricted one has its number, title and `restricted`, and nothing else. */
export type AgendaItemProps = {
  readonly anchor: string;
  readonly code: string;
  readonly title: string;
  readonly restricted?: NoticeProps;
  readonly textHtml?: string;
  readonly papers: readonly PaperLink[];
  readonly remarks: readonly string[];
  readonly facts: readonly Fact[];
  /** Which supplement it came with. */
  readonly added?: string;
  /** Something of an open item is not for publication. */
  readonly grounds?: GroundsProps;
  /** A break. */
  readonly then?: string;
};

/** A part of the agenda. An agenda without parts is one part without a heading. */
export type AgendaPartProps = {
  readonly anchor: string;
  readonly heading?: string;
  readonly notice?: string;
  readonly textHtml?: string;
  /** Of the headings of items: without a part's heading they are one higher, so that no level is left out. */
  readonly itemLevel: number;
  readonly items: readonly AgendaItemProps[];
};

/** Where an agenda is shown: on its meeting's page, or on the front sheet of the pack. */
export interface AgendaPlace {
  readonly pageText: PageText;
  readonly text: TextPlace;
}

/** A part with its notice and items, in the agenda's words. */
export function agendaPartProps(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  anchored: AnchoredPart,
  place: AgendaPlace,
): AgendaPartProps {
  const { part, anchor, items } = anchored;
  const textHtml = place.pageText.html(part.text, {
    ...place.text,
    idPrefix: `${place.text.idPrefix}${anchor}-`,
  });
  const heading = headingOf(part);
  const itemLevel = heading === '' ? 3 : 4;
  return {
    anchor: place.text.idPrefix + anchor,
    ...(heading === '' ? {} : { heading }),
    ...(part.notice === undefined ? {} : { notice: part.notice }),
    ...(textHtml === undefined ? {} : { textHtml }),
    itemLevel,
    items: items.map((item) =>
      itemProps(assembly, body, meeting, item, {
        ...place,
        text: { ...place.text, headingLevel: itemLevel + 1 },
      }),
    ),
  };
}

function headingOf(part: PublicPart): string {
  return [part.letter, part.title].filter((words) => words !== undefined).join('. ');
}

function itemProps(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  anchored: AnchoredItem,
  place: AgendaPlace,
): AgendaItemProps {
  const { item } = anchored;
  const anchor = place.text.idPrefix + anchored.anchor;
  const line = { anchor, code: item.code, title: item.title };
  if (item.access === 'withheld')
    return { ...line, restricted: noticeProps(body, item.grounds), papers: [], remarks: [], facts: [] };
  const textHtml = place.pageText.html(item.text, { ...place.text, idPrefix: `${anchor}-` });
  return {
    ...line,
    ...(textHtml === undefined ? {} : { textHtml }),
    papers: linksOfItem(assembly, body, meeting, item),
    remarks: remarksOfItem(assembly, meeting, item),
    facts: factsOf(item),
    ...(item.addedBy === undefined ? {} : { added: capitalise(addedWords(item.addedBy)) }),
    ...(item.grounds === undefined ? {} : { grounds: groundsProps(item.grounds) }),
    ...(item.then === undefined ? {} : { then: item.then }),
  };
}

/** What the lines under an item say of it, beside its papers. */
export function factsOf(item: OpenItem): Fact[] {
  const facts: [string, string | undefined][] = [
    ['Led by', item.lead],
    ['Time', item.time === undefined ? undefined : formatTime(item.time)],
    ['Topic', item.topic],
    ['Urgent', item.urgent],
    ['Opened to the public', item.opened],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
