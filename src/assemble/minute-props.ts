import type { PublicBodyHead, PublicMeeting, PublicMinute } from '../model/publication.ts';
import type { AnchoredBlock, AnchoredMinute } from './anchor-minutes.ts';
import type { Assembly } from './assembly.ts';
import type { DecisionProps } from './decision-props.ts';
import { decisionProps } from './decision-props.ts';
import type { NoticeProps } from './notice-props.ts';
import { noticeProps } from './notice-props.ts';
import type { PageText, TextPlace } from './page-text.ts';
import type { PaperLink } from './paper-link.ts';
import { hrefOfAgendaItem, papersOfMinute } from './papers-of-minute.ts';

/** A run of text, or a decision; a template tests which of the two is there. */
export type MinuteBlockProps = { readonly textHtml?: string; readonly decision?: DecisionProps };

/** The record of one item. */
export type MinuteProps = {
  readonly anchor: string;
  readonly code?: string;
  /** To the item on the agenda, where one has it. */
  readonly itemHref?: string;
  /** What was before the meeting. */
  readonly papers: readonly PaperLink[];
  readonly number?: { readonly text: string; readonly anchor?: string };
  readonly title: string;
  /** Present when the minute is withheld. */
  readonly restricted?: NoticeProps;
  readonly blocks: readonly MinuteBlockProps[];
};

/** Where minutes are shown: on their own page, or in the pack of a later meeting. */
export interface MinutePlace {
  readonly pageText: PageText;
  /** Of the minutes; `idPrefix` is empty on their own page. */
  readonly text: TextPlace;
}

/** A minute with its text and decisions in order, each with its anchor. */
export function minuteProps(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  anchored: AnchoredMinute,
  { pageText, text }: MinutePlace,
): MinuteProps {
  const { minute, anchor, numberAnchor } = anchored;
  const { idPrefix } = text;
  const block = (each: AnchoredBlock): MinuteBlockProps[] => {
    if (each.kind === 'decision') {
      const own = { anchorBase: `#${idPrefix}`, ownIdPrefix: idPrefix };
      return [
        {
          decision: decisionProps(each, {
            pageText,
            text,
            ...own,
            about: nameOfMinute(minute),
            resolutionLabel: 'Resolution',
          }),
        },
      ];
    }
    const textHtml = pageText.html(each.text, { ...text, idPrefix: `${idPrefix}${anchor}-` });
    return textHtml === undefined ? [] : [{ textHtml }];
  };
  const itemHref = hrefOfAgendaItem(assembly, meeting, minute);
  const number = minute.access === 'open' ? minute.number : undefined;
  const ownAnchor = numberAnchor === undefined ? {} : { anchor: idPrefix + numberAnchor };
  return {
    anchor: idPrefix + anchor,
    ...(minute.code === undefined ? {} : { code: minute.code }),
    ...(itemHref === undefined ? {} : { itemHref }),
    papers: papersOfMinute(assembly, body, meeting, minute),
    ...(number === undefined ? {} : { number: { text: number, ...ownAnchor } }),
    title: minute.title,
    ...(minute.access === 'withheld' ? { restricted: noticeProps(body, minute.grounds) } : {}),
    blocks: anchored.blocks.flatMap(block),
  };
}

/** `B3 Multiagency Risk Assessment`: a minute's item where it can only be named. */
export function nameOfMinute(minute: PublicMinute): string {
  return minute.code === undefined ? minute.title : `${minute.code} ${minute.title}`;
}
