import { groupBy } from '../model/group-by.ts';
import type { RegisterPart } from './register-parts.ts';

/** The parts of the register by what they are, since each of its pages links to many of them. */
export interface RegisterIndex {
  readonly ofKind: (kind: RegisterPart['kind']) => readonly RegisterPart[];
  /** The years that go with a part: those of a body within its register, of an outcome that has pages for them, else all. */
  readonly yearsOf: (part: RegisterPart) => readonly RegisterPart[];
  /** Each body that resolved something in a year, with its register of that year. */
  readonly bodiesIn: (
    year: string,
  ) => readonly { readonly body: RegisterPart; readonly part: RegisterPart }[];
}

/** Sorts the parts once for all pages. */
export function indexParts(parts: readonly RegisterPart[]): RegisterIndex {
  const byKind = groupBy(parts, ({ kind }) => kind);
  const ofKind: RegisterIndex['ofKind'] = (kind) => byKind.get(kind) ?? [];
  const ofBody = groupBy(ofKind('body-year'), ({ within }) => within);
  const ofOutcome = groupBy(ofKind('outcome-year'), ({ within }) => within);
  const bodies = new Map(ofKind('body').map((body) => [body.within, body]));
  const inYear = groupBy(ofKind('body-year'), ({ value }) => value);
  return {
    ofKind,
    yearsOf({ kind, within }) {
      if (kind === 'body' || kind === 'body-year') return ofBody.get(within) ?? [];
      return ofOutcome.get(within) ?? ofKind('year');
    },
    bodiesIn: (year) => (inYear.get(year) ?? []).map((part) => ({ body: bodies.get(part.within)!, part })),
  };
}
