import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcceptedFinding } from './accepted-findings.ts';
import { applyAcceptances } from './apply-acceptances.ts';
import { findMisplaced } from './find-misplaced.ts';
import type { Finding, UnreadableFile } from './finding.ts';
import type { Fingerprints } from './fingerprint.ts';
import { leaksFromDiscoveries } from './leaks-from-discoveries.ts';
import { searchView, type Discovery, type Thoroughness } from './search-view.ts';
import { toShownPath } from './shown-path.ts';
import { readViews, type UnreadableView } from './views.ts';
import { walkOutput, type OutputEntry } from './walk-output.ts';

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
  /**
   * SHA-256 digests, hexadecimal, of files that others wrote and that were looked through once: their words
   * are not searched.
   */
  readonly thirdPartyHashes: ReadonlySet<string>;
  /** Findings of another check (overlaps) that acceptances may excuse as well. */
  readonly otherFindings?: readonly Finding[];
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
  const entries = await walkOutput(directory);
  const expected = new Set(expectedFiles);
  const show = (file: string): string => toShownPath(file, expected, (name) => isTelling(name, fingerprints));
  const findings: Finding[] = [...otherFindings];
  for (const misplaced of findMisplaced(entries, expectedFiles))
    findings.push({ ...misplaced, file: show(misplaced.file) });
  for (const entry of entries) findings.push(...(await auditEntry(entry, show(entry.file), options)));
  return applyAcceptances(findings, accepted);
}

function isTelling(name: string, fingerprints: Fingerprints): boolean {
  return (
    searchView(
      { kind: 'text', name: '', text: name, isNoise: false, isIndex: false },
      fingerprints,
      'everything',
    ).length > 0
  );
}

/**
 * A file longer than this is not searched, and so not published: it would not fit in memory with its views.
 */
const maximumFileBytes = 128 * 1024 * 1024;

async function auditEntry(
  entry: OutputEntry,
  shown: string,
  options: AuditOptions,
): Promise<readonly Finding[]> {
  const { fingerprints, acceptanceKey, thirdPartyHashes, directory } = options;
  const path = await search(Buffer.from(entry.file), fingerprints, 'everything');
  const named = path.discoveries.map((each) => ({ ...each, view: 'file name' }));
  const toLeaks = (found: readonly Discovery[]): readonly Finding[] =>
    leaksFromDiscoveries(found, shown, fingerprints.sources, acceptanceKey);
  if (entry.kind !== 'file') return toLeaks(named);
  if (entry.bytes > maximumFileBytes)
    return [...toLeaks(named), { code: 'audit-unreadable', file: shown, view: 'text', because: 'too-large' }];
  const bytes = await readFile(join(directory, entry.file));
  const isThirdParty = thirdPartyHashes.has(createHash('sha256').update(bytes).digest('hex'));
  const inside = await search(bytes, fingerprints, isThirdParty ? 'canaries and names' : 'everything');
  return [
    ...inside.unreadable.map((view) => toUnreadable(view, shown)),
    ...toLeaks([...named, ...inside.discoveries]),
  ];
}

function toUnreadable(view: UnreadableView, file: string): UnreadableFile {
  return { code: 'audit-unreadable', file, view: view.name, because: view.because };
}

interface Searched {
  readonly discoveries: readonly Discovery[];
  readonly unreadable: readonly UnreadableView[];
}

async function search(
  bytes: Uint8Array,
  fingerprints: Fingerprints,
  thoroughness: Thoroughness,
): Promise<Searched> {
  const discoveries: Discovery[] = [];
  const unreadable: UnreadableView[] = [];
  for await (const view of readViews(bytes)) {
    if (view.kind === 'unreadable') unreadable.push(view);
    else discoveries.push(...searchView(view, fingerprints, thoroughness));
  }
  return { discoveries, unreadable };
}
