/** An address that was published once and holds nothing any more: where its paper is now, or what it was. */
export type FormerAddress = { readonly from: string; readonly line: number } & (
  { readonly to: string } | { readonly gone: string }
);

/**
 * The page that stands at a former address. At that of a file it is a folder of the file's name: a server adds the slash,
 * and shows a page as one, which under the file's own name it would send as a PDF.
 */
export function pageAtFormer(from: string): string {
  return from.endsWith('/') ? from : `${from}/`;
}
