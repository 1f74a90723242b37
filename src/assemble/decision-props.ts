import { textOf } from '../markdown/text-of.ts';
import type { Decision } from '../model/publication.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { AnchoredDecision } from './anchor-minutes.ts';
import { formatDate } from './format-date.ts';
import type { PageText, TextPlace } from './page-text.ts';
import { capitalise } from './phrase.ts';

/** A resolution, a recommendation or an action as a block. */
export type DecisionProps = {
  /** What kind it is, in a word that the reader knows. */
  readonly label: string;
  /** The item that it was taken on, for a reader who hears a list of links. */
  readonly about: string;
  /** `2`, where another of its kind was taken on the item before. */
  readonly again?: string;
  /** Its id, where the page has the minutes as its own. */
  readonly anchor?: string;
  /** Where it stands in the minutes. */
  readonly href: string;
  readonly openingHtml: string;
  readonly parts: readonly DecisionPartProps[];
  /** `Noted`, `Agreed`; what is of no particular kind has none. */
  readonly outcomes: readonly string[];
  readonly by?: string;
};

/** A lettered part of a decision. */
export type DecisionPartProps = {
  /** As the minutes print it. */
  readonly mark: string;
  readonly anchor?: string;
  readonly href: string;
  readonly textHtml: string;
};

/** How decisions are set into a page. */
export interface DecisionPlace {
  readonly pageText: PageText;
  /** Of the minutes that the decision stands in. */
  readonly text: TextPlace;
  /** Before its anchor in a link: `/…/minutes/#`, or `#` and the prefix on a page that has the minutes. */
  readonly anchorBase: string;
  /** Before its anchor as an id; absent for a page that only quotes it. */
  readonly ownIdPrefix?: string;
  /** The item's code and title. */
  readonly about: string;
  /** What a resolution is called: `Decision` where the reader may not know the word. */
  readonly resolutionLabel: string;
}

/** A decision in its own words. */
export function decisionProps(
  { decision, anchor, parts }: AnchoredDecision,
  place: DecisionPlace,
): DecisionProps {
  const { pageText, ownIdPrefix } = place;
  const text = { ...place.text, idPrefix: `${place.text.idPrefix}${anchor}-` };
  const own = (id: string): { anchor?: string } =>
    ownIdPrefix === undefined ? {} : { anchor: ownIdPrefix + id };
  return {
    label: decision.kind === 'resolution' ? place.resolutionLabel : capitalise(decision.kind),
    about: place.about,
    ...(decision.order === 1 ? {} : { again: String(decision.order) }),
    ...own(anchor),
    href: place.anchorBase + anchor,
    openingHtml: pageText.html(parts.length === 0 ? decision.text : decision.opening, text) ?? '',
    parts: parts.map((each) => ({
      mark: each.part.printedMark,
      ...own(each.anchor),
      href: place.anchorBase + each.anchor,
      textHtml: pageText.html(each.part.text, text) ?? '',
    })),
    outcomes: outcomeWords(decision.outcomes),
    ...(decision.by === undefined ? {} : { by: formatDate(decision.by) }),
  };
}

/** Outcomes as words on a page; `other` says nothing and is left out. */
function outcomeWords(outcomes: readonly Outcome[]): string[] {
  return outcomes.filter((outcome) => outcome !== 'other').map(capitalise);
}

/** The words of a decision without markup, its parts with their marks. */
export function decisionText(decision: Decision): string {
  if (decision.parts.length === 0) return textOf(decision.text);
  return [
    textOf(decision.opening),
    ...decision.parts.map((part) => `${part.printedMark} ${textOf(part.text)}`),
  ].join(' ');
}
