import type MarkdownIt from 'markdown-it';
import type { MarkdownEnvironment } from './environment.ts';
import { wrapBlockRule } from './wrap-block-rule.ts';

/** A label as CommonMark compares it. */
function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Plugin: notes the lines of each footnote and link definition. markdown-it leaves no token for them, and a
 * definition that belongs to a withheld passage has to be found to be withheld with it.
 */
export function recordDefinitions(markdown: MarkdownIt): void {
  for (const [name, kind] of [
    ['reference', 'link'],
    ['footnote_def', 'footnote'],
  ] as const) {
    wrapBlockRule(markdown, name, (original) => (state, startLine, endLine, silent) => {
      if (!original(state, startLine, endLine, silent)) return false;
      if (silent) return true;
      const first = state.src.slice(
        state.bMarks[startLine]! + state.tShift[startLine]!,
        state.eMarks[startLine],
      );
      const label = /^\[\^?((?:[^\]\\]|\\.)*)\]/.exec(first)?.[1] ?? '';
      (state.env as MarkdownEnvironment).definitions.push({
        kind,
        label: normaliseLabel(label),
        start: startLine,
        end: trimBlankEnd(state, startLine, state.line),
      });
      return true;
    });
  }
}

/** The line after the last line with something on it. */
function trimBlankEnd(state: { isEmpty(line: number): boolean }, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && state.isEmpty(last - 1)) last -= 1;
  return last;
}
