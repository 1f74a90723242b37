import { unseenBreak } from './letters.ts';

/**
 * A text without its tags and comments, HTML or XML. A block's tag leaves a space; any other leaves a sign
 * that does not part a word, since `Mar<b>tin</b>` reads as one. Linear in the text's length.
 */
export function stripTags(text: string): string {
  // A name without bound could end anywhere in a long stretch without `>`, and all ways would be tried.
  return withoutComments(text).replace(/<[/!?]?([a-zA-Z][^\s<>/]{0,40})[^<>]*>/g, (_tag, name: string) =>
    blockNames.has(name.toLowerCase()) ? ' ' : unseenBreak,
  );
}

/**
 * A text with its tags, less their names: `<p>Apologies` is no run of the words "p" and "Apologies",
 * whatever a withheld text says. Attributes, comments and what only looks like a tag stay.
 */
export function dropTagNames(text: string): string {
  return text.replace(/<\/?([a-z][a-z0-9:]*)(?=[\s/>])/gi, (tag, name: string) =>
    blockNames.has(name.toLowerCase()) || inlineNames.has(name.toLowerCase()) ? '<' : tag,
  );
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

function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) break;
    rest += text.slice(from, open) + unseenBreak;
    from = close + 3;
  }
  return rest + text.slice(from);
}
