import type MarkdownIt from 'markdown-it';
import type { MarkdownEnvironment } from './environment.ts';

type Tokens = ReturnType<MarkdownIt['parse']>;
type Token = Tokens[number];

const comment = /<!--[\s\S]*?-->/g;

/** What begins a comment and was not taken for one: not closed before the next empty line, or `<! --`. It would be printed. */
const openComment = /<\s*!/;

/**
 * Plugin: takes HTML out of the tokens. Comments vanish, `<br>` becomes a line break, and any other tag is a
 * finding: it is neither passed through, which could carry a script, nor printed.
 */
export function removeHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.push('remove-html', (state) => {
    const environment = state.env as MarkdownEnvironment;
    let line = 0;
    state.tokens = state.tokens.filter((token) => {
      line = token.map?.[0] ?? line;
      if (token.type === 'html_block') noteBlock(token, line, environment);
      if (token.children !== null) token.children = withoutInlineHtml(token.children, line, environment);
      return token.type !== 'html_block';
    });
  });
}

function noteBlock(token: Token, line: number, environment: MarkdownEnvironment): void {
  const rest = token.content.replace(comment, (text, offset: number) => {
    environment.comments.push({ line: line + countLines(token.content.slice(0, offset)), text });
    return '';
  });
  if (rest.includes('<!--')) environment.findings.push({ code: 'comment-open', line });
  else if (rest.includes('<')) environment.findings.push({ code: 'raw-html', line });
  else if (rest.trim() !== '') environment.findings.push({ code: 'comment-beside-text', line });
}

function withoutInlineHtml(children: Tokens, line: number, environment: MarkdownEnvironment): Tokens {
  const kept: Tokens = [];
  let at = line;
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') at += 1;
    if (child.type !== 'html_inline') {
      // The words of an image are tokens of their own, and would be printed with tags and comments and all.
      if (child.children !== null) child.children = withoutInlineHtml(child.children, at, environment);
      if (hasOpenComment(child)) environment.findings.push({ code: 'comment-open', line: at });
      kept.push(child);
      continue;
    }
    if (/^<br\s*\/?>$/i.test(child.content)) {
      child.type = 'hardbreak';
      child.tag = 'br';
      kept.push(child);
    } else if (child.content.startsWith('<!--')) {
      environment.comments.push({ line: at, text: child.content });
    } else {
      environment.findings.push({
        code: child.content.startsWith('<!') ? 'comment-open' : 'raw-html',
        line: at,
      });
    }
    at += countLines(child.content);
  }
  return kept;
}

/** Whether text, or the title of a link, holds the beginning of a comment. */
function hasOpenComment(child: Token): boolean {
  return (
    (child.type === 'text' && openComment.test(child.content)) ||
    (child.attrGet('title') ?? '').includes('<!')
  );
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
