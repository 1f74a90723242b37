import { bareWords } from './bare-words.ts';
import type { ItemVerdict } from './decide-items.ts';

/**
 * The item of another code that has this title, when the item of the code itself has it not: then the number was
 * mistyped, perhaps across the border of the restricted part. A title of one word, such as "Update", tells nothing.
 */
export function findOtherItemOfTitle(
  title: string,
  code: string,
  items: ReadonlyMap<string, ItemVerdict>,
): ItemVerdict | undefined {
  const words = bareWords(title);
  const own = items.get(code);
  if (!words.includes(' ') || (own !== undefined && bareWords(own.title) === words)) return undefined;
  return [...items.values()].find((item) => bareWords(item.title) === words);
}
