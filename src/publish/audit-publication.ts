import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { auditOutput, type SearchPaths } from '../audit/audit-output.ts';
import { findingToProblem } from '../audit/finding-to-problem.ts';
import type { Finding, Leak, Overlap } from '../audit/finding.ts';
import { subtractPublic, type Fingerprints } from '../audit/fingerprint.ts';
import type { InspectedFile } from '../audit/inspect-file.ts';
import { formatManifest, manifestFile, parseManifest } from '../audit/manifest.ts';
import { overlapsOf } from '../audit/overlap.ts';
import type { SearchedBytes } from '../audit/raw-hits.ts';
import { walkOutput } from '../audit/walk-output.ts';
import { looksOf, type FileLook } from '../cache/file-look.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import type { WrittenSite } from '../publish.ts';
import { textsOfPapers, type MeetingHits } from './hits-of-meeting.ts';
import { inspectFiles, type FoundInBytes } from './inspect-files.ts';
import { createPathSearch } from './search-paths.ts';

/** What an audit found, and the files of the output as it read them. */
export interface AuditedPublication {
  readonly problems: readonly Problem[];
  readonly inspected: readonly InspectedFile[];
  /** How the files looked before they were read: by that it is known of most of them whether anybody has changed them since. */
  readonly looks: ReadonlyMap<string, FileLook>;
}

/**
 * Joins the audit to the build: has every file read, writes the manifest of all, gives the audit what was withheld and what is
 * public, and makes problems of what it finds. If that is on the site that stands already, the first problem says so.
 * `expectedFiles` are all that ought to be there but the manifest. What was found in the same bytes before, for the same
 * withheld papers, is remembered; what of it is public is taken away afresh at every build.
 */
export async function auditPublication(
  prepared: WrittenSite,
  expectedFiles: readonly string[],
): Promise<AuditedPublication> {
  const { withheld, attachments, accepted, options, outputDirectory } = prepared;
  const publicHashes = attachments.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const { prints } = withheld;
  const { remembered, ofOthers } = prepared.hits;
  const ofMeetings = await prepared.hits.ofMeetings;
  const fingerprints = subtractPublic(
    prints,
    [
      ...ofMeetings.flatMap(({ papers, others: rest }) => [...papers.map((paper) => paper.hits), rest]),
      ofOthers(),
    ],
    new Set(publicHashes),
  );
  const searchPaths = createPathSearch(prints, remembered);
  const expected = new Set(expectedFiles);
  const { inspected, looks } = await inspectAll(prepared, expected, searchPaths, remembered?.files);
  const findings = await auditOutput({
    directory: outputDirectory,
    expectedFiles: [...expectedFiles, manifestFile],
    inspectFiles: () => Promise.resolve(inspected),
    ...{ searchPaths, fingerprints, accepted },
    acceptanceKey: options.acceptanceKey,
    otherFindings: findOverlaps(prepared, ofMeetings),
  });
  remembered?.keep(inspected);
  const alreadyPublic = await findAlreadyPublic(options.output, findings.filter(namesWithheld), fingerprints);
  return { problems: [...alreadyPublic, ...findings.map(findingToProblem)], inspected, looks };
}

/** Only where a run of withheld words stands in a public paper is it asked which. */
function findOverlaps(
  { publication, withheld, options }: WrittenSite,
  ofMeetings: readonly MeetingHits[],
): readonly Overlap[] {
  const files = new Set(
    ofMeetings.flatMap(({ papers }) =>
      papers.filter(({ hits }) => hits.longRuns.length > 0).map(({ file }) => file),
    ),
  );
  if (files.size === 0) return [];
  const papers = publication.bodies.flatMap((body) => body.meetings).flatMap(textsOfPapers);
  return papers
    .filter(({ file }) => files.has(file))
    .flatMap(({ file, texts }) => overlapsOf(withheld.prints, file, texts, options.acceptanceKey));
}

/** Reads all that stands in the output, and what ought to be there into the manifest, which is read too. */
async function inspectAll(
  {
    outputDirectory: directory,
    withheld: { prints, key },
    files: { taken },
    options,
    early,
    inspector,
  }: WrittenSite,
  expected: ReadonlySet<string>,
  searchPaths: SearchPaths,
  remembered: ReadonlyMap<string, FoundInBytes> = new Map(),
): Promise<Pick<AuditedPublication, 'inspected' | 'looks'>> {
  const entries = walkOutput(directory);
  const files = entries.flatMap(({ file, kind }) => (kind === 'file' ? [file] : []));
  // Beside the files, and none of them.
  const looks = looksOf(directory, files, dirname(directory));
  const known = await early;
  const [inspected, ofPaths] = await Promise.all([
    inspectFiles({
      ...{ directory, files, prints, key, looks, inspector, tell: options.onProgress },
      // Whoever was early has read them in this build; an earlier one can know only what was carried over.
      carried: known === undefined ? taken : new Map([...taken, ...known.read]),
      found: known === undefined ? remembered : new Map([...remembered, ...known.found]),
    }),
    // While threads look through files. Of what ought to be there all these are listed in the manifest too.
    searchPaths(files),
  ]);
  const listed = inspected.filter(({ file }) => expected.has(file));
  return { inspected: [...inspected, await writeManifest(directory, listed, ofPaths)], looks };
}

/**
 * Writes the manifest. What was found in it is what was found in its paths: digests and sizes are of files that were looked through
 * themselves, and tens of thousands of them would be decoded in every way to nothing.
 */
async function writeManifest(
  directory: string,
  listed: readonly InspectedFile[],
  ofPaths: SearchedBytes,
): Promise<InspectedFile> {
  const entries = listed.map(({ file, sha256, bytes }) => ({ path: file, sha256, bytes }));
  const manifest = Buffer.from(formatManifest(entries));
  await writeFile(join(directory, manifestFile), manifest, { flag: 'wx' });
  return {
    file: manifestFile,
    sha256: createHash('sha256').update(manifest).digest('hex'),
    bytes: manifest.length,
    ...ofPaths,
  };
}

/** Looks whether something of what would have leaked stands in the site that was published before. */
async function findAlreadyPublic(
  output: string,
  found: readonly (Leak | Overlap)[],
  fingerprints: Fingerprints,
): Promise<readonly Problem[]> {
  const manifest = await readFile(join(output, manifestFile), 'utf8').catch(() => '');
  // Without findings there is nothing to look for; without a manifest no site stands there.
  if (found.length === 0 || manifest === '') return [];
  const standing = await auditOutput({
    directory: output,
    expectedFiles: [manifestFile, ...(parseManifest(manifest)?.files ?? []).map((file) => file.path)],
    fingerprints,
    accepted: [],
  });
  const files = standing
    .filter(namesWithheld)
    .filter(({ withheld }) => found.some((finding) => finding.withheld.file === withheld.file))
    .map(({ file }) => file);
  const names = [...new Set(files)].slice(0, shownFiles).join(', ');
  if (names === '') return [];
  return [
    problemAt(
      { file: output, line: 1, column: 1 },
      'audit-already-public',
      `The site that stands was published with withheld text in it, and this build does not replace it. It is in ${names}${files.length > shownFiles ? ' and more' : ''}.`,
      'Take that site down at once, wherever it was copied to. Then mend what follows, and build again.',
    ),
  ];
}

const shownFiles = 5;

function namesWithheld(finding: Finding): finding is Leak | Overlap {
  return 'withheld' in finding;
}
