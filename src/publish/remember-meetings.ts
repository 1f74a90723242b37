import { makeMeetingParts, type MadeParts, type MeetingMaker } from '../assemble/assemble-site.ts';
import { AnswerDigests, areStillGiven, writeDownAnswers } from '../assemble/assembly-answers.ts';
import { headOf, type Assembly } from '../assemble/assembly.ts';
import type { RecordWords } from '../assemble/search-aids.ts';
import { pagesOfMeeting } from '../assemble/meeting-part.ts';
import type { Glossary } from '../model/glossary.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { digestOf, type BuildMemory } from './build-memory.ts';
import { keepParts, openParts } from './keep-parts.ts';
import { openKeptMeetings, type KeptMeeting } from './kept-meetings.ts';

/** A maker that remembers, and keeps what was made once the site has been audited. */
export interface RememberingMaker extends MeetingMaker {
  /** Keeps what was made for the next build. `digestOfFile` gives the SHA-256 of a file of the output, hexadecimal. */
  readonly keepMade: (digestOfFile: (file: string) => string | undefined) => void;
}

interface RememberOptions {
  readonly memory: BuildMemory;
  /** Of all settings that a meeting's pages are made by. */
  readonly settingsDigest: string;
  readonly glossary: Glossary;
  readonly meetings: readonly PublicMeeting[];
  /** Of all that a meeting was split from. */
  readonly digestOfMeeting: (meeting: PublicMeeting) => string;
}

/** Gives what is to be kept of a meeting, once the digests of its pages are known. */
type ToKeep = (digestOfFile: (file: string) => string | undefined) => KeptMeeting;

/** Digests of the files of pages about the site as a whole, by the digest of all that they show. */
type KeptPages = ReadonlyMap<string, string>;

/** Makes a maker that takes over what an earlier build has made of the same papers, settings and answers. */
export function rememberMeetings(options: RememberOptions): RememberingMaker {
  const { memory, settingsDigest, glossary } = options;
  const digests = new AnswerDigests();
  for (const meeting of options.meetings) {
    const digest = options.digestOfMeeting(meeting);
    digests.know(meeting, digest);
    for (const report of meeting.reports) digests.know(report, `${digest} ${report.name}`);
  }
  const digestsOfBodies = new Map<string, string>();
  const keptPages = memory.find<KeptPages>('pages', settingsDigest) ?? new Map<string, string>();
  const ofMeetings = new Map<string, string | undefined>();
  const wholePages = new Map<string, string>();
  const keptMeetings = openKeptMeetings(memory);
  const toKeep = new Map<string, Map<string, ToKeep>>();

  const partsOf: MeetingMaker['partsOf'] = (assembly, body, meeting) => {
    const digest = digestOf(options.digestOfMeeting(meeting), settingsDigest, digestOfBody(body));
    const kept = findKept(assembly, body, meeting, digest);
    const remake = (): MadeParts => makeMeetingParts(assembly, body, meeting, glossary);
    const ofBody = toKeep.get(body.slug) ?? new Map<string, ToKeep>();
    toKeep.set(body.slug, ofBody);
    if (kept !== undefined) {
      ofBody.set(digest, () => kept);
      for (const [file, sha256] of kept.files) ofMeetings.set(file, sha256);
      return openParts(memory, digest, kept.parts, pagesOfMeeting(assembly, body, meeting), remake);
    }
    const listening = writeDownAnswers(assembly, digests);
    const made = makeMeetingParts(listening.assembly, body, meeting, glossary);
    const { head, parts } = keepParts(memory, digest, made, { date: meeting.date, remake });
    const files = made.pages.map(({ file }) => file);
    for (const file of files) ofMeetings.set(file, undefined);
    ofBody.set(digest, (digestOfFile) => ({
      // Only when it is kept: a page asks when it is rendered.
      answers: listening.answers(),
      files: digestsOfFiles(files, digestOfFile),
      parts: head,
    }));
    return parts;
  };

  const findKept = (
    assembly: Assembly,
    body: PublicBodyHead,
    meeting: PublicMeeting,
    digest: string,
  ): KeptMeeting | undefined => {
    const kept = keptMeetings.find(body.slug, digest);
    if (kept === undefined || !areStillGiven(kept.answers, assembly, digests)) return undefined;
    // Which pages a meeting has is never taken from the memory.
    return pagesOfMeeting(assembly, body, meeting).every(({ file }) => kept.files.has(file))
      ? kept
      : undefined;
  };

  const digestOfBody = (body: PublicBodyHead): string => {
    const known = digestsOfBodies.get(body.slug);
    if (known !== undefined) return known;
    const digest = digestOf(headOf(body));
    digestsOfBodies.set(body.slug, digest);
    return digest;
  };

  return {
    partsOf,
    keepWords: ({ digest, read }) => {
      const name = digestOf(digest);
      // They are read only where any body has changed, and those of the others are of use all the same.
      memory.retain('words', name);
      const join = (): RecordWords => {
        const words = read();
        memory.keep('words', name, words);
        return words;
      };
      return { digest, read: () => memory.find<RecordWords>('words', name) ?? join() };
    },
    findMade: (page) => {
      if (ofMeetings.has(page.file)) return ofMeetings.get(page.file);
      const digest = digestOf(page.template, page.madeFrom?.() ?? page.props);
      wholePages.set(digest, page.file);
      return keptPages.get(digest);
    },
    keepMade: (digestOfFile) => {
      for (const [body, meetings] of toKeep) {
        const ofBody = [...meetings].map(([digest, take]) => [digest, take(digestOfFile)] as const);
        keptMeetings.keep(body, new Map(ofBody));
      }
      const made = [...wholePages].flatMap(([digest, file]) => {
        const sha256 = digestOfFile(file);
        return sha256 === undefined ? [] : [[digest, sha256] as const];
      });
      memory.keep('pages', settingsDigest, new Map(made) satisfies KeptPages);
    },
  };
}

function digestsOfFiles(
  files: readonly string[],
  digestOfFile: (file: string) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap((file) => {
      const sha256 = digestOfFile(file);
      return sha256 === undefined ? [] : [[file, sha256] as const];
    }),
  );
}
