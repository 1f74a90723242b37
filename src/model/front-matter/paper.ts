import * as z from 'zod';
import { date, exemptParagraphs, flag, language, lines, recordedDate, text, title } from './fields.ts';

/** Fields that every paper may have. `title` and `restricted` are required: there is no default for secrecy. */
export const paperFields = {
  /** The title as printed. */
  title,
  /** Whether the paper is withheld. */
  restricted: flag,
  /** The file name says it; where it stands it must agree. */
  type: z
    .enum(
      ['agenda', 'report', 'appendix', 'minutes', 'supplement'],
      'Write `agenda`, `report`, `appendix`, `minutes` or `supplement`, or take the field out.',
    )
    .optional(),
  /** The folder says it; where it stands it must agree. */
  date: date.optional(),
  /** Who wrote it, `Name - role`, one a line. */
  author: lines.optional(),
  /** The purpose as its author states it ("For Information"). It says nothing about secrecy and decides nothing. */
  classification: text.optional(),
  /** The day on which it was or is to be made public; absent means now. */
  published: recordedDate.optional(),
  /** The matter that comes back, meeting after meeting. */
  topic: text.optional(),
  /** The language of the paper, where it is not the site's. */
  language: language.optional(),
  /** Paragraphs of Schedule 12A relied on; of a restricted paper only, never public. */
  exempt: exemptParagraphs.optional(),
  /** Confidential information in the sense of section 100A(3) of the Local Government Act 1972; never public. */
  confidential: flag.optional(),
  /** Why it is restricted; for the ledger, never public. */
  reason: text.optional(),
  /** The day on which a meeting decided to open a paper of a restricted part. */
  opened: date.optional(),
} as const;
