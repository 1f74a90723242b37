/*
 * A value in sections, each of which can be read without the others: the head says where each one is.
 */

/** Where a section is in a value, in bytes: from where on, and how many. */
type Place = readonly [start: number, length: number];

/** Joins sections into one value. */
export function joinSections(sections: ReadonlyMap<string, Uint8Array>): Buffer {
  let start = 0;
  const places = [...sections].map(([section, { length }]) => {
    const place: Place = [start, length];
    start += length;
    return [section, place] as const;
  });
  const list = Buffer.from(JSON.stringify(places));
  const size = Buffer.alloc(sizeBytes);
  size.writeUInt32LE(list.length);
  return Buffer.concat([size, list, ...sections.values()]);
}

/**
 * Reads one section; `read` gives so many bytes from a place of the value on, or nothing where there are not so many. Undefined
 * where there is no such section, or the head is not to be read.
 */
export function readSection(
  read: (start: number, length: number) => Uint8Array | undefined,
  section: string,
): Uint8Array | undefined {
  const size = read(0, sizeBytes);
  if (size === undefined) return undefined;
  const length = new DataView(size.buffer, size.byteOffset).getUint32(0, true);
  const list = length > mostBytesOfList ? undefined : read(sizeBytes, length);
  const place = list === undefined ? undefined : findPlace(list, section);
  return place === undefined ? undefined : read(sizeBytes + length + place[0], place[1]);
}

const sizeBytes = 4;
/** A handful of sections has a head of some hundred bytes; a damaged one could ask for gigabytes. */
const mostBytesOfList = 65_536;

function findPlace(list: Uint8Array, section: string): Place | undefined {
  try {
    const places = new Map(JSON.parse(Buffer.from(list).toString('utf8')) as [string, Place][]);
    const place = places.get(section);
    return Number.isSafeInteger(place?.[0]) && Number.isSafeInteger(place?.[1]) ? place : undefined;
  } catch {
    return undefined;
  }
}
