import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import { problemAt, type Place, type Problem } from '../model/problem.ts';

/** A file of settings as values, and where each stands. */
export interface Settings {
  readonly values: unknown;
  /** Where a setting's name stands, or that of what holds it where the setting itself is missing. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Reads YAML in which every value is text, so that a telephone number keeps its first nought. */
export function readSettings(
  file: string,
  yaml: string,
): Settings | { readonly problems: readonly Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, logLevel: 'silent' });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const offsets = [...document.errors.map((error) => error.pos[0]), ...aliasesOf(document)];
  if (offsets.length === 0) {
    return { values: document.toJS() ?? {}, placeOf: (path) => at(offsetOf(document, path)) };
  }
  return {
    problems: offsets.map((offset) =>
      problemAt(
        at(offset),
        'settings-unreadable',
        'The settings cannot be read from here on.',
        'Write one `setting: value` a line, in double quotes if it holds a colon followed by a space.',
      ),
    ),
  };
}

/** Where a value begins with `*`: read as a reference to nothing, it would throw. */
function aliasesOf(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
