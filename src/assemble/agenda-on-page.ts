import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { AgendaPartProps, AgendaPlace } from './agenda-props.ts';
import { agendaPartProps } from './agenda-props.ts';
import { anchorParts, anchorsOfParts } from './anchor-parts.ts';
import type { Assembly } from './assembly.ts';
import { createPageText } from './page-text.ts';
import type { SupplementProps } from './supplement-props.ts';
import { supplementProps } from './supplement-props.ts';

/** An agenda as it stands on its meeting's page, and the page's texts for what else is put on it. */
export interface AgendaOnPage extends AgendaPlace {
  readonly introductionHtml?: string;
  readonly parts: readonly AgendaPartProps[];
  readonly supplements: readonly SupplementProps[];
}

/** The agenda with the ids of its meeting's page, where the search leads too. */
export function agendaOnOwnPage(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): AgendaOnPage {
  const { agenda, supplements } = meeting;
  const parts = anchorParts(agenda?.parts ?? []);
  const pageText = createPageText(assembly);
  pageText.reserve(anchorsOfParts(parts));
  pageText.reserve(supplements.map((supplement) => supplement.name));
  const text = { body: body.slug, meeting: meeting.slug, fragmentBase: '#', idPrefix: '', headingLevel: 4 };
  const introductionHtml =
    agenda === undefined ? undefined : pageText.html(agenda.introduction, { ...text, headingLevel: 3 });
  return {
    pageText,
    text,
    ...(introductionHtml === undefined ? {} : { introductionHtml }),
    parts: parts.map((part) => agendaPartProps(assembly, body, meeting, part, { pageText, text })),
    supplements: supplements.map((supplement) =>
      supplementProps(assembly, body, meeting, supplement, { pageText, text, parts }),
    ),
  };
}
