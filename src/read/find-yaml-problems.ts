import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { agendaSchema, supplementSchema } from '../model/front-matter/agenda.ts';
import { bodySchema } from '../model/front-matter/body.ts';
import { minutesSchema } from '../model/front-matter/minutes.ts';
import { reportSchema } from '../model/front-matter/report.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/** Names of fields may stand in a message: they are ours. Any other word before a colon is the paper's. */
const fieldNames = new Set(
  [bodySchema, agendaSchema, supplementSchema, minutesSchema, reportSchema].flatMap((schema) =>
    Object.keys(schema.shape),
  ),
);

const plainText = 'front matter is plain text.';

/**
 * What is wrong with front matter as YAML, and what YAML would take for something else than the officer typed: values
 * cut short by a number sign, tags, references, documents without fields.
 */
export function findYamlProblems(
  file: string,
  yaml: string,
  document: Document.Parsed,
  at: (offset: number) => { line: number; column: number },
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (offset: number, code: string, what: string, instead: string): void => {
    problems.push(problemAt({ file, ...at(offset) }, code, what, instead));
  };
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') {
      add(
        error.pos[0],
        'field-twice',
        'This field stands twice, and which of the two holds cannot be known.',
        'Keep one of them.',
      );
    } else {
      add(
        error.pos[0],
        'front-matter-unreadable',
        'The front matter cannot be read from here on.',
        howToWrite(yaml, at(error.pos[0]).line),
      );
    }
  }
  if (document.errors.length === 0 && document.contents !== null && !isMap(document.contents)) {
    add(
      0,
      'front-matter-no-fields',
      'The front matter is not made of fields.',
      'Write `field: value` lines, with a space after the colon.',
    );
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
        add(
          offset,
          'front-matter-alias',
          `A YAML reference (\`&\` or \`*\`) stands here, and ${plainText}`,
          'Write the value itself, in double quotes if it begins with & or *.',
        );
      } else if (node.tag !== undefined && (isScalar(node) || !node.tag.startsWith('tag:yaml.org,2002:'))) {
        add(
          offset,
          'front-matter-tag',
          `A YAML tag (\`!\`) stands here, and ${plainText}`,
          'Write the value alone, in double quotes if it begins with an exclamation mark.',
        );
      }
    },
    Pair: (_key, pair) => {
      if (!isScalar(pair.key))
        add(
          (pair.key as Node | null)?.range?.[0] ?? 0,
          'front-matter-unreadable',
          'This field has no name.',
          'Write `field: value`.',
        );
    },
  });
  return problems;
}

/** What to write for a line that is no YAML: the field's own name where it is one of ours, and never its value. */
function howToWrite(yaml: string, line: number): string {
  // The opening dashes are line 1 of the file.
  const name = /^([a-z_]+):/.exec(yaml.split('\n')[line - 2] ?? '')?.[1];
  const field = name !== undefined && fieldNames.has(name) ? name : 'field';
  return `Write \`${field}: "…"\` with the whole value between double quotes: a value that holds a colon followed by a space, or begins with a special character, needs them.`;
}
