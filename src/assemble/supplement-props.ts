import type { PublicSupplement } from '../model/publication.ts';
import type { AgendaPlace } from './agenda-props.ts';
import { formatDate } from './format-date.ts';

/** A supplementary agenda, which has no page of its own: it stands on its meeting's page, and in the pack. */
export type SupplementProps = {
  readonly anchor: string;
  readonly title: string;
  /** `Published 15 November 2021`, and why it was late. */
  readonly remarks: readonly string[];
  readonly textHtml?: string;
};

/** A supplement as typed, with when and why it came. */
export function supplementProps(supplement: PublicSupplement, place: AgendaPlace): SupplementProps {
  const anchor = place.text.idPrefix + supplement.name;
  const textHtml = place.pageText.html(supplement.text, { ...place.text, idPrefix: `${anchor}-` });
  const { published } = supplement;
  return {
    anchor,
    title: supplement.title,
    remarks: [
      ...(supplement.kind === 'tabled' ? ['Handed out at the meeting'] : []),
      ...(published === undefined
        ? []
        : [
            published === 'not-recorded'
              ? 'Date of publication not recorded'
              : `Published ${formatDate(published)}`,
          ]),
      ...(supplement.late === undefined ? [] : [supplement.late]),
    ],
    ...(textHtml === undefined ? {} : { textHtml }),
  };
}
