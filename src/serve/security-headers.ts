/**
 * What a public server should send with every file, so that what works here works there. Nothing is loaded from
 * elsewhere, no script or style stands in a page, and no other site may put a page in a frame. Pagefind's engine
 * is WebAssembly, and the search form sends to the site itself.
 */
export const securityHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** What everything below an address is sent with besides. */
export interface HeadersBelow {
  /** From the site's first page, with slashes at both ends. */
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The open data may be read by scripts of any other site, as OParl asks: it is public, and needs no cookie. */
export const openDataHeaders: HeadersBelow = {
  folder: '/data/',
  headers: { 'Access-Control-Allow-Origin': '*' },
};
