/**
 * Gives what is read of each item, in the order of the items, and has so many under way at once. Throws what the reading of an
 * item threw when its turn comes; whoever stops before the end leaves what was begun to itself.
 */
export async function* readAhead<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<Value>,
  atOnce: number,
): AsyncGenerator<readonly [Item, Value]> {
  const underWay: Promise<Value>[] = [];
  for (const [number, item] of items.entries()) {
    while (underWay.length < atOnce && number + underWay.length < items.length) {
      const reading = read(items[number + underWay.length]!);
      // Whoever waits for an earlier one must not leave this one's failure unheard.
      reading.catch(() => undefined);
      underWay.push(reading);
    }
    yield [item, await underWay.shift()!];
  }
}
