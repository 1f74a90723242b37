import type MarkdownIt from 'markdown-it';

/** Adds how papers differ from plain markdown-it output: links resolved, tables that scroll, no inline style, notices where a passage was cut. */
export function addRenderRules(markdown: MarkdownIt, resolveLink: (target: string) => string): void {
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;

  rules['text'] = (tokens, index) => {
    const token = tokens[index]!;
    const numbered = (token.meta as { paragraph?: { number: string; id: string } } | null)?.paragraph;
    const words = escapeHtml(token.content);
    if (numbered === undefined) return words;
    return `<a class="paragraph-number" href="#${numbered.id}">${numbered.number}</a> ${words}`;
  };
  rules['link_open'] = (tokens, index, options, _environment, self) => {
    tokens[index]!.attrSet('href', resolveLink(tokens[index]!.attrGet('href') ?? ''));
    return self.renderToken(tokens, index, options);
  };
  const image = rules['image']!;
  rules['image'] = (tokens, index, options, environment, self) => {
    tokens[index]!.attrSet('src', resolveLink(tokens[index]!.attrGet('src') ?? ''));
    tokens[index]!.attrSet('loading', 'lazy');
    return image(tokens, index, options, environment, self);
  };

  let tables = 0;
  rules['table_open'] = (tokens, index, options, _environment, self) => {
    tables += 1;
    return `<div class="table-scroll" role="region" aria-label="Table ${tables}" tabindex="0">${self.renderToken(tokens, index, options)}`;
  };
  rules['table_close'] = () => '</table></div>\n';
  for (const cell of ['th_open', 'td_open', 'caption_open']) {
    rules[cell] = (tokens, index, options, _environment, self) => {
      const token = tokens[index]!;
      // A `style` attribute would need a security policy that lets any style in.
      const right = (token.attrGet('style') ?? '').includes('right');
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style' && !(cell === 'caption_open' && name === 'id'));
      if (right) token.attrJoin('class', 'number');
      if (cell === 'th_open') token.attrSet('scope', 'col');
      return self.renderToken(tokens, index, options);
    };
  }

  rules['container_open'] = (tokens, index) => {
    const { info, content } = tokens[index]!;
    if (info === 'lang') return `<div lang="${escapeHtml(content)}">\n`;
    if (info === 'withheld') {
      return `<div class="withheld-notice"><p><strong>Not for publication:</strong> part of this paper is withheld. ${escapeHtml(content)}</p>\n`;
    }
    return '<div>\n';
  };
  rules['container_close'] = () => '</div>\n';

  // One label for the list of notes, so that a screen reader does not meet a nameless section.
  rules['footnote_block_open'] = () => '<section class="footnotes" aria-label="Footnotes">\n<ol class="footnotes-list">\n';
  rules['footnote_anchor'] = (tokens, index, options, environment, self) => {
    const name = rules['footnote_anchor_name']!(tokens, index, options, environment, self);
    const subId = (tokens[index]!.meta as { subId: number }).subId;
    const id = subId > 0 ? `${name}:${subId}` : name;
    return ` <a href="#fnref${id}" class="footnote-backref" aria-label="Back to the text">↩</a>`;
  };
}
