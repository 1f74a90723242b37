import type { MarkdownFinding } from '../markdown/environment.ts';
import type { ParsedMarkdown, Block } from '../markdown/parse-blocks.ts';
import { containerOpening } from '../markdown/parse-containers.ts';
import type { PaperDocument } from '../model/valid.ts';
import type { Complain } from './complaint.ts';

/** What each thing that may not stand in a paper's Markdown is called, and what to do. */
const findings: { readonly [code in MarkdownFinding['code']]: readonly [what: string, instead: string] } = {
  'raw-html': ['HTML stands here, which papers may not hold.', 'Take the tag out, and write headings, lists and tables as Markdown.'],
  'comment-open': ['A comment begins here and does not end, so everything after it would vanish.', 'Write `-->` where the comment ends, or take it out.'],
  'container-open': ['A passage begins here with three colons and does not end.', 'Write a line of three colons (:::) alone where the passage ends.'],
  'container-unknown': ['No passage has this name.', 'Write `::: exempt`, `::: public-summary` or `::: lang`, with the name in small letters.'],
};

/**
 * Checks what holds for the Markdown of every paper, and gathers what the withhold stage needs of it. Everything that
 * could hide where a restricted passage begins or ends is a problem.
 */
export function checkMarkdown(markdown: string, parsed: ParsedMarkdown, complain: Complain): PaperDocument {
  for (const finding of parsed.environment.findings) complain(finding.line, finding.code, ...findings[finding.code]);
  const lines = markdown.split('\n');
  checkContainers(lines, parsed.blocks, complain);
  checkLines(lines, complain);
  for (const block of parsed.blocks) {
    if (block.kind === 'other' && block.unclosed) {
      complain(block.start, 'code-open', 'A block of code begins here and does not end, so everything after it would be shown as code.', 'Close it with the same three marks on a line of their own, or take them out.');
    }
    if (block.kind === 'heading' && block.level === 1) {
      complain(block.start, 'heading-first-level', 'A heading with one number sign is the title’s, which stands in the front matter.', 'Begin headings of the text with two number signs (##).');
    }
  }
  for (const link of parsed.links) {
    if (link.isImage && link.text.trim() === '') {
      complain(link.line, 'image-without-words', 'This image has no words for those who cannot see it.', 'Write what it shows between the square brackets: `![A map of the ward](files/map.png)`.');
    }
  }
  checkDefinitions(lines, parsed, complain);
  return {
    exempt: parsed.blocks.flatMap((block) => (block.kind === 'container' && block.name === 'exempt' ? [{ start: block.start, end: block.end, words: block.words }] : [])),
    links: parsed.links.map(({ target, line, isImage }) => ({ target, line, isImage })),
    definitions: parsed.environment.definitions,
    comments: parsed.environment.comments,
  };
}

/**
 * A line of colons counts only where the parser took it for a passage's: one in a list, quote, table or code block,
 * indented, with other colons or with more of them, would leave it open what is cut.
 */
function checkContainers(lines: readonly string[], blocks: readonly Block[], complain: Complain): void {
  const known = new Set<number>();
  for (const block of blocks) {
    if (block.kind !== 'container') continue;
    known.add(block.start).add(block.end - 1);
    if (block.name === 'withheld') complain(block.start, 'container-unknown', ...findings['container-unknown']);
    if (block.name === 'exempt' && block.words === '') {
      complain(block.start, 'exempt-without-reason', 'A passage is cut out here, and the notice that takes its place has no reason to give.', 'Write the reason after the word, as the public may read it: `::: exempt paragraph 3, financial affairs`.');
    }
    if (block.name === 'lang' && !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(block.words)) {
      complain(block.start, 'lang-without-language', 'This passage does not say which language it is in.', 'Write the language’s tag: `::: lang cy`.');
    }
  }
  lines.forEach((line, index) => {
    if (known.has(index) || !line.normalize('NFKC').includes(':::')) return;
    const nested = containerOpening.test(line);
    complain(
      index,
      'container-odd',
      nested ? 'A passage that begins with three colons stands inside another, or in a list, a quote, a table or code.' : 'Three colons stand here where no passage begins or ends.',
      'Put the line at the left margin, on its own, outside every list, quote, table and other passage: `::: exempt …` to begin, `:::` to end.',
    );
  });
}

function checkLines(lines: readonly string[], complain: Complain): void {
  const first = lines.findIndex((line) => line.trim() !== '');
  lines.forEach((line, index) => {
    if (/^(?:<{7}|={7}|>{7})(?:\s|$)/.test(line)) {
      complain(index, 'merge-mark', 'Two versions of this paper were joined and not sorted out: a mark of the join stands here.', 'Keep the right one of the two versions and delete the lines of seven signs.');
    } else if (index < 30 && /^\s*["'`*_]*(?:restricted|classification|exempt|confidential)["'`*_]*\s*:/i.test(line.normalize('NFKC'))) {
      complain(index, 'field-in-text', 'A line that looks like front matter stands in the text, so the front matter may have ended too early.', 'Move the field above the second line of dashes, or write the line as part of a sentence.');
    } else if (index === first && /^(?:-{3,}|\+{3}|;{3}|[–—]{1,3})\s*$/.test(line)) {
      complain(index, 'front-matter-second', 'A second block of front matter seems to begin here.', 'Keep one block, at the very top of the file.');
    } else if (/^\*\[[^\]]+\]:/.test(line)) {
      complain(index, 'abbreviation-definition', 'Definitions of abbreviations are not read from papers, and this line would be printed.', 'Put the abbreviation into data/glossary.yaml, or write it out in the text.');
    }
  });
}

/** A footnote that nothing refers to would not be printed, and so would be lost without a word. */
function checkDefinitions(lines: readonly string[], parsed: ParsedMarkdown, complain: Complain): void {
  for (const definition of parsed.environment.definitions) {
    if (definition.kind !== 'footnote') continue;
    const mark = `[^${definition.label}]`;
    const used = lines.some((line, index) => (index < definition.start || index >= definition.end) && line.toLowerCase().includes(mark));
    if (!used) complain(definition.start, 'footnote-unused', 'Nothing in the text refers to this footnote, so it would not be shown.', `Write \`[^…]\` with its name where it belongs, or take it out.`);
  }
}
