import { inflateSync } from 'node:zlib';
import { entryOf, PdfSyntaxError, type PdfObject } from './pdf-value.ts';

// A stream of a few kilobytes can be made to fill any memory.
const mostBytes = 200_000_000;

const decoders: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['FlateDecode', (bytes) => inflateSync(bytes, { maxOutputLength: mostBytes })],
  ['ASCII85Decode', decodeAscii85],
  ['ASCIIHexDecode', decodeHexadecimal],
]);

/** Filters whose result is a picture, and which are left as they are. */
export const pictureFilters: readonly string[] = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'];

/** Undoes a stream's filters but for a picture's own. Throws when one is unknown or its data are damaged: what cannot be read cannot be checked. */
export function decodeStream(object: PdfObject & { readonly stream: Uint8Array }): Uint8Array {
  return filtersOf(object).reduce((bytes: Uint8Array, filter) => {
    if (pictureFilters.includes(filter)) return bytes;
    const decode = decoders.get(filter);
    if (decode === undefined) throw new PdfSyntaxError('Unknown filter');
    return decode(bytes);
  }, object.stream);
}

/** Names of a stream's filters, in the order in which they are undone. */
export function filtersOf({ value }: PdfObject): readonly string[] {
  const filter = entryOf(value, 'Filter');
  const filters = filter?.kind === 'array' ? filter.items : filter === undefined ? [] : [filter];
  return filters.map((item) => {
    if (item.kind !== 'name') throw new PdfSyntaxError('Bad filter');
    return item.name;
  });
}

/** ISO 32000-1, 7.4.2: two digits a byte, `>` at the end. */
function decodeHexadecimal(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/>[^]*$|[^\dA-Fa-f]/g, ''),
    'hex',
  );
}

/** ISO 32000-1, 7.4.3: five characters for four bytes, `z` for four zeros, `~>` at the end. */
function decodeAscii85(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/~[^]*$/, '')
    .replace(/[^!-uz]/g, '')
    .replaceAll('z', '!!!!!');
  const groups = [...text.matchAll(/.{1,5}/g)].map(([group]) => group);
  return Buffer.concat(
    groups.map((group) => {
      const value = [...group.padEnd(5, 'u')].reduce(
        (sum, character) => sum * 85 + character.charCodeAt(0) - 33,
        0,
      );
      const word = Buffer.alloc(4);
      word.writeUInt32BE(value % 2 ** 32);
      return word.subarray(0, group.length - 1);
    }),
  );
}
