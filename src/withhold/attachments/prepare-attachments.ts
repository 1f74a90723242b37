import type { LinkedAttachment } from '../../model/linked.ts';
import type { Problem } from '../../model/problem.ts';
import type { PublicAttachment } from '../../model/publication.ts';
import { open } from '../../model/sealed.ts';
import type { Withheld } from '../../model/withheld.ts';
import { digestAttachment } from './digest-attachment.ts';
import { prepareAttachment } from './prepare-attachment.ts';

/** Looks into every attachment that public papers link, against those that are withheld; one after another, to bound memory. */
export async function prepareAttachments(
  linked: readonly LinkedAttachment[],
  withheld: Withheld,
): Promise<{ readonly attachments: readonly PublicAttachment[]; readonly problems: readonly Problem[] }> {
  const attachments: PublicAttachment[] = [];
  const problems: Problem[] = [];
  if (linked.length === 0) return { attachments, problems };
  const withheldDigests = [];
  for (const piece of withheld.pieces) {
    if (piece.bytes !== undefined) withheldDigests.push(await digestAttachment(open(piece.bytes)));
  }
  for (const request of linked) {
    const prepared = await prepareAttachment({ ...request, withheldDigests });
    if (prepared.outcome === 'prepared') attachments.push(prepared.attachment);
    else problems.push(...prepared.problems);
  }
  return { attachments, problems };
}
