import { open, seal } from '../../model/sealed.ts';
import type { WithheldPiece } from '../../model/withheld.ts';
import { recogniseFormat } from './attachment-format.ts';
import { readPageTexts } from './pdf/read-page-texts.ts';

/**
 * Adds to each withheld PDF the words on its pages, so that the audit looks for them and not for its bytes alone. One
 * that cannot be read keeps its digest only.
 */
export async function readWithheldTexts(pieces: readonly WithheldPiece[]): Promise<WithheldPiece[]> {
  const read: WithheldPiece[] = [];
  for (const piece of pieces) read.push(await withPageTexts(piece));
  return read;
}

async function withPageTexts(piece: WithheldPiece): Promise<WithheldPiece> {
  const bytes = piece.bytes === undefined ? undefined : open(piece.bytes);
  if (bytes === undefined || recogniseFormat(bytes) !== 'pdf') return piece;
  const pages = (await readPageTexts(bytes)) ?? [];
  return { ...piece, texts: seal([...open(piece.texts), ...pages]) };
}
