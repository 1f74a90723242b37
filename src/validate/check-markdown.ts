import type { MarkdownFinding } from '../markdown/environment.ts';
import type { ParsedMarkdown } from '../markdown/parse-blocks.ts';
import type { PaperDocument } from '../model/valid.ts';
import { checkContainers } from './check-containers.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkLines } from './check-lines.ts';
import type { Complain } from './complaint.ts';

/** What each thing that may not stand in a paper's Markdown is called, and what to do. */
const findings: { readonly [code in MarkdownFinding['code']]: readonly [what: string, instead: string] } = {
  'raw-html': [
    'HTML stands here, which papers may not hold.',
    'Take the tag out, and write headings, lists and tables as Markdown.',
  ],
  'comment-open': [
    'A comment seems to begin here and is not one, so its words would be printed, or everything after it would vanish.',
    'Begin it with `<!--`, end it with `-->`, and leave no empty line in it within a paragraph; or take it out.',
  ],
  'comment-beside-text': [
    'Words stand on the same line as a comment, and would vanish with it.',
    'Put the words on a line of their own, with an empty line between.',
  ],
  'container-open': [
    'A passage begins here with three colons and does not end.',
    'Write a line of three colons (:::) alone where the passage ends.',
  ],
  'container-unknown': [
    'No passage has this name.',
    'Write `::: exempt`, `::: public-summary` or `::: lang`, with the name in small letters.',
  ],
};

/**
 * Checks what holds for the Markdown of every paper, and gathers what the withhold stage needs of it. Everything that
 * could hide where a restricted passage begins or ends is a problem.
 */
export function checkMarkdown(markdown: string, parsed: ParsedMarkdown, complain: Complain): PaperDocument {
  for (const finding of parsed.environment.findings)
    complain(finding.line, finding.code, ...findings[finding.code]);
  const lines = markdown.split('\n');
  checkContainers(lines, parsed.blocks, complain, findings['container-unknown']);
  checkLines(lines, complain);
  checkCode(parsed, complain);
  for (const block of parsed.blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      complain(
        block.start,
        'heading-first-level',
        'A heading with one number sign, or underlined with equals signs, is the title’s, which stands in the front matter.',
        'Begin headings of the text with two number signs (##).',
      );
    }
  }
  for (const link of parsed.links) {
    if (link.isImage && link.text.trim() === '') {
      complain(
        link.line,
        'image-without-words',
        'This image has no words for those who cannot see it.',
        'Write what it shows between the square brackets: `![A map of the ward](files/map.png)`.',
      );
    }
  }
  checkDefinitions(lines, parsed, complain);
  return {
    exempt: parsed.blocks.flatMap((block) =>
      block.kind === 'container' && block.name === 'exempt'
        ? [{ start: block.start, end: block.end, words: block.words }]
        : [],
    ),
    links: parsed.links.map(({ target, line, isImage }) => ({ target, line, isImage })),
    definitions: parsed.environment.definitions,
    comments: parsed.environment.comments,
  };
}

function checkCode(parsed: ParsedMarkdown, complain: Complain): void {
  for (const line of parsed.code.unclosed) {
    complain(
      line,
      'code-open',
      'A block of code begins here and does not end, so everything after it would be shown as code.',
      'Close it with the same three marks alone on a line, or take them out.',
    );
  }
  for (const line of parsed.code.indented) {
    complain(
      line,
      'text-indented',
      'These lines begin with four spaces or a tab, so they would be shown as code.',
      'Take the spaces out; for code, put a line of three backticks before and after it.',
    );
  }
}

/** A link to a place of the same paper leads to a heading or a numbered paragraph that it has. */
export function checkFragments(parsed: ParsedMarkdown, complain: Complain): void {
  for (const link of parsed.links) {
    if (link.target.startsWith('#') && !parsed.anchors.has(link.target.slice(1))) {
      complain(
        link.line,
        'link-fragment',
        'This link leads to a place that this paper does not have.',
        'Write `#para-2-3` for paragraph 2.3, or the words of the heading in small letters with hyphens: `#legal-implications`.',
      );
    }
  }
}
