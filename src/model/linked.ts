import type { Place } from './problem.ts';

/** An attachment that a public paper links, before it was looked into. */
export interface LinkedAttachment {
  readonly body: string;
  readonly meeting: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The public paper and the line that links it. */
  readonly place: Place;
}
