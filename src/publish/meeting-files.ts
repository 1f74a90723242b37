import { attachmentAddress, outputFileOf, type MeetingKey } from '../assemble/addresses.ts';
import type { Assembly } from '../assemble/assembly.ts';
import { pagesOfMeeting } from '../assemble/meeting-part.ts';
import type { PublicAttachment, PublicBody, PublicMeeting } from '../model/publication.ts';
import type { RenderPage } from '../render/create-page-renderer.ts';

/** What a build would write of one meeting. */
export interface MeetingFiles {
  /** Bytes by the file of the output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Attachments that stand in the output already. */
  readonly asBefore: ReadonlySet<string>;
}

/** A meeting without a page: it is withheld as a whole, or its folder is gone. */
export const noFiles: MeetingFiles = { files: new Map(), asBefore: new Set() };

/** Makes the files of one meeting: its pages, rendered, and its attachments, but for those that `isAsBefore` says stand in the output. */
export async function makeMeetingFiles(
  assembly: Assembly,
  body: PublicBody,
  meeting: PublicMeeting,
  {
    attachments,
    isAsBefore,
    renderPage,
  }: {
    readonly attachments: readonly PublicAttachment[];
    readonly isAsBefore: (attachment: PublicAttachment) => boolean;
    readonly renderPage: RenderPage;
  },
): Promise<MeetingFiles> {
  const files = new Map<string, Uint8Array>();
  const asBefore = new Set<string>();
  for (const attachment of attachments) {
    const file = fileOf(meeting, attachment);
    if (isAsBefore(attachment)) asBefore.add(file);
    else files.set(file, attachment.bytes);
  }
  for (const page of pagesOfMeeting(assembly, body, meeting))
    files.set(page.file, Buffer.from(await renderPage(page)));
  return { files, asBefore };
}

function fileOf(meeting: MeetingKey, { name }: PublicAttachment): string {
  return outputFileOf(attachmentAddress(meeting, name));
}
