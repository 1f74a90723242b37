import type MarkdownIt from 'markdown-it';
import { wrapBlockRule } from './wrap-block-rule.ts';

/**
 * Plugin: asks the rule for tables only about lines with which a table can begin, those that hold a bar or begin with a
 * bracket, as its caption does. The rule makes a machine of states for every line that it is asked about, and most are prose.
 */
export function passOverProse(markdown: MarkdownIt): void {
  wrapBlockRule(markdown, 'table', (original) => (state, startLine, endLine, silent) => {
    const begin = state.bMarks[startLine]!;
    const hasBar = state.src.slice(begin, state.eMarks[startLine]).includes('|');
    if (!hasBar && state.src[begin + state.sCount[startLine]!] !== '[') return false;
    return original(state, startLine, endLine, silent);
  });
}
