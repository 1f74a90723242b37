import matter from 'gray-matter';
import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { FieldPath, FieldValue, SourceText } from '../model/source.ts';

/** A file split into front matter and Markdown, or what is wrong with its front matter. */
export type SplitText = { readonly source: SourceText } | { readonly problems: readonly Problem[] };

const refuseEngine = {
  parse: (): never => {
    throw new Error('Only YAML front matter is read.');
  },
};

/**
 * Splits a paper with gray-matter, the parser of record. gray-matter alone would run `---js` as a program, guess types,
 * take a damaged head for a text without one, and on a second call answer from a cache with no fields at all. So
 * the head is checked before, every engine but YAML throws, and passing an options object turns the cache off.
 * YAML is read once, by the failsafe schema: every scalar is text, and its places are known.
 */
export function splitFrontMatter(file: string, text: string): SplitText {
  const refuse = (line: number, code: string, what: string, instead: string): SplitText => ({
    problems: [problemAt({ file, line, column: 1 }, code, what, instead)],
  });
  const lines = text.split('\n');
  if (lines[0] !== '---') {
    return refuse(
      1,
      'front-matter-missing',
      'The file does not begin with the front matter, so whether it may be published cannot be known.',
      'Write a line of three dashes (---) as the very first line, then `title:` and `restricted:`, then three dashes again.',
    );
  }
  const closing = lines.indexOf('---', 1);
  if (closing === -1) {
    return refuse(1, 'front-matter-open', 'The front matter is not closed.', 'Write a line of three dashes (---) after its last field.');
  }
  const odd = lines.slice(1, closing).findIndex((line) => /^\s*(`{3}|~{3}|-{2,}\s*$|-{4,}|\.\.\.\s*$|\+{3}|;{3}|<{7}|={7}|>{7})/.test(line));
  if (odd !== -1) {
    return refuse(odd + 2, 'front-matter-odd-line', 'This line cannot stand in front matter.', 'Take it out; between the two lines of dashes only `field: value` lines may stand.');
  }
  const yaml = lines.slice(1, closing).join('\n');
  const counter = new LineCounter();
  let document: Document.Parsed | undefined;
  let input = '';
  const parse = (given: string): object => {
    input = given;
    document = parseDocument(given, { schema: 'failsafe', lineCounter: counter, uniqueKeys: true, logLevel: 'silent', strict: true });
    return document.errors.length === 0 ? ((document.toJS() as object | null) ?? {}) : {};
  };
  // `engines.javascript` is what gray-matter runs for `---js`; overriding `js` alone would not stop it.
  const engines = { yaml: { parse, stringify: refuseEngine.parse }, javascript: refuseEngine, json: refuseEngine };
  const parsed = matter(text, { language: 'yaml', engines, delimiters: '---' });
  if (document === undefined || parsed.language !== 'yaml') {
    return refuse(1, 'front-matter-empty', 'The front matter is empty.', 'Write `title:` and `restricted:` between the two lines of dashes.');
  }
  // gray-matter hands over the rest of the opening line too, which is empty: then the YAML's lines are the file's.
  const linesBefore = input.startsWith('\n') ? 0 : 1;
  const at = (offset: number): { line: number; column: number } => {
    const place = counter.linePos(offset);
    return { line: place.line + linesBefore, column: place.col };
  };
  const problems = yamlProblems(file, document, at);
  if (problems.length > 0) return { problems };
  const source: SourceText = {
    fields: parsed.data as { readonly [key: string]: FieldValue },
    frontMatter: yaml,
    locate: locateIn(document, at),
    markdown: lines.slice(closing + 1).join('\n'),
    markdownLine: closing + 2,
  };
  return { source };
}

function yamlProblems(file: string, document: Document.Parsed, at: (offset: number) => { line: number; column: number }): Problem[] {
  const problems: Problem[] = [];
  const add = (offset: number, code: string, what: string, instead: string): void => {
    problems.push(problemAt({ file, ...at(offset) }, code, what, instead));
  };
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') {
      add(error.pos[0], 'field-twice', 'This field stands twice, and which of the two holds cannot be known.', 'Keep one of them.');
    } else {
      add(
        error.pos[0],
        'front-matter-unreadable',
        'The front matter cannot be read from here on.',
        'Write one `field: value` a line; put a value that holds a colon followed by a space, or begins with a special character, in double quotes.',
      );
    }
  }
  for (const warning of document.warnings) {
    add(warning.pos[0], 'front-matter-tag', 'A YAML tag (`!`) stands here, and front matter is plain text.', 'Write the value alone, in double quotes if it begins with an exclamation mark.');
  }
  if (document.errors.length === 0 && document.contents !== null && !isMap(document.contents)) {
    add(0, 'front-matter-no-fields', 'The front matter is not made of fields.', 'Write `field: value` lines, with a space after the colon.');
  }
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isScalar(node) && typeof node.comment === 'string') {
        add(
          offset,
          'field-cut',
          'What follows a space and a number sign (#) is a comment, so this value is cut short.',
          'Put the whole value in double quotes; a comment stands on a line of its own.',
        );
      }
      if (isAlias(node) || ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)) {
        add(offset, 'front-matter-alias', 'A YAML reference (`&` or `*`) stands here, and front matter is plain text.', 'Write the value itself, in double quotes if it begins with & or *.');
      } else if (node.tag !== undefined && node.tag.startsWith('!') && node.tag !== '!') {
        add(offset, 'front-matter-tag', 'A YAML tag (`!`) stands here, and front matter is plain text.', 'Write the value alone, in double quotes if it begins with an exclamation mark.');
      }
    },
    Pair: (_key, pair) => {
      if (!isScalar(pair.key)) add((pair.key as Node | null)?.range?.[0] ?? 0, 'front-matter-unreadable', 'This field has no name.', 'Write `field: value`.');
    },
  });
  return problems;
}

/** Finds the place of a field: its own, or that of the nearest parent that exists. */
function locateIn(document: Document.Parsed, at: (offset: number) => { line: number; column: number }): SourceText['locate'] {
  return (path: FieldPath, part) => {
    let node: unknown = document.contents;
    let place = { line: 1, column: 1 };
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((candidate) => isPair(candidate) && isScalar(candidate.key) && String(candidate.key.value) === String(step));
        if (pair === undefined) return place;
        if (isScalar(pair.key) && pair.key.range) place = at(pair.key.range[0]);
        if (part === 'key' && index === path.length - 1) return place;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
      } else {
        return place;
      }
      const range = (node as Node | null)?.range;
      if (range) place = at(range[0]);
    }
    return place;
  };
}
