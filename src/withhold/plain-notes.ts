import { open, seal } from '../model/sealed.ts';
import type { WithheldNote } from '../model/withheld.ts';

/** A note that can go to another thread: what was sealed in it stands open. */
export type PlainNote = Omit<WithheldNote, 'grounds'> & {
  readonly grounds?: { readonly exempt?: string; readonly confidential?: boolean; readonly reason?: string };
};

/** Notes as plain values, without anything else that is known of what they are about. */
export function toPlainNotes(notes: readonly WithheldNote[]): PlainNote[] {
  return notes.map(({ what, because, file, body, meeting, item, resolutions, grounds }) => ({
    ...{ what, because, file, body, resolutions },
    ...(meeting === undefined ? {} : { meeting }),
    ...(item === undefined ? {} : { item }),
    ...(grounds === undefined ? {} : { grounds: open(grounds) }),
  }));
}

/** Notes as they are shown to the ledger, with what is not for everybody sealed again. */
export function sealNotes(notes: readonly PlainNote[]): WithheldNote[] {
  return notes.map(({ grounds, ...note }) => ({
    ...note,
    ...(grounds === undefined ? {} : { grounds: seal(grounds) }),
  }));
}
