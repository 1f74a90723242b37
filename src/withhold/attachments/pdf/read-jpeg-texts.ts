/**
 * Reads the text in a JPEG's comments and application segments (EXIF, XMP, IPTC): a PDF carries a photograph as
 * the camera wrote it. Runs of at least four printable characters, as the audit would search them.
 */
export function readJpegTexts(bytes: Uint8Array): readonly string[] {
  const source = Buffer.from(bytes);
  const texts: string[] = [];
  // FF, marker, length of two bytes that counts itself; pixels begin at SOS (DA) and hold no text.
  for (
    let position = 2;
    position + 4 <= source.length && source[position] === 0xff && source[position + 1] !== 0xda;
  ) {
    const marker = source[position + 1]!;
    const end = position + 2 + source.readUInt16BE(position + 2);
    const isText = marker === 0xfe || (marker >= 0xe1 && marker <= 0xed);
    if (isText) texts.push(...printableRuns(source.subarray(position + 4, end)));
    position = end;
  }
  return texts;
}

/** One byte or, as Windows writes its EXIF fields, two bytes a character. */
function printableRuns(segment: Buffer): readonly string[] {
  const single = segment.toString('utf8').match(/[^\p{C}\ufffd]{4,}/gu) ?? [];
  const double = segment.toString('latin1').match(/(?:[ -~]\0){4,}/g) ?? [];
  return [...single, ...double.map((run) => run.replaceAll('\0', ''))];
}
