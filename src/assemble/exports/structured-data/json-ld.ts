/** A thing as schema.org describes it (https://schema.org, JSON-LD 1.1). */
export interface JsonLd {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/**
 * Things as the text of `<script type="application/ld+json">`. Such a block is data and not run, so a strict
 * Content-Security-Policy lets it be; but a `</script>` within a title would end it, so no `<` is written as it is.
 */
export function jsonLdHtml(things: readonly JsonLd[]): string {
  const escapes: { readonly [character: string]: string } = {
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029',
  };
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things });
  return json.replace(/[<>&\u2028\u2029]/g, (character) => escapes[character]!);
}
