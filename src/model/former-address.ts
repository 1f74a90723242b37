/** An address that was published once and is no page any more: where its paper is now, or what it was. */
export type FormerAddress = { readonly from: string; readonly line: number } & (
  { readonly to: string } | { readonly gone: string }
);
