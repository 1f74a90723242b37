/**
 * The meta fields of an index by their numbers. Pagefind numbers those that it meets, so that one record more or less would give all
 * others other numbers: here they have the same in every index. `image` and `image_alt` it finds by itself.
 */
export const metaFields: readonly string[] = [
  ...['body', 'date', 'item', 'title', 'type', 'text', 'url', 'image', 'image_alt'],
  // Whatever else Pagefind may find: nothing asks for it.
  'other',
];

/** The numbers here of fields that have their own numbers; undefined where they are the same. */
export function renumberFields(fields: readonly string[]): readonly number[] | undefined {
  const numbers = fields.map((field) => {
    const known = metaFields.indexOf(field);
    return known === -1 ? metaFields.length - 1 : known;
  });
  return numbers.every((number, index) => number === index) ? undefined : numbers;
}
