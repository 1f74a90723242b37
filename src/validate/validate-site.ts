import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { siteSchema } from '../model/site.ts';
import type { Site } from '../model/site.ts';
import { nearestWord } from './nearest-word.ts';

/** Checks the text of `data/site.yaml`. A misspelt setting is a problem: ignored, it would be one that does nothing. */
export function validateSite(file: string, yaml: string): { readonly site: Site } | { readonly problems: readonly Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, logLevel: 'silent' });
  const at = (offset: number): { file: string; line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) =>
        problemAt(at(error.pos[0]), 'settings-unreadable', 'The settings cannot be read from here on.', 'Write one `setting: value` a line, in double quotes if it holds a colon followed by a space.'),
      ),
    };
  }
  const parsed = siteSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) {
    const { contact, ...settings } = parsed.data;
    const { telephone } = contact;
    const basePath = new URL(settings.url).pathname;
    return { site: { ...settings, basePath, contact: { email: contact.email, ...(telephone === undefined ? {} : { telephone }) } } };
  }
  const known = Object.keys(siteSchema.shape);
  const offsetOf = (key: string): number => {
    const pair = isMap(document.contents) ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
  };
  const problems = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = nearestWord(key, known);
        return problemAt(at(offsetOf(key)), 'setting-unknown', `There is no setting \`${key}\`.`, near === undefined ? 'Take it out.' : `Did you mean \`${near}\`?`);
      });
    }
    const name = issue.path.join('.');
    return [problemAt(at(offsetOf(String(issue.path[0]))), 'setting-value', `The setting \`${name}\` is missing or has a value that cannot be used.`, issue.message)];
  });
  return { problems };
}
