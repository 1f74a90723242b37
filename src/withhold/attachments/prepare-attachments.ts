import type { Problem } from '../../model/problem.ts';
import type { PublicAttachment } from '../../model/publication.ts';
import { open } from '../../model/sealed.ts';
import type { WithheldPiece } from '../../model/withheld.ts';
import { digestAttachment, type AttachmentDigest } from './digest-attachment.ts';
import { judgeAttachment, type InspectedAttachment } from './prepare-attachment.ts';

/** Takes the digests of the attachments among what is withheld, by which they are known again under another name. */
export async function digestWithheld(pieces: readonly WithheldPiece[]): Promise<AttachmentDigest[]> {
  const digests: AttachmentDigest[] = [];
  for (const { bytes } of pieces) if (bytes !== undefined) digests.push(await digestAttachment(open(bytes)));
  return digests;
}

/** Holds every attachment that public papers link against those that are withheld. */
export function judgeAttachments(
  inspected: readonly InspectedAttachment[],
  withheldDigests: readonly AttachmentDigest[],
): { readonly attachments: readonly PublicAttachment[]; readonly problems: readonly Problem[] } {
  const attachments: PublicAttachment[] = [];
  const problems: Problem[] = [];
  for (const each of inspected) {
    const prepared = judgeAttachment(each, withheldDigests);
    if (prepared.outcome === 'prepared') attachments.push(prepared.attachment);
    else problems.push(...prepared.problems);
  }
  return { attachments, problems };
}
