import matter from 'gray-matter';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceText } from '../model/source.ts';
import { findYamlProblems } from './find-yaml-problems.ts';
import { locateIn } from './locate-field.ts';

/** A file split into front matter and Markdown, or what is wrong with its front matter. */
export type SplitText = { readonly source: SourceText } | { readonly problems: readonly Problem[] };

const refuseEngine = {
  parse: (): never => {
    throw new Error('Only YAML front matter is read.');
  },
};

/**
 * Lines that may not stand between the two lines of dashes: code fences, other dashes (gray-matter would end the front
 * matter at `---note`), the marks of other formats and of an unfinished merge.
 */
const oddLine = /^---|^\s*(?:`{3}|~{3}|[-–—]{2,}\s*$|-{4,}|\.\.\.\s*$|\+{3}|;{3}|<{7}|={7}|>{7}|\|{7})/;

/** A line that was probably meant to be the closing one: `--- `, `--`, `----`, dashes that Word made. */
const nearlyClosing = /^\s*[-–—]{1,5}\s*$/;

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
    const nearly = lines.findIndex((line, index) => index > 0 && nearlyClosing.test(line));
    return refuse(
      nearly === -1 ? 1 : nearly + 1,
      'front-matter-open',
      'The front matter is not closed.',
      'Write a line of three dashes (---) after its last field, with no space before or after them.',
    );
  }
  const odd = lines.slice(1, closing).findIndex((line) => oddLine.test(line));
  if (odd !== -1) {
    return refuse(
      odd + 2,
      'front-matter-odd-line',
      'This line cannot stand in front matter.',
      'Take it out; between the two lines of dashes only `field: value` lines may stand.',
    );
  }
  const yaml = lines.slice(1, closing).join('\n');
  const counter = new LineCounter();
  let document: Document.Parsed | undefined;
  let problems: readonly Problem[] = [];
  const at = (offset: number): { line: number; column: number } => {
    const place = counter.linePos(offset);
    return { line: Math.max(1, place.line), column: Math.max(1, place.col) };
  };
  const parse = (input: string): object => {
    // gray-matter hands over the rest of the opening line too, which is empty: so the YAML's lines are the file's.
    document = parseDocument(input, {
      schema: 'failsafe',
      lineCounter: counter,
      uniqueKeys: true,
      logLevel: 'silent',
      strict: true,
    });
    problems = findYamlProblems(file, yaml, document, at);
    // What has a problem is never made a value: a reference to nothing would throw, and many of them fill the memory.
    const values: unknown = problems.length === 0 ? document.toJS() : {};
    return values as object;
  };
  // `engines.javascript` is what gray-matter runs for `---js`; overriding `js` alone would not stop it.
  const engines = {
    yaml: { parse, stringify: refuseEngine.parse },
    javascript: refuseEngine,
    json: refuseEngine,
  };
  const parsed = matter(text, { language: 'yaml', engines, delimiters: '---' });
  if (document === undefined) {
    return refuse(
      1,
      'front-matter-empty',
      'The front matter is empty.',
      'Write `title:` and `restricted:` between the two lines of dashes.',
    );
  }
  if (problems.length > 0) return { problems };
  const source: SourceText = {
    fields: parsed.data,
    frontMatter: yaml,
    locate: locateIn(document, at),
    markdown: lines.slice(closing + 1).join('\n'),
    markdownLine: closing + 2,
  };
  return { source };
}
