import type MarkdownIt from 'markdown-it';
import type { MarkdownEnvironment } from './environment.ts';

type Tokens = ReturnType<MarkdownIt['parse']>;
type Token = Tokens[number];

const comment = /<!--[\s\S]*?-->/g;

/**
 * Plugin: takes HTML out of the tokens. Comments vanish, `<br>` becomes a line break, and any other tag is a
 * finding: it is neither passed through, which could carry a script, nor printed.
 */
export function removeHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.push('remove-html', (state) => {
    const environment = state.env as MarkdownEnvironment;
    state.tokens = state.tokens.filter((token) => token.type !== 'html_block' || keepNothing(token, environment));
    let line = 0;
    for (const token of state.tokens) {
      line = token.map?.[0] ?? line;
      if (token.children !== null) token.children = withoutInlineHtml(token.children, line, environment);
    }
  });
}

function keepNothing(token: Token, environment: MarkdownEnvironment): false {
  const line = token.map?.[0] ?? 0;
  const rest = token.content.replace(comment, (text) => {
    environment.comments.push({ line, text });
    return '';
  });
  if (rest.includes('<!--')) environment.findings.push({ code: 'comment-open', line });
  else if (rest.trim() !== '') environment.findings.push({ code: 'raw-html', line });
  return false;
}

function withoutInlineHtml(children: Tokens, line: number, environment: MarkdownEnvironment): Tokens {
  const kept: Tokens = [];
  let at = line;
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') at += 1;
    if (child.type !== 'html_inline') {
      kept.push(child);
    } else if (/^<br\s*\/?>$/i.test(child.content)) {
      child.type = 'hardbreak';
      child.tag = 'br';
      kept.push(child);
    } else if (child.content.startsWith('<!--')) {
      environment.comments.push({ line: at, text: child.content });
    } else {
      environment.findings.push({ code: 'raw-html', line: at });
    }
  }
  return kept;
}
