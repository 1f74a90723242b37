/** What numbers of a line count. */
export type Unit = 'seconds' | 'milliseconds' | 'bytes' | 'requests' | 'files' | 'times';

/** A number of several rounds: their median, and how far they lie apart. */
export interface Quantity {
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
}

/** What a line is to reach: of the ratio to the peer, or of our own number. `below` must not be touched. */
export interface Goal {
  readonly of: 'ratio' | 'ours';
  readonly limit: number;
  readonly isBelow?: boolean;
}

/** One line of the table. */
export interface Comparison {
  readonly papers: number;
  readonly what: string;
  readonly unit: Unit;
  readonly ours?: Quantity;
  readonly peer?: Quantity;
  /** Absent where there is no goal, where it is for another size, or where nothing was measured. */
  readonly goal?: Goal;
}

/** How a goal stands. */
export type Verdict = 'reached' | 'not reached' | 'not measured' | 'no goal';

/** Ours against the peer's; undefined when one is missing. */
export function ratioOf({ ours, peer }: Comparison): number | undefined {
  return ours === undefined || peer === undefined || peer.value === 0 ? undefined : ours.value / peer.value;
}

/** Whether the goal of a line is reached. */
export function judge(comparison: Comparison): Verdict {
  const { goal, ours } = comparison;
  if (goal === undefined) return 'no goal';
  const value = goal.of === 'ratio' ? ratioOf(comparison) : ours?.value;
  if (value === undefined) return 'not measured';
  return (goal.isBelow === true ? value < goal.limit : value <= goal.limit) ? 'reached' : 'not reached';
}
