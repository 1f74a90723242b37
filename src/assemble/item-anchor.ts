import { slug } from '../markdown/slug.ts';

/** An item's anchor: `b2` for B2, `item-7` and `item-10-1` for a number, which alone would say nothing. */
export function itemAnchor(code: string): string {
  const words = slug(code);
  return /^\d/.test(words) ? `item-${words}` : words;
}

/** Says of each wanted id what it becomes when every id may be used once: the first has it plain, the next with a number. */
export function createIdTaker(): (wanted: string) => string {
  const used = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let copy = 2; used.has(id); copy += 1) id = `${wanted}-${copy}`;
    used.add(id);
    return id;
  };
}

/** Whether two titles are the same but for case, spacing and punctuation. */
export function isSameTitle(first: string, second: string): boolean {
  return slug(first) === slug(second);
}
