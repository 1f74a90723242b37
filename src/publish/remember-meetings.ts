import { createHash } from 'node:crypto';
import { makeMeetingParts, type MeetingMaker, type MeetingParts } from '../assemble/assemble-site.ts';
import {
  AnswerDigests,
  areStillGiven,
  writeDownAnswers,
  type GivenAnswer,
} from '../assemble/assembly-answers.ts';
import { headOf, type Assembly } from '../assemble/assembly.ts';
import { pagesOfMeeting } from '../assemble/meeting-part.ts';
import type { Glossary } from '../model/glossary.ts';
import type { SearchRecord } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { digestOf, type BuildMemory } from './build-memory.ts';

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

type PaperHead = Pick<Extract<SearchRecord, { readonly kind: 'paper' }>, 'address' | 'date'> & {
  readonly sha256: string;
};

/** What a build has made of a meeting. The texts of its papers' records are kept beside it, and read only when they are needed. */
interface KeptMeeting extends Pick<MeetingParts, 'words' | 'exports'> {
  readonly answers: readonly GivenAnswer[];
  /** Digests of its pages' files. */
  readonly files: ReadonlyMap<string, string>;
  readonly papers: readonly PaperHead[];
  readonly resolutions: readonly SearchRecord[];
}

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
  const toKeep: ((digestOfFile: (file: string) => string | undefined) => void)[] = [];
  let lastTexts: { readonly digest: string; readonly htmls: readonly string[] | undefined } | undefined;

  const readHtml = (digest: string, number: number): string | undefined => {
    if (lastTexts?.digest !== digest)
      lastTexts = { digest, htmls: memory.find<readonly string[]>('records', digest) };
    return lastTexts.htmls?.[number];
  };
  /** Records whose texts are read when Pagefind wants them; made again where they are no longer there. */
  const papersOf = (
    digest: string,
    heads: readonly PaperHead[],
    remake: () => MeetingParts,
  ): readonly SearchRecord[] =>
    heads.map((head, number) => ({
      kind: 'paper',
      ...head,
      get html() {
        return readHtml(digest, number) ?? htmlOf(remake().records.papers[number]!);
      },
    }));

  const partsOf: MeetingMaker['partsOf'] = (assembly, body, meeting) => {
    const remake = (): MeetingParts => makeMeetingParts(assembly, body, meeting, glossary);
    const digest = digestOf(options.digestOfMeeting(meeting), settingsDigest, digestOfBody(body));
    const kept = findKept(assembly, body, meeting, digest);
    if (kept !== undefined) {
      memory.retain('records', digest);
      for (const [file, sha256] of kept.files) ofMeetings.set(file, sha256);
      const { words, exports, resolutions } = kept;
      const pages = pagesOfMeeting(assembly, body, meeting);
      return {
        pages,
        words,
        exports,
        records: { papers: papersOf(digest, kept.papers, remake), resolutions },
      };
    }
    const listening = writeDownAnswers(assembly, digests);
    const parts = makeMeetingParts(listening.assembly, body, meeting, glossary);
    const { pages, words, exports } = parts;
    const { resolutions } = parts.records;
    const htmls = parts.records.papers.map(htmlOf);
    const papers = parts.records.papers.map(({ address }, number) => ({
      ...{ address, date: meeting.date, sha256: sha256Of(htmls[number]!) },
    }));
    memory.keep('records', digest, htmls);
    for (const { file } of pages) ofMeetings.set(file, undefined);
    toKeep.push((digestOfFile) => {
      const files = digestsOfFiles(
        pages.map(({ file }) => file),
        digestOfFile,
      );
      // Only now: a page asks when it is rendered.
      const answers = listening.answers();
      const made: KeptMeeting = { answers, files, papers, resolutions, words, exports };
      memory.keep('meeting', digest, made);
    });
    return { pages, words, exports, records: { papers: papersOf(digest, papers, remake), resolutions } };
  };

  const findKept = (
    assembly: Assembly,
    body: PublicBodyHead,
    meeting: PublicMeeting,
    digest: string,
  ): KeptMeeting | undefined => {
    const kept = memory.find<KeptMeeting>('meeting', digest);
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
    findMade: (page) => {
      if (ofMeetings.has(page.file)) return ofMeetings.get(page.file);
      const digest = digestOf(page.template, page.props);
      wholePages.set(digest, page.file);
      return keptPages.get(digest);
    },
    keepMade: (digestOfFile) => {
      for (const keep of toKeep) keep(digestOfFile);
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

function htmlOf(record: SearchRecord): string {
  return record.kind === 'paper' ? record.html : '';
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
