import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment, serialize } from 'parse5';
import type { RenderedMarkdown } from '../markdown/render-markdown.ts';

/** The recommendations of a report: its words, and the heading that they stand under. */
export type Recommended = { readonly html: string; readonly href: string; readonly heading: string };

/**
 * Quotes the section of a rendered report whose heading speaks of recommendations. Links in it still lead
 * to the paragraphs; the ids are taken off, since they stand further down the same page.
 */
export function quoteRecommendations({ html, headings }: RenderedMarkdown): Recommended | undefined {
  const heading = headings.findLast(({ text }) => /\brecommendations?\b/i.test(text));
  if (heading === undefined) return undefined;
  const fragment = parseFragment(html);
  const start = fragment.childNodes.findIndex((node) => attributeOf(node, 'id') === heading.id);
  if (start === -1) return undefined;
  const rest = fragment.childNodes.slice(start + 1);
  const end = rest.findIndex(
    (node) => /^h[1-6]$/.test(node.nodeName) && Number(node.nodeName.slice(1)) <= heading.level,
  );
  const section = { ...fragment, childNodes: end === -1 ? rest : rest.slice(0, end) };
  // Footnotes end the report, not its recommendations.
  section.childNodes = section.childNodes.filter((node) => attributeOf(node, 'class') !== 'footnotes');
  for (const node of section.childNodes) removeIds(node);
  const quoted = serialize(section).trim();
  return quoted === '' ? undefined : { html: quoted, href: `#${heading.id}`, heading: heading.text };
}

function attributeOf(node: DefaultTreeAdapterTypes.ChildNode, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;
}

function removeIds(node: DefaultTreeAdapterTypes.ChildNode): void {
  if (!('attrs' in node)) return;
  node.attrs = node.attrs.filter((attribute) => attribute.name !== 'id');
  for (const child of node.childNodes) removeIds(child);
}
