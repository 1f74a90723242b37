import type { LinkedAttachment } from '../../model/linked.ts';
import type { Problem } from '../../model/problem.ts';
import type { PublicAttachment } from '../../model/publication.ts';
import { faultToProblem, type AttachmentFault, type AttachmentFaultCode } from './attachment-faults.ts';
import { recogniseFormat, type AttachmentFormat } from './attachment-format.ts';
import {
  combineDigests,
  digestPixels,
  isSameAttachment,
  type AttachmentDigest,
} from './digest-attachment.ts';
import { endingOf, findNameFaults, publishedEndings } from './find-name-faults.ts';
import { findTableFaults } from './find-table-faults.ts';
import { inspectPdf } from './pdf/inspect-pdf.ts';
import { prepareImage } from './prepare-image.ts';

/** An attachment that a public paper links, to be held against those that are withheld. */
export interface AttachmentRequest extends LinkedAttachment {
  /** Digests of every attachment that is withheld, by `digestAttachment`. */
  readonly withheldDigests: readonly AttachmentDigest[];
}

/** What was found in an attachment that a public paper links: plain values, for another thread or a later build. */
export interface InspectedAttachment extends Omit<LinkedAttachment, 'bytes'> {
  readonly faults: readonly AttachmentFault[];
  /** Absent where it must not be published. */
  readonly content?: Content;
  readonly digest: AttachmentDigest;
}

/** An attachment ready to be published, or every reason found why it cannot be. */
export type PreparedAttachment =
  | { readonly outcome: 'prepared'; readonly attachment: PublicAttachment }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

type Content = Pick<PublicAttachment, 'kind' | 'bytes' | 'text' | 'pages'>;

/** What the check of one format found: the words and pixels to compare by, and what to publish. */
interface Inspection {
  readonly faults: readonly AttachmentFault[];
  readonly content?: Content;
  readonly digest: AttachmentDigest;
}

const mostBytes = 100_000_000;

/**
 * Prepares an attachment for publication: pictures are made again without metadata, PDFs and tables are
 * checked and published as they are, everything else is refused. It never throws for what a file holds, and its
 * problems name the paper and the file and quote neither. What is published differs from every withheld attachment
 * in its bytes, its pixels and its words.
 */
export async function prepareAttachment(request: AttachmentRequest): Promise<PreparedAttachment> {
  return judgeAttachment(await inspectAttachment(request), request.withheldDigests);
}

/** Looks into an attachment by itself. */
export async function inspectAttachment({
  bytes,
  ...linked
}: LinkedAttachment): Promise<InspectedAttachment> {
  const format = recogniseFormat(bytes);
  const outside = findOutsideFaults(linked.name, bytes, format);
  const { body, meeting, name, place } = linked;
  const inspection =
    outside.length > 0
      ? {
          faults: outside.map((code) => ({ code })),
          digest: combineDigests(bytes, undefined, undefined),
        }
      : await inspect(bytes, format);
  return { body, meeting, name, place, ...inspection };
}

/** Holds what was found in an attachment against those that are withheld. */
export function judgeAttachment(
  { body, meeting, name, place, faults, content, digest }: InspectedAttachment,
  withheldDigests: readonly AttachmentDigest[],
): PreparedAttachment {
  const isWithheld = withheldDigests.some((withheld) => isSameAttachment(digest, withheld));
  const all: readonly AttachmentFault[] = isWithheld
    ? [...faults, { code: 'attachment-withheld-content' }]
    : faults;
  if (all.length > 0 || content === undefined) {
    return { outcome: 'refused', problems: all.map((fault) => faultToProblem(place, name, fault)) };
  }
  return { outcome: 'prepared', attachment: { body, meeting, name, ...content } };
}

/** Faults that are seen without reading the content; with one of them the content is not read. */
function findOutsideFaults(
  name: string,
  bytes: Uint8Array,
  format: AttachmentFormat,
): readonly AttachmentFaultCode[] {
  const nameFaults = findNameFaults(name);
  if (nameFaults.length > 0) return nameFaults;
  if (bytes.length === 0) return ['attachment-empty'];
  if (bytes.length > mostBytes) return ['attachment-too-large'];
  return publishedEndings.get(endingOf(name)) === format ? [] : ['attachment-not-what-it-says'];
}

async function inspect(bytes: Uint8Array, format: AttachmentFormat): Promise<Inspection> {
  if (format === 'pdf') {
    const { faults, text, pageText, pages } = await inspectPdf(bytes);
    return {
      faults,
      content: { kind: 'pdf', bytes, text, pages },
      digest: combineDigests(bytes, undefined, pageText),
    };
  }
  if (format === 'png' || format === 'jpeg' || format === 'webp') {
    const image = await prepareImage(bytes, format);
    const digest = combineDigests(bytes, await digestPixels(bytes), undefined);
    return image.outcome === 'refused'
      ? { faults: [{ code: image.code }], digest }
      : { faults: [], content: { kind: 'image', bytes: image.bytes, text: '' }, digest };
  }
  const { text, faults } = findTableFaults(bytes);
  return { faults, content: { kind: 'csv', bytes, text }, digest: combineDigests(bytes, undefined, text) };
}
