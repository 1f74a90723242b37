/** Text or elements within an element. Elements are already written, so a tag cannot come from a paper's text. */
export type XmlContent = { readonly text: string } | { readonly elements: readonly string[] };

/** Writes an element. Attributes without a value are left out. */
export function xmlElement(
  name: string,
  attributes: { readonly [name: string]: string | undefined },
  content?: XmlContent,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  const open = `<${name}${written.join('')}`;
  if (content === undefined) return `${open}/>`;
  const inner = 'text' in content ? escapeXml(content.text) : `\n${content.elements.join('\n')}\n`;
  return `${open}>${inner}</${name}>`;
}

/** An XML document. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

/** Text as XML 1.0 can hold it: a single control character would make the whole document unreadable, so it is dropped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
