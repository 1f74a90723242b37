import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Document, Node } from 'yaml';
import type { FieldPath, SourceText } from '../model/source.ts';

/** Finds the place of a field: its own, or that of the nearest parent that exists. */
export function locateIn(
  document: Document.Parsed,
  at: (offset: number) => { line: number; column: number },
): SourceText['locate'] {
  return (path: FieldPath, part) => {
    let node: unknown = document.contents;
    let place = { line: 1, column: 1 };
    for (const [index, step] of path.entries()) {
      let isEntry = false;
      if (isMap(node)) {
        const pair = node.items.find(
          (candidate) =>
            isPair(candidate) && isScalar(candidate.key) && String(candidate.key.value) === String(step),
        );
        if (pair === undefined) return place;
        if (isScalar(pair.key) && pair.key.range) place = at(pair.key.range[0]);
        if (part === 'key' && index === path.length - 1) return place;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        isEntry = true;
      } else {
        return place;
      }
      const range = (node as Node | null | undefined)?.range;
      // The empty value of a field has no place of its own: its key's is where the officer looks.
      if (range && (isEntry || range[1] > range[0])) place = at(range[0]);
    }
    return place;
  };
}
