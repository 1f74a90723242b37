import { parseBlocks } from '../markdown/parse-blocks.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { PaperDocument } from '../model/valid.ts';

/**
 * Takes the comments out of a paper's lines, so that no later stage has them; the number of lines stays as it was. A comment
 * that cannot be found again in the lines it was read from is a problem.
 */
export function removeComments(
  paper: { readonly file: string; readonly markdownLine: number; readonly document: PaperDocument },
  lines: readonly string[],
  problems: Problem[],
): readonly string[] {
  const { comments } = paper.document;
  if (comments.length === 0) return lines;
  let text = lines.join('\n');
  for (const comment of comments) {
    const from = startOfLine(text, comment.line);
    const found = patternOf(comment.text).exec(text.slice(from));
    if (found === null) continue;
    const at = from + found.index;
    // Line ends stay, so that what was found by lines stays where it was.
    text = text.slice(0, at) + found[0].replace(/[^\n]+/g, '') + text.slice(at + found[0].length);
  }
  const left = parseBlocks(text).environment;
  for (const { line } of [
    ...left.comments,
    ...left.findings.filter((finding) => finding.code === 'comment-open'),
  ]) {
    problems.push(
      problemAt(
        { file: paper.file, line: paper.markdownLine + line, column: 1 },
        'comment-odd',
        'A comment stands where it cannot be taken out safely.',
        'Put it on lines of its own, outside every list, quote, table and footnote, or take it out.',
      ),
    );
  }
  return text.split('\n');
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 0; count < line; count += 1) at = text.indexOf('\n', at) + 1;
  return at;
}

/** A comment's text as it may stand in the file: in a quote or a list its further lines have marks or spaces before them. */
function patternOf(comment: string): RegExp {
  const escaped = comment.split('\n').map((line) => line.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('[ \\t]*\\n[ \\t>]*'));
}
