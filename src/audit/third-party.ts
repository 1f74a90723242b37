/** A file of the output that others wrote and that does not depend on our content. */
export interface ThirdPartyFile {
  readonly name: string;
  readonly version: string;
  /** SHA-256 in hexadecimal of its bytes as they are written. */
  readonly hash: string;
}

/**
 * Pagefind's own files, as `getFiles()` gives and `writeFiles()` writes them (the two give the same bytes).
 * Its words are not searched: among the names in 45 kB of script a surname turns up by chance. With another
 * version of Pagefind the digests differ, the files are searched like ours, and the test of this list says
 * which to put here.
 */
export const thirdPartyFiles: readonly ThirdPartyFile[] = [
  {
    name: 'pagefind.js',
    version: '1.5.2',
    hash: '252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009',
  },
  {
    name: 'pagefind-worker.js',
    version: '1.5.2',
    hash: '4ca50d25bcab9e1c3afbc00ab5f7761114e83c8fc1b83d38655af1558b650c2a',
  },
  {
    name: 'wasm.en.pagefind',
    version: '1.5.2',
    hash: 'bb16c9e6d3d214d4d05cccca51df7b487b86b3657318da767f6ca9e0a2e7259d',
  },
  {
    name: 'wasm.unknown.pagefind',
    version: '1.5.2',
    hash: '3a74cefceacd066e8d3bc8c52e7bc1c869544ca3d9031b44a9b7136356d5d7f4',
  },
];

/** The digests alone, for the audit. */
export const thirdPartyHashes: ReadonlySet<string> = new Set(thirdPartyFiles.map((file) => file.hash));
