import { relative } from 'node:path';
import type { Page } from '../model/page.ts';
import { problemAt, type Problem } from '../model/problem.ts';

/** Nunjucks writes where it was, once for each template on the way in: `(/home/…/report.njk) [Line 3, Column 5]`. */
const placePattern = /\((?<file>[^()\n]+)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?\n/g;

/**
 * What Nunjucks throws as a problem at the place in the template. Its words are of the template, and a page has
 * public text only, so they may be printed.
 */
export function templateProblem(error: unknown, page: Page, templatesDirectory: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const innermost = [...message.matchAll(placePattern)].at(-1);
  const { file, line = '1', column = '1' } = innermost?.groups ?? {};
  const reason = message
    .slice((innermost?.index ?? 0) + (innermost?.[0].length ?? 0))
    .trim()
    .replace(/^Error: |\.$/g, '');
  return problemAt(
    {
      file: `templates/${file === undefined ? `pages/${page.template}.njk` : relative(templatesDirectory, file).replaceAll('\\', '/')}`,
      line: Number(line),
      column: Number(column),
    },
    'template-fault',
    `The page ${page.address} could not be made from its template: ${reason}.`,
    'Whoever looks after the templates has to mend this; the papers are not at fault.',
  );
}
