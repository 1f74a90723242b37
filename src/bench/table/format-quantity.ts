import type { Goal, Quantity, Unit } from './comparison.ts';

/** A number with its unit, as short as it can be read: `12.3 s`, `1.46 GB`, `18`. */
export function formatNumber(value: number, unit: Unit): string {
  switch (unit) {
    case 'seconds':
      return `${value.toFixed(value < 10 ? 2 : 1)} s`;
    case 'milliseconds':
      return `${Math.round(value)} ms`;
    case 'bytes':
      if (value >= 1e9) return `${(value / 1e9).toFixed(2)} GB`;
      return value >= 1e6 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e3).toFixed(0)} kB`;
    case 'requests':
    case 'files':
      return String(value);
    case 'times':
      return value.toFixed(2);
  }
}

/** A number, and behind it in brackets from where to where the rounds went, if they differ as it is printed. */
export function formatQuantity(quantity: Quantity | undefined, unit: Unit): string {
  if (quantity === undefined) return '';
  const [value, lowest, highest] = [quantity.value, quantity.lowest, quantity.highest].map((each) =>
    formatNumber(each, unit),
  );
  return lowest === highest ? value! : `${value} (${lowest} to ${highest})`;
}

/** What is to be reached, in a few words. */
export function formatGoal(goal: Goal | undefined, unit: Unit): string {
  if (goal === undefined) return '';
  const limit = goal.of === 'ratio' ? `${goal.limit} of the peer` : formatNumber(goal.limit, unit);
  return `${goal.isBelow === true ? 'under' : 'at most'} ${limit}`;
}
