import { problemAt, type Place, type Problem } from './problem.ts';

/** A report that names no item of an agenda which is held. `place` is that of its field `item`. */
export function reportItemProblem(place: Place, item: string | undefined): Problem {
  return item === undefined
    ? problemAt(
        place,
        'item-missing',
        'This meeting has an agenda, and the report names none of its items.',
        'Write `item:` with the number that the agenda gives it, such as `item: B2`.',
      )
    : problemAt(
        place,
        'item-not-on-agenda',
        'The agenda of this meeting has no such item.',
        'Correct the item, or add it to the agenda or to a supplement.',
      );
}
