import { joinPrints } from '../audit/print-rows.ts';
import type { PublicHits } from '../audit/public-hits.ts';
import { isAmong } from './known-prints.ts';
import { findInMeeting } from './linked-hits.ts';
import type { MeetingRecord } from './split-meeting-files.ts';
import { WithheldSearch } from './withheld-search.ts';

/** A meeting as it is now, and as it was when the standing output was made. Absent where it was not there. */
export interface ChangedMeeting {
  readonly before?: MeetingRecord;
  readonly now?: MeetingRecord;
}

/** Says of bytes of the standing output whether they hold what has been withheld since it was made. */
export type HoldsNewlyWithheld = (bytes: Uint8Array, ofMeeting?: MeetingRecord) => Promise<boolean>;

/**
 * Makes the search for what was withheld since the standing output was made: it may stand anywhere in it, on the home page, in
 * the register, in the search index. Undefined where nothing was.
 */
export function searchNewlyWithheld(
  changed: readonly ChangedMeeting[],
  siteTexts: readonly string[],
  key: Uint8Array,
): HoldsNewlyWithheld | undefined {
  const now = changed.flatMap((each) => each.now ?? []);
  const prints = joinPrints(
    key,
    now.map(({ withheld }) => withheld.prints),
  );
  const before = changed.flatMap((each) => each.before?.withheld.prints ?? []);
  const wasWithheld = isAmong(prints, () => before);
  const isNew = (table: 'table' | 'stems', count: number): boolean =>
    Array.from({ length: count }, (_, entry) => entry).some((entry) => !wasWithheld(table, entry));
  const attachmentsBefore = new Set(before.flatMap(({ attachments }) => attachments.map(([hash]) => hash)));
  const areAttachmentsNew = [...prints.attachments.keys()].some((hash) => !attachmentsBefore.has(hash));
  if (!isNew('table', prints.table.size) && !areAttachmentsNew) return undefined;
  const search = new WithheldSearch(prints, siteTexts, (table, entry) => !wasWithheld(table, entry));
  const hitsOf = ({ meeting }: MeetingRecord): readonly PublicHits[] =>
    meeting === undefined ? [] : findInMeeting(prints, meeting);
  return async (bytes, ofMeeting) => {
    const found = await search.find(bytes);
    const all = [...now, ...(ofMeeting === undefined ? [] : [ofMeeting])];
    return !search.isPublic(found, []) && search.isHeld(found, all.flatMap(hitsOf));
  };
}
