import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * Which backslash escapes are read: a hexadecimal one means one thing in a style sheet and another in a
 * script.
 */
export type EscapeStyle = 'script' | 'style-sheet';

/**
 * A text with one layer of escapes decoded wherever they stand: HTML entities, percent-encoding, and
 * backslash escapes (JSON, scripts, calendars; or style sheets). What cannot be decoded stays as it is.
 * Linear in the text's length.
 */
export function decodeEscapes(text: string, style: EscapeStyle): string {
  if (!/[&%\\]/.test(text)) return text;
  return text.replace(patterns[style], (escape: string) => {
    if (escape.startsWith('&')) return decodeEntity(escape);
    if (escape.startsWith('%u')) return fromCode(escape.slice(2));
    if (escape.startsWith('%')) return decodePercent(escape);
    return style === 'script' ? decodeBackslash(escape) : decodeStyleEscape(escape);
  });
}

/** Where a text has escapes of either style. Linear in its length. */
export function* findEscapes(text: string): Generator<{ readonly from: number; readonly to: number }> {
  if (!/[&%\\]/.test(text)) return;
  for (const { index, 0: escape } of text.matchAll(anyEscape))
    yield { from: index, to: index + escape.length };
}

const shared = String.raw`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|%u[0-9a-fA-F]{4}|(?:%[0-9a-fA-F]{2})+`;

const patterns: { readonly [style in EscapeStyle]: RegExp } = {
  script: new RegExp(
    String.raw`${shared}|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[0-7]{3}|\\\r?\n|\\[nNrtbfv]`,
    'g',
  ),
  'style-sheet': new RegExp(String.raw`${shared}|\\[0-9a-fA-F]{1,6}(?:\r\n|[ \t\r\n\f])?|\\\r?\n`, 'g'),
};

const anyEscape = new RegExp(`${patterns.script.source}|${patterns['style-sheet'].source}`, 'g');

const decodedEntities = new Map<string, string>();

/** As a browser reads it, with all the names of the HTML standard. */
function decodeEntity(entity: string): string {
  const known = decodedEntities.get(entity);
  if (known !== undefined) return known;
  // A character and nothing else: one node of text.
  const [node] = parseFragment(entity).childNodes as [DefaultTreeAdapterTypes.TextNode];
  const decoded = node.value;
  // Texts with `&word` in them could fill the memory with what are no entities.
  if (decoded !== entity && decodedEntities.size < 10_000) decodedEntities.set(entity, decoded);
  return decoded;
}

function decodePercent(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an old form encoded in Latin-1 is the only other thing seen.
    return bytes.toString('latin1');
  }
}

function decodeBackslash(escape: string): string {
  const mark = escape[1]!;
  if (mark === 'u' || mark === 'x') return fromCode(escape.replace(/^\\[ux]\{?|\}$/g, ''));
  if (/[0-7]/.test(mark)) return String.fromCharCode(Number.parseInt(escape.slice(1), 8));
  // A backslash before a line's end joins two lines; the others are white space of one kind or another.
  return mark === '\n' || mark === '\r' ? '' : '\n';
}

function decodeStyleEscape(escape: string): string {
  const digits = escape.slice(1).trim();
  return digits === '' ? '' : fromCode(digits);
}

function fromCode(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
