import { createHash } from 'node:crypto';
import type { MadeParts, MeetingParts } from '../assemble/assemble-site.ts';
import {
  exportLists,
  listsShownByLine,
  openExports,
  type ExportList,
  type ExportsHead,
} from '../assemble/exports/meeting-exports.ts';
import type { RecordWords } from '../assemble/search-aids.ts';
import type { SealedValues } from '../cache/sealed-values.ts';
import { linesOf, madeOf, type Made } from '../model/made.ts';
import type { Page, SearchRecord } from '../model/page.ts';

type PaperHead = Pick<Extract<SearchRecord, { readonly kind: 'paper' }>, 'address' | 'date'> & {
  readonly sha256: string;
};

interface LinesHead {
  readonly count: number;
  readonly digest: string;
  /** Of each line; absent of lists that are only taken whole. */
  readonly digests?: readonly string[];
}

/** What is known of a meeting's parts without reading them; a plain value. */
export interface PartsHead {
  readonly papers: readonly PaperHead[];
  readonly resolutions: readonly SearchRecord[];
  /** Digest. */
  readonly words: string;
  readonly exports: ExportsHead;
  readonly lines: {
    readonly [list in ExportList]: LinesHead;
  };
}

const kind = 'parts';

/**
 * Keeps what was made of a meeting, part by part; gives what a later build must know to find it, and the parts as this one uses them: read
 * from where they are kept, since those of ten thousand papers would fill the memory.
 */
export function keepParts(
  memory: SealedValues,
  digest: string,
  { pages, records, words, exports }: MadeParts,
  { date, remake }: { readonly date: string; readonly remake: () => MadeParts },
): { readonly head: PartsHead; readonly parts: MeetingParts } {
  const htmls = records.papers.map(htmlOf);
  memory.keepSections(kind, digest, { htmls, words, ...exports.lines });
  const { body, path, stamp } = exports;
  const head: PartsHead = {
    papers: records.papers.map(({ address }, number) => ({
      address,
      date,
      sha256: sha256Of(htmls[number]!),
    })),
    resolutions: records.resolutions,
    words: madeOf(words).digest,
    exports: { body, date: exports.date, path, stamp },
    lines: Object.fromEntries(
      exportLists.map((list) => {
        const { count, digest: of, digests } = linesOf(exports.lines[list]);
        const each = listsShownByLine.includes(list) ? { digests: digests() } : {};
        return [list, { count, digest: of, ...each } satisfies LinesHead];
      }),
    ) as PartsHead['lines'],
  };
  return { head, parts: openParts(memory, digest, head, pages, remake) };
}

/** The parts of a meeting that an earlier build has kept; each is read when it is asked for, and made again by `remake` where it is not to be had. */
export function openParts(
  memory: SealedValues,
  digest: string,
  head: PartsHead,
  pages: readonly Page[],
  remake: () => MadeParts,
): MeetingParts {
  memory.retain(kind, digest);
  const read = <Value>(section: string, again: (made: MadeParts) => Value): Value =>
    readPart<Value>(memory, digest, section) ?? again(remake());
  const words: Made<RecordWords> = {
    digest: head.words,
    read: () => read('words', (made) => made.words),
  };
  const papers = openPapers(head, () => read('htmls', ({ records }) => records.papers.map(htmlOf)));
  return {
    ...{ pages, words },
    exports: openExports(head.exports, (list) => {
      const { count, digest: of, digests } = head.lines[list];
      const readLines = (): readonly string[] => read(list, (made) => made.exports.lines[list]);
      return { count, digest: of, read: readLines, digests: () => digests ?? linesOf(readLines()).digests() };
    }),
    records: { papers, resolutions: head.resolutions },
  };
}

/** Records whose texts are read when Pagefind wants them: those of a meeting one after another. */
function openPapers({ papers }: PartsHead, read: () => readonly string[]): readonly SearchRecord[] {
  return papers.map((paper, number) => ({
    kind: 'paper',
    ...paper,
    get html() {
      if (last?.papers !== papers) last = { papers, htmls: read() };
      return last.htmls[number]!;
    },
  }));
}

let last: { readonly papers: readonly PaperHead[]; readonly htmls: readonly string[] } | undefined;

function readPart<Value>(memory: SealedValues, digest: string, section: string): Value | undefined {
  return memory.findSection<Value>(kind, digest, section);
}

function htmlOf(record: SearchRecord): string {
  return record.kind === 'paper' ? record.html : '';
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
