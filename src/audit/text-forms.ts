import { decodeEscapes } from './decode-escapes.ts';
import { stripTags } from './strip-tags.ts';

/**
 * The forms that Markdown may take when it is shown, without rendering it: as typed; without link targets,
 * footnote marks and tags; and besides without the marks of lists and containers. A run of words that a
 * reader sees unbroken is in one of them.
 */
export function markdownForms(markdown: string): readonly string[] {
  const shown = stripTags(decodeEscapes(markdown, 'script'))
    .replace(/\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)/g, ']')
    .replace(/\]\[[^\][\n]*\]/g, ']')
    .replace(/\[\^[^\][\n]*\]:?/g, ' ')
    .replace(/^ {0,3}\[[^\][\n]+\]:.*$/gm, '');
  const unmarked = shown
    .replace(/^[ \t]*:{3,}.*$/gm, '')
    .replace(/^([ \t>]*)(?:[-+*]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+/gm, '$1');
  return [...new Set([markdown, shown, unmarked])];
}

/**
 * The same forms of a text that is public, without saying twice what they have in common: the first whole, and of the others
 * the stretches that differ, with as much before and after as a run of words may have.
 */
export function publicForms(markdown: string): readonly [string, ...(readonly string[])] {
  const [first = '', ...others] = markdownForms(markdown);
  return [first, ...others.flatMap((other) => differingStretches(first, other))];
}

/** In characters: six words, with what may stand between them, are fewer. */
const reach = 300;

/** What of another form a form has not, with the lines near to it; all of it where their lines do not belong together. */
function differingStretches(form: string, other: string): readonly string[] {
  const [lines, others] = [form.split('\n'), other.split('\n')];
  if (lines.length !== others.length) return [other];
  const stretches: { start: number; end: number }[] = [];
  others.forEach((line, place) => {
    if (line === lines[place]) return;
    const start = farFrom(others, place, -1);
    const end = farFrom(others, place, 1) + 1;
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  });
  return stretches.map(({ start, end }) => others.slice(start, end).join('\n'));
}

/** The last line in one direction that stands near to a line. */
function farFrom(lines: readonly string[], place: number, step: -1 | 1): number {
  let far = place;
  for (let left = reach; left > 0 && lines[far + step] !== undefined; left -= lines[far]!.length + 1)
    far += step;
  return far;
}
