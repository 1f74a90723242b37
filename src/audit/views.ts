import { decodeTexts } from './decode-bytes.ts';
import { decodeRuns } from './encoded-runs.ts';
import type { UnreadableReason } from './finding.ts';
import { readImageText } from './image-text.ts';
import { unpackBrotli, unpackMembers, unpackWholeGzip, type PackedMember } from './packed-members.ts';
import { isPdf, readPdf } from './pdf-text.ts';
import { readSearchIndexText } from './search-index-text.ts';
import { readEscapes, readTags } from './text-views.ts';

/**
 * One form that a file can be read in. `name` says how it was got, from the outside in: `gzip, base64, tags
 * removed`.
 */
export type View = TextView | BytesView | UnreadableView;

export interface TextView {
  readonly kind: 'text';
  readonly name: string;
  readonly text: string;
  /** Bytes of a binary file read as letters: short words in it mean nothing. */
  readonly isNoise: boolean;
  /** Words of the search index, stemmed. */
  readonly isIndex: boolean;
}

/** Bytes to be compared with withheld attachments. */
export interface BytesView {
  readonly kind: 'bytes';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface UnreadableView {
  readonly kind: 'unreadable';
  readonly name: string;
  readonly because: UnreadableReason;
}

/** How far packing within packing is followed, and how many bytes may come out of one file in all. */
export interface ViewLimits {
  readonly depth: number;
  readonly bytes: number;
}

const usualLimits: ViewLimits = { depth: 6, bytes: 256 * 1024 * 1024 };

/** Bytes, and how they were got. */
interface Layer {
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
}

/**
 * Every form that bytes may be read in: as they are, unpacked, decoded, without tags, as the text of a PDF
 * or a picture. Nothing is left out in silence: what cannot be opened, or goes beyond the limits, is a view
 * of kind `unreadable`. The work is linear in the bytes that come out, and they are at most `limits.bytes`.
 */
export async function* readViews(bytes: Uint8Array, limits: ViewLimits = usualLimits): AsyncGenerator<View> {
  const layers: Layer[] = [{ names: [], bytes }];
  let bytesLeft = limits.bytes;
  for (let layer = layers.pop(); layer !== undefined; layer = layers.pop()) {
    for await (const part of readLayer(layer, bytesLeft)) {
      if ('kind' in part) {
        yield part;
        continue;
      }
      bytesLeft -= part.bytes.length;
      const name = part.names.join(', ');
      if (bytesLeft < 0) {
        yield { kind: 'unreadable', name, because: 'too-large' };
        return;
      }
      if (part.names.length > limits.depth) yield { kind: 'unreadable', name, because: 'too-deep' };
      else layers.push(part);
    }
  }
}

async function* readLayer(layer: Layer, maximumBytes: number): AsyncGenerator<View | Layer> {
  const { bytes, names } = layer;
  yield { kind: 'bytes', name: names.join(', '), bytes };
  const packed = unpackWholeGzip(bytes, maximumBytes);
  if (packed !== undefined) {
    yield { names: [...names, 'gzip'], bytes: packed };
    return;
  }
  const index = readSearchIndexText(bytes);
  if (index !== undefined) {
    yield toTextView(names, 'words of the index', index.text, { isIndex: true });
    if (index.isAll) return;
  }
  const texts = decodeTexts(bytes);
  for (const { name, text, isNoise } of texts) {
    yield* readText(text, name === 'text' ? names : [...names, name], isNoise);
  }
  if (isPdf(bytes)) yield* readPdfLayer(layer);
  // Packed bytes are never UTF-8, and letters look like the marks of packing.
  if (texts[0]?.name === 'text') return;
  for (const member of unpackMembers(bytes, maximumBytes)) yield toViewOrLayer(names, member);
  for (const member of unpackBrotli(bytes, maximumBytes)) yield toViewOrLayer(names, member);
  const imageText = await readImageText(bytes);
  if (imageText !== undefined) yield* readText(imageText, [...names, 'metadata of the picture'], false);
}

async function* readPdfLayer({ names, bytes }: Layer): AsyncGenerator<View | Layer> {
  const content = await readPdf(bytes);
  const inside = [...names, 'text of the PDF'];
  if ('unreadable' in content) {
    yield { kind: 'unreadable', name: inside.join(', '), because: content.unreadable };
    return;
  }
  yield* readText(content.text, inside, false);
  for (const attachment of content.attachments) {
    yield { names: [...names, 'attachment of the PDF'], bytes: attachment };
  }
}

function* readText(text: string, names: readonly string[], isNoise: boolean): Generator<View | Layer> {
  // Noise is full of percent signs, and nothing that matters is escaped three times in it.
  for (const reading of readEscapes(text, isNoise ? 1 : 3)) {
    for (const each of readTags(reading)) yield toTextView(names, each.name, each.text, { isNoise });
    for (const run of decodeRuns(reading.text)) yield { names: [...names, run.name], bytes: run.bytes };
  }
}

function toViewOrLayer(names: readonly string[], member: PackedMember): View | Layer {
  if ('unreadable' in member)
    return { kind: 'unreadable', name: [...names, member.name].join(', '), because: member.unreadable };
  return { names: [...names, member.name], bytes: member.bytes };
}

function toTextView(
  names: readonly string[],
  name: string,
  text: string,
  marks: { isNoise?: boolean; isIndex?: boolean },
): TextView {
  const all = [...names, name].filter((each) => each !== '');
  return {
    kind: 'text',
    name: all.join(', '),
    text,
    isNoise: marks.isNoise ?? false,
    isIndex: marks.isIndex ?? false,
  };
}
