import { unseenBreak } from './letters.ts';

/** A text in two: what stands outside its tags and comments, and what stands in them. */
export interface SplitText {
  /** A block's tag leaves a space here; any other leaves a sign that does not part a word, since `Mar<b>tin</b>` reads as one. */
  readonly outside: string;
  /** Attributes, comments and what only looks like a tag, each in a line; empty where there is none. */
  readonly inside: string;
}

/** What begins like a tag, as far as its end. A name without bound could end anywhere in a long stretch without `>`. */
const tagPattern = /<[/!?]?([a-zA-Z][^\s<>/]{0,40})[^<>]*>/y;

/**
 * Takes a text apart at its tags and comments, HTML or XML; together the two parts have every character, but for the names
 * of known tags: `<p>Apologies` is no run of the words "p" and "Apologies", whatever a withheld text says. Linear in the
 * text's length.
 */
export function splitTags(text: string): SplitText {
  const outside: string[] = [];
  const inside: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', from)) {
    const tag = readTag(text, open);
    if (tag === undefined) {
      outside.push(text.slice(from, open + 1));
      from = open + 1;
      continue;
    }
    outside.push(text.slice(from, open), tag.leaves);
    inside.push(...tag.inside);
    from = tag.end;
  }
  if (from === 0) return { outside: text, inside: '' };
  return { outside: outside.join('') + text.slice(from), inside: inside.join('\n') };
}

/** A text without its tags and comments. */
export function stripTags(text: string): string {
  return splitTags(text).outside;
}

function readTag(
  text: string,
  open: number,
): { readonly end: number; readonly leaves: string; readonly inside: readonly string[] } | undefined {
  if (text.startsWith('<!--', open)) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) return undefined;
    const comment = splitTags(text.slice(open + 4, close));
    return { end: close + 3, leaves: unseenBreak, inside: [comment.outside, comment.inside] };
  }
  tagPattern.lastIndex = open;
  const found = tagPattern.exec(text);
  if (found === null) return undefined;
  const [tag, name] = found as unknown as readonly [string, string];
  const isBlock = blockNames.has(name.toLowerCase());
  const nameEnd = isBlock || inlineNames.has(name.toLowerCase()) ? tag.indexOf(name) + name.length : 1;
  return {
    end: open + tag.length,
    leaves: isBlock ? ' ' : unseenBreak,
    inside: nameEnd === tag.length - 1 ? [] : [tag.slice(nameEnd, -1)],
  };
}

/** Of HTML, of drawings and of feeds. */
const inlineNames: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em i img input ins kbd map mark meter noscript object output path picture progress q ' +
    's samp slot small source span strong sub sup svg time u use var video audio wbr circle rect line g defs symbol ' +
    'rss channel item entry feed author name email updated published id content description guid subject category'
  ).split(' '),
);

/** Of HTML, and of the text documents inside office files (`w:p`, `text:p`, `a:p`). */
const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hr html label legend li link main meta nav ol option p pre script section select style summary ' +
    'table tbody td template textarea tfoot th thead title tr ul w:p w:br w:tab w:tc text:p text:h text:tab text:line-break a:p a:br'
  ).split(' '),
);
