import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcceptedFinding } from './accepted-findings.ts';
import { applyAcceptances } from './apply-acceptances.ts';
import { findMisplaced } from './find-misplaced.ts';
import type { Finding, UnreadableFile } from './finding.ts';
import type { Fingerprints } from './fingerprint.ts';
import { isSuspicious } from './is-suspicious.ts';
import { leaksFromDiscoveries } from './leaks-from-discoveries.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import { formatPaths } from './manifest.ts';
import { findRawHits, type SearchedBytes } from './raw-hits.ts';
import { searchView, type Discovery } from './search-view.ts';
import { toShownPath } from './shown-path.ts';
import { readViews, type UnreadableView } from './views.ts';
import { walkOutput, type OutputEntry } from './walk-output.ts';
import type { WithheldPrints } from './withheld-prints.ts';

/** Reads files of the output and looks for everything withheld in them; the answer has all of them, in any order. */
export type InspectFiles = (files: readonly string[]) => Promise<readonly InspectedFile[]>;

/** Looks for everything withheld in the paths of files. */
export type SearchPaths = (files: readonly string[]) => Promise<SearchedBytes>;

/** What the audit is given. */
export interface AuditOptions {
  /** The freshly built folder, before it is published. */
  readonly directory: string;
  /** Every file that ought to be in it, from its root, with forward slashes. */
  readonly expectedFiles: readonly string[];
  readonly fingerprints: Fingerprints;
  /** Decisions of `data/accepted-findings.yaml`. */
  readonly accepted: readonly AcceptedFinding[];
  /**
   * A secret of the site, the same in every run. Without it findings have no ids, and none can be accepted.
   */
  readonly acceptanceKey?: string | undefined;
  /** Findings of another check (overlaps) that acceptances may excuse as well. */
  readonly otherFindings?: readonly Finding[];
  /** How files are read; one after another, unless told. */
  readonly inspectFiles?: InspectFiles;
  /** How everything withheld is looked for in all paths; in all as one text, unless told. */
  readonly searchPaths?: SearchPaths;
}

/**
 * The audit: reads back every byte of the output in every form it may take, and compares the list of files
 * with the planned one. What goes in are fingerprints; what comes out is a finding for everything that is
 * wrong, without a word of withheld text, in the order of the files. No finding means that nothing of 6
 * withheld words in a row, no withheld name, and nothing unplanned is there. Rejects when the directory
 * cannot be read.
 */
export async function auditOutput(options: AuditOptions): Promise<readonly Finding[]> {
  const { directory, expectedFiles, fingerprints, otherFindings = [], accepted } = options;
  const entries = walkOutput(directory);
  const expected = new Set(expectedFiles);
  const show = (file: string): string => toShownPath(file, expected, (name) => isTelling(name, fingerprints));
  const findings: Finding[] = [...otherFindings];
  for (const misplaced of findMisplaced(entries, expectedFiles))
    findings.push({ ...misplaced, file: show(misplaced.file) });
  const files = entries.flatMap(({ file, kind }) => (kind === 'file' ? [file] : []));
  const inspect = options.inspectFiles ?? oneByOne(directory, fingerprints.prints);
  const inspected = new Map((await inspect(files)).map((each) => [each.file, each]));
  const searchPaths =
    options.searchPaths ?? ((paths) => findRawHits(Buffer.from(formatPaths(paths)), fingerprints.prints));
  const telling = await findTellingPaths(entries, fingerprints, searchPaths);
  for (const { file } of entries) {
    const inside = inspected.get(file);
    const found = [
      ...(telling.get(file) ?? []),
      ...(inside === undefined ? [] : await judge(inside, directory, fingerprints)),
    ];
    if (found.length > 0) findings.push(...toFindings(found, show(file), options));
  }
  return applyAcceptances(findings, accepted);
}

function oneByOne(directory: string, prints: WithheldPrints): InspectFiles {
  return async (files) => {
    const inspected: InspectedFile[] = [];
    for (const file of files) inspected.push(await inspectFile(directory, file, prints));
    return inspected;
  };
}

function isTelling(name: string, fingerprints: Fingerprints): boolean {
  const view = { kind: 'text', name: '', text: name, isNoise: false, isIndex: false } as const;
  return searchView(view, fingerprints).length > 0;
}

/** What is withheld in the paths of files, by path. All are looked through at once, and only where something is, one by one. */
async function findTellingPaths(
  entries: readonly OutputEntry[],
  fingerprints: Fingerprints,
  searchPaths: SearchPaths,
): Promise<ReadonlyMap<string, readonly Discovery[]>> {
  const telling = new Map<string, readonly Discovery[]>();
  const { hits } = await searchPaths(entries.map(({ file }) => file));
  if (!isSuspicious(hits, fingerprints)) return telling;
  for (const { file } of entries) {
    const { discoveries } = await search(Buffer.from(file), fingerprints);
    telling.set(
      file,
      discoveries.map((each) => ({ ...each, view: 'file name' })),
    );
  }
  return telling;
}

/** What is withheld in an inspected file, place by place, and what of it cannot be read. */
async function judge(
  { file, hits, unreadable }: InspectedFile,
  directory: string,
  fingerprints: Fingerprints,
): Promise<readonly (Discovery | UnreadableView)[]> {
  if (!isSuspicious(hits, fingerprints)) return unreadable;
  const { discoveries } = await search(await readFile(join(directory, file)), fingerprints);
  return [...unreadable, ...discoveries];
}

function toFindings(
  found: readonly (Discovery | UnreadableView)[],
  shown: string,
  { fingerprints, acceptanceKey }: AuditOptions,
): readonly Finding[] {
  const discoveries = found.filter((each): each is Discovery => !('kind' in each));
  return [
    ...found
      .filter((each): each is UnreadableView => 'kind' in each)
      .map((view) => toUnreadable(view, shown)),
    ...leaksFromDiscoveries(discoveries, shown, fingerprints.prints.sources, acceptanceKey),
  ];
}

function toUnreadable(view: UnreadableView, file: string): UnreadableFile {
  return { code: 'audit-unreadable', file, view: view.name, because: view.because };
}

/** What is withheld in bytes, place by place. */
async function search(
  bytes: Uint8Array,
  fingerprints: Fingerprints,
): Promise<{ readonly discoveries: readonly Discovery[] }> {
  const discoveries: Discovery[] = [];
  for await (const view of readViews(bytes))
    if (view.kind !== 'unreadable') discoveries.push(...searchView(view, fingerprints));
  return { discoveries };
}
