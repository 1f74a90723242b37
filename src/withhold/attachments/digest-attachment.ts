import { createHash } from 'node:crypto';
import { recogniseFormat } from './attachment-format.ts';
import { decodePixels } from './decode-pixels.ts';
import { findTableFaults } from './find-table-faults.ts';
import { readPageTexts } from './pdf/read-page-texts.ts';

/** By what an attachment is known again under another name: SHA-256 in hexadecimal of each. */
export interface AttachmentDigest {
  readonly bytes: string;
  /** Of its size and decoded pixels, for a picture: the same after its metadata or its format was changed. */
  readonly pixels?: string;
  /** Of its words in order, for a PDF or a table with at least 20: the same after it was saved again. */
  readonly words?: string;
}

const fewestWords = 20;

/**
 * Takes the digest of a restricted attachment, whatever its name and format. It never throws: of a file
 * that cannot be read the digest has its bytes alone.
 */
export async function digestAttachment(bytes: Uint8Array): Promise<AttachmentDigest> {
  return combineDigests(bytes, await digestPixels(bytes), await readWords(bytes));
}

async function readWords(bytes: Uint8Array): Promise<string | undefined> {
  const format = recogniseFormat(bytes);
  if (format === 'pdf') return (await readPageTexts(bytes))?.join('\n');
  return format === 'other' ? findTableFaults(bytes).text : undefined;
}

/** Digest of an attachment whose pixels and text have been read. */
export function combineDigests(
  bytes: Uint8Array,
  pixels: string | undefined,
  text: string | undefined,
): AttachmentDigest {
  const words = text === undefined ? undefined : digestWords(text);
  return {
    bytes: sha256(bytes),
    ...(pixels === undefined ? {} : { pixels }),
    ...(words === undefined ? {} : { words }),
  };
}

/** SHA-256 of a picture's size and pixels; nothing when the bytes are no picture that can be decoded. */
export async function digestPixels(bytes: Uint8Array): Promise<string | undefined> {
  const image = await decodePixels(bytes);
  return image && sha256(Buffer.concat([Buffer.from(`${image.width}x${image.height}:`), image.pixels]));
}

/** True when two digests agree in any of their parts. */
export function isSameAttachment(first: AttachmentDigest, second: AttachmentDigest): boolean {
  return (
    first.bytes === second.bytes ||
    (first.pixels !== undefined && first.pixels === second.pixels) ||
    (first.words !== undefined && first.words === second.words)
  );
}

/** Case, punctuation and line breaks change when a document is saved again; its letters and digits do not. */
function digestWords(text: string): string | undefined {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < fewestWords ? undefined : sha256(Buffer.from(words.join(' ')));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
