/** Words from one to another, by their beginnings. */
export interface ChunkBounds {
  from: string;
  to: string;
}

/**
 * The bounds of chunks as Pagefind tells them: no longer than is needed to tell a chunk from its neighbours, since all
 * of them are loaded for every query.
 */
export function shortenBounds(
  chunks: readonly { readonly first: string; readonly last: string }[],
): ChunkBounds[] {
  return chunks.map(({ first, last }, index) => {
    const before = chunks[index - 1];
    const after = chunks[index + 1];
    return {
      from: before === undefined ? first : shorten(first, before.last),
      to: after === undefined ? last : shorten(last, after.first),
    };
  });
}

/** The letters that a word shares with its neighbour, and one more. */
function shorten(word: string, neighbour: string): string {
  const letters = [...word];
  const others = [...neighbour];
  const differing = letters.findIndex((letter, index) => letter !== others[index]);
  return differing === -1 ? word : letters.slice(0, differing + 1).join('');
}
