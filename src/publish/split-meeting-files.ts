import { createHash, createHmac } from 'node:crypto';
import { serialize } from 'node:v8';
import { isEmpty, rowsOfPrints, type PrintRows } from '../audit/print-rows.ts';
import { printWithheld } from '../audit/withheld-prints.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type { Problem } from '../model/problem.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { seal } from '../model/sealed.ts';
import type { ListedFile } from '../model/source.ts';
import { toPlainNotes, type PlainNote } from '../withhold/plain-notes.ts';
import type { WithheldPiece } from '../model/withheld.ts';
import { parseContentFiles } from '../read/read-content.ts';
import { readListedFiles } from '../read/list-content-files.ts';
import { validateMeeting } from '../validate/validate-meeting.ts';
import type { AttachmentDigest } from '../withhold/attachments/digest-attachment.ts';
import { inspectAttachment, type InspectedAttachment } from '../withhold/attachments/prepare-attachment.ts';
import { digestWithheld } from '../withhold/attachments/prepare-attachments.ts';
import { readWithheldTexts } from '../withhold/attachments/read-withheld-texts.ts';
import { digestOf } from './build-memory.ts';
import type { LinkElsewhere } from '../withhold/check-links.ts';
import { splitMeeting } from '../withhold/split-meeting.ts';

/** One meeting to be split, by its files. */
export interface SplitTask {
  readonly body: string;
  readonly slug: string;
  readonly files: readonly ListedFile[];
  /** Of all that the split is made from but the day, hexadecimal. */
  readonly digest: string;
  /** Absent when the body's own page is not valid: then the papers are looked through for problems, and nothing is public. */
  readonly bodyFrontMatter?: BodyFrontMatter;
}

/** What the splits of a run have in common. */
export interface SplitSettings {
  /** The folder of the papers. */
  readonly content: string;
  /** The build's date, `yyyy-mm-dd`. */
  readonly date: string;
  /** The secret that fingerprints and planted words are made with; 32 bytes. */
  readonly key: Uint8Array;
}

/** What is known of the withheld of one meeting, as plain values without a word of it. */
export interface WithheldOfMeeting {
  readonly notes: readonly PlainNote[];
  readonly prints: PrintRows;
  /** Of `prints`, hexadecimal: the same prints, the same digest. */
  readonly digest: string;
  /** Nothing is withheld: there are no prints. */
  readonly isNothing: boolean;
  /** Of its attachments. */
  readonly digests: readonly AttachmentDigest[];
}

/** A meeting split in two, as plain values: they can go to another thread, and be kept for a later build. */
export interface MeetingRecord {
  readonly body: string;
  readonly slug: string;
  /** Of all that the split was made from, the day that it was made for with it; hexadecimal. */
  readonly digest: string;
  /** As in `SplitMeeting`. */
  readonly unchangedUntil?: string;
  /** Absent when nothing of it is public. */
  readonly meeting?: PublicMeeting;
  readonly attachments: readonly InspectedAttachment[];
  /** As in `SplitMeeting`. */
  readonly publicPapers: readonly string[];
  readonly elsewhere: readonly LinkElsewhere[];
  readonly resolutionsRead: number;
  readonly withheld: WithheldOfMeeting;
  readonly problems: readonly Problem[];
}

/**
 * Reads, validates and splits the files of one meeting, and fingerprints what is withheld of it: what comes out has no word
 * of that. The same files and settings give the same record.
 */
export async function splitMeetingFiles(
  { body, slug, digest, files, bodyFrontMatter }: SplitTask,
  { content, date, key }: SplitSettings,
): Promise<MeetingRecord> {
  const read = readListedFiles(content, files);
  const parsed = parseContentFiles(read.files);
  const { papers, attachments } = parsed.source;
  const validated = validateMeeting({ body, slug, bodyFrontMatter, papers, attachments });
  const problems = [...read.problems, ...parsed.problems, ...validated.problems];
  const canaries: string[] = [];
  const nextCanary = (): string => {
    const canary = createCanary(key, `${body}/${slug}/${canaries.length}`);
    canaries.push(canary);
    return canary;
  };
  const split =
    validated.meeting === undefined || bodyFrontMatter === undefined
      ? undefined
      : splitMeeting(bodyFrontMatter, validated.meeting, { date, nextCanary });
  const inspected: InspectedAttachment[] = [];
  for (const linked of split?.linked ?? []) inspected.push(await inspectAttachment(linked));
  return {
    // With the day: on another one the same files may be split otherwise, and what was made of them is no longer of them.
    ...{ body, slug, digest: digestOf(digest, date) },
    ...(split?.unchangedUntil === undefined ? {} : { unchangedUntil: split.unchangedUntil }),
    ...(split?.meeting === undefined ? {} : { meeting: split.meeting }),
    attachments: inspected,
    publicPapers: split?.publicPapers ?? [],
    elsewhere: split?.elsewhere ?? [],
    resolutionsRead: split?.resolutionsRead ?? 0,
    withheld: await recordWithheld(split?.pieces ?? [], canaries, key),
    problems: [...problems, ...(split?.problems ?? [])],
  };
}

/** Fingerprints what is withheld, and notes where it stands. */
export async function recordWithheld(
  pieces: readonly WithheldPiece[],
  canaries: readonly string[],
  key: Uint8Array,
): Promise<WithheldOfMeeting> {
  const withTexts = await readWithheldTexts(pieces);
  const prints = rowsOfPrints(printWithheld({ pieces: withTexts, canaries: seal(canaries) }, key));
  return {
    notes: toPlainNotes(pieces),
    prints,
    isNothing: isEmpty(prints),
    digest: createHash('sha256').update(serialize(prints)).digest('hex'),
    digests: await digestWithheld(pieces),
  };
}

/** A word that no text has, for the withhold stage to plant: nobody can know it without the key. */
export function createCanary(key: Uint8Array, place: string): string {
  return `zq${createHmac('sha256', key).update(`canary\0${place}`).digest('hex').slice(0, 20)}`;
}
