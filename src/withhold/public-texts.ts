/**
 * Every text in a public value, for the audit to subtract: a text of an agenda may come back in the minutes of its
 * restricted item. The texts of one object are given joined too, since pages print them side by side ("D1" and its title).
 */
export function publicTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const own = values.filter((entry) => typeof entry === 'string');
  const joined = own.length < 2 ? [] : [own.join(' ')];
  return [...joined, ...values.flatMap(publicTexts)];
}
