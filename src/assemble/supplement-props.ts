import type { PublicBodyHead, OpenItem, PublicMeeting, PublicSupplement } from '../model/publication.ts';
import { nameOfSupplement } from './added-by.ts';
import type { AgendaPlace, Fact } from './agenda-props.ts';
import { factsOf } from './agenda-props.ts';
import type { AnchoredPart } from './anchor-parts.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { GroundsProps } from './notice-props.ts';
import { groundsProps } from './notice-props.ts';
import type { PaperLink } from './paper-link.ts';
import { isSameCode, linksOfItem, remarksOfItem } from './papers-of-item.ts';

/** A supplementary agenda, which has no page of its own: it stands on its meeting's page, and in the pack. */
export type SupplementProps = {
  readonly anchor: string;
  readonly title: string;
  /** `Published 15 November 2021`, and why it was late. */
  readonly remarks: readonly string[];
  /** What stands before its items, and under the headings of its parts. */
  readonly textsHtml: readonly string[];
  readonly items: readonly SupplementItemProps[];
};

/** An item that a supplement brings, or brings something to. */
export type SupplementItemProps = {
  readonly name: string;
  /** To the item on the agenda; absent where none is held. */
  readonly href?: string;
  /** `New item`, where the agenda did not have it. */
  readonly remark?: string;
  /** What it says of an item that was there; a new one says it on the agenda. */
  readonly textHtml?: string;
  readonly facts: readonly Fact[];
  readonly grounds?: GroundsProps;
  readonly papers: readonly PaperLink[];
  readonly remarks: readonly string[];
};

/** A supplement with when and why it came, and what it brings. */
export function supplementProps(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  supplement: PublicSupplement,
  place: AgendaPlace & { readonly parts: readonly AnchoredPart[] },
): SupplementProps {
  const anchor = place.text.idPrefix + supplement.name;
  const text = { ...place.text, idPrefix: `${anchor}-` };
  const { published } = supplement;
  const name = nameOfSupplement(supplement.name);
  const listed = place.parts.flatMap(({ items }) => items);
  const item = (own: OpenItem): SupplementItemProps => {
    const onAgenda = listed.find((each) => isSameCode(each.item.code, own.code));
    const known = onAgenda?.item.access === 'open' ? onAgenda.item : undefined;
    const isNew = known?.addedBy?.supplement === supplement.name;
    const line = {
      name: `${own.code} ${own.title}`,
      ...(onAgenda === undefined ? {} : { href: `#${place.text.idPrefix}${onAgenda.anchor}` }),
      ...(isNew ? { remark: 'New item' } : {}),
    };
    const papers = linksOfItem(assembly, body, meeting, own);
    if (isNew) return { ...line, facts: [], remarks: [], papers };
    const textHtml = place.pageText.html(own.text, text);
    return {
      ...line,
      ...(textHtml === undefined ? {} : { textHtml }),
      facts: factsOf(own),
      ...(own.grounds === undefined ? {} : { grounds: groundsProps(own.grounds) }),
      papers,
      remarks: remarksOfItem(assembly, meeting, own),
    };
  };
  return {
    anchor,
    title: supplement.title.toLowerCase().startsWith(name.toLowerCase())
      ? supplement.title
      : `${name}: ${supplement.title}`,
    remarks: [
      ...(supplement.kind === 'tabled' ? ['Tabled at the meeting'] : []),
      ...(published === undefined
        ? []
        : [
            published === 'not-recorded'
              ? 'Date of publication not recorded'
              : `Published ${formatDate(published)}`,
          ]),
      ...(supplement.late === undefined ? [] : [supplement.late]),
    ],
    textsHtml: supplement.texts.flatMap((each) => place.pageText.html(each, text) ?? []),
    items: supplement.items.map(item),
  };
}
