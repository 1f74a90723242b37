import { collectPages, isSamePages, type PagesOfWord } from './collect-pages.ts';
import type { WordChunk } from './cut-chunks.ts';
import { wordsOfPart, type Part, type PartHead } from './indexed-part.ts';
import { unpackIndexFile } from './index-files.ts';
import type { KeptIndex, KeptShard, ShardChunk } from './kept-index.ts';
import { mergeWords } from './merge-words.ts';
import { patchChunks } from './patch-chunks.ts';

/** A part in its place in a shard. */
export interface PlacedPart {
  readonly name: string;
  readonly digest: string;
  readonly part: Part;
}

interface ShardPatch {
  readonly parts: readonly PlacedPart[];
  readonly last: KeptShard;
  readonly kept: KeptIndex;
  /** Where the files of words stand in the output. */
  readonly fileOf: (name: string) => string;
}

/** From so many records on, a merge of everything is hardly slower. */
const mostChanged = 1 / 8;

/**
 * The chunks of a shard, made from those that it had in the last output: those that are the same are given as they stood. Undefined where
 * they cannot be, since records have come or gone, or something is not there; then all words are to be merged.
 */
export async function patchShard(
  patch: ShardPatch,
): Promise<readonly (ShardChunk | WordChunk)[] | undefined> {
  const { parts, last, kept, fileOf } = patch;
  const changed = findChanged(patch);
  if (changed === undefined || last.chunks.length === 0) return undefined;
  const changes = new Map<string, PagesOfWord>();
  for (const { number, old, oldDigest, firstPage, pages } of changed) {
    const oldWords = kept.findWords(oldDigest);
    if (oldWords === undefined) return undefined;
    const numberOf = (page: number): number => (pages.has(page) ? page : -1);
    const { head, words } = parts[number]!.part;
    const before = collectPages(mergeWords([wordsOfPart(old, oldWords, firstPage)]), numberOf);
    const now = collectPages(mergeWords([wordsOfPart(head, await words(), firstPage)]), numberOf);
    for (const key of new Set([...before.keys(), ...now.keys()]))
      if (!isSamePages(before.get(key), now.get(key)))
        changes.set(key, addPages(changes.get(key), now.get(key)));
  }
  let isWhole = true;
  const read = ({ name, sha256 }: ShardChunk): Uint8Array => {
    const content = kept.readFile(fileOf(name), sha256);
    if (content !== undefined) return unpackIndexFile({ path: name, content });
    isWhole = false;
    return noWords;
  };
  const pages = new Set(changed.flatMap((each) => [...each.pages]));
  const patched = [...patchChunks({ chunks: last.chunks, read, pages, changes })];
  return isWhole ? patched : undefined;
}

/** `[[]]`. */
const noWords = Uint8Array.of(0x81, 0x80);

function addPages(first: PagesOfWord | undefined, second: PagesOfWord | undefined): PagesOfWord {
  if (first === undefined || second === undefined) return first ?? second ?? { pages: [], forms: new Map() };
  const forms = new Map(first.forms);
  for (const [form, pages] of second.forms) forms.set(form, [...(forms.get(form) ?? []), ...pages]);
  return { pages: [...first.pages, ...second.pages], forms };
}

/** A part of which some records are others than before, as many as they were. */
interface ChangedPart {
  /** Among the parts of the shard. */
  readonly number: number;
  readonly old: PartHead;
  readonly oldDigest: string;
  readonly firstPage: number;
  /** The records that are others, numbered through the shard. */
  readonly pages: ReadonlySet<number>;
}

function findChanged({ parts, last, kept }: ShardPatch): readonly ChangedPart[] | undefined {
  const isSame =
    last.parts.length === parts.length && parts.every(({ name }, at) => last.parts[at]!.name === name);
  if (!isSame) return undefined;
  const changed: ChangedPart[] = [];
  let firstPage = 0;
  for (const [number, { digest, part }] of parts.entries()) {
    const { records } = part.head;
    const { digest: oldDigest } = last.parts[number]!;
    if (digest !== oldDigest) {
      const old = kept.findHead(oldDigest);
      if (old?.records.length !== records.length) return undefined;
      const first = firstPage;
      const pages = records.flatMap((record, at) =>
        record.digest === old.records[at]!.digest ? [] : [first + at],
      );
      changed.push({ number, old, oldDigest, firstPage, pages: new Set(pages) });
    }
    firstPage += records.length;
  }
  const count = changed.reduce((sum, { pages }) => sum + pages.size, 0);
  return count > firstPage * mostChanged ? undefined : changed;
}
