/**
 * The UTF-16 units of a text as numbers, in an array that is used again at the next call and may be longer than the text: a loop
 * over numbers is quicker than one that asks the text for each.
 */
export function toUnits(text: string): Uint16Array {
  if (buffer.length < text.length * bytesOfUnit) buffer = roomFor(Math.ceil(text.length * 1.25));
  const units = new Uint16Array(buffer.buffer, 0, buffer.length / bytesOfUnit);
  buffer.write(text, 'utf16le');
  return units;
}

const bytesOfUnit = 2;

/** Of its own, so that it begins where numbers of two bytes may. */
function roomFor(units: number): Buffer {
  return Buffer.from(new ArrayBuffer(units * bytesOfUnit));
}

let buffer = roomFor(1024);
