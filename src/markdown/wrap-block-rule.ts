import type MarkdownIt from 'markdown-it';

/** A rule that finds a kind of block at a line. */
export type BlockRule = Parameters<MarkdownIt['block']['ruler']['at']>[1];

/** Puts another rule around the one of that name, at the same place and with the same alternatives. */
export function wrapBlockRule(
  markdown: MarkdownIt,
  name: string,
  wrap: (original: BlockRule) => BlockRule,
): void {
  // markdown-it offers no way to ask for a rule, and wrapping one needs it.
  const rules = (
    markdown.block.ruler as unknown as { __rules__: { name: string; fn: BlockRule; alt: string[] }[] }
  ).__rules__;
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`markdown-it has no block rule named ${name}`);
  markdown.block.ruler.at(name, wrap(rule.fn), { alt: rule.alt });
}
