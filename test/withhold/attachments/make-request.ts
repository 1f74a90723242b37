import type { AttachmentRequest } from '../../../src/withhold/attachments/prepare-attachment.ts';

export const place = { file: 'content/parish/2021-11-18/b2-roads.md', line: 7, column: 3 };

/** A request of a public paper for an attachment, with nothing withheld. */
export function makeRequest(
  name: string,
  bytes: Uint8Array | string,
  extra: Partial<AttachmentRequest> = {},
): AttachmentRequest {
  return {
    body: 'parish',
    meeting: '2021-11-18',
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    place,
    withheldDigests: [],
    ...extra,
  };
}
