import type { LinkedAttachment } from '../model/linked.ts';
import { problemAt } from '../model/problem.ts';
import type { Place, Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { WithheldPiece } from '../model/withheld.ts';

/** Attachments of a meeting: those that public papers link, and what is withheld. */
export interface SplitAttachments {
  readonly linked: readonly LinkedAttachment[];
  readonly pieces: readonly WithheldPiece[];
}

/**
 * Splits the attachments of a meeting: one is published only when a public paper links it and nothing that is withheld has it
 * too; every other one is withheld. `links` are those of public papers, with the first place of each; `withheldNames` those
 * that withheld papers and passages name.
 */
export function splitAttachments(
  meeting: ValidMeeting,
  links: ReadonlyMap<string, Place>,
  withheldNames: ReadonlySet<string>,
  problems: Problem[],
): SplitAttachments {
  for (const [name, place] of links) {
    if (!meeting.attachments.some((attachment) => attachment.name === name)) {
      problems.push(
        problemAt(
          place,
          'link-to-nothing',
          'This leads to a file that this meeting’s folder `files` does not have.',
          'Correct the name, or put the file there.',
        ),
      );
    } else if (withheldNames.has(name)) {
      problems.push(
        problemAt(
          place,
          'attachment-shared',
          'This leads to a file that a withheld paper or passage names as well, so whether it may be published cannot be known.',
          'Take it out here; or, if the public may have it, out of what is withheld.',
        ),
      );
    }
  }
  const linked: LinkedAttachment[] = [];
  const pieces: WithheldPiece[] = [];
  for (const { name, file, body, bytes } of meeting.attachments) {
    const place = links.get(name);
    if (place === undefined || withheldNames.has(name)) {
      pieces.push({
        what: 'attachment',
        because: 'not linked',
        file,
        body,
        meeting: meeting.slug,
        texts: seal([]),
        names: seal([name]),
        bytes,
        resolutions: 0,
      });
    } else {
      linked.push({ body, meeting: meeting.slug, name, bytes: open(bytes), place });
    }
  }
  return { linked, pieces };
}
