import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditOutput } from '../audit/audit-output.ts';
import { findingToProblem } from '../audit/finding-to-problem.ts';
import type { Finding, Leak, Overlap } from '../audit/finding.ts';
import { subtractPublic, type Fingerprints } from '../audit/fingerprint.ts';
import { inspectFile, type InspectedFile } from '../audit/inspect-file.ts';
import { formatManifest, manifestFile, parseManifest } from '../audit/manifest.ts';
import { overlapsOf } from '../audit/overlap.ts';
import { findPublicHits } from '../audit/public-hits.ts';
import { walkOutput } from '../audit/walk-output.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import type { Publication } from '../model/publication.ts';
import type { PreparedSite } from '../publish.ts';
import { inspectFiles } from './inspect-files.ts';
import { publicTexts } from '../withhold/public-texts.ts';

/**
 * Joins the audit to the build: has every file read, writes the manifest of all, gives the audit what was withheld and what is
 * public, and makes problems of what it finds. If that is on the site that stands already, the first problem says so.
 * `expectedFiles` are all that ought to be there but the manifest.
 */
export async function auditPublication(
  prepared: PreparedSite,
  expectedFiles: readonly string[],
): Promise<readonly Problem[]> {
  const { withheld, publication, attachments, accepted, options, ownTexts, outputDirectory } = prepared;
  const attached = attachments.map((attachment) => attachment.text);
  const publicHashes = attachments.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const { prints } = withheld;
  const papers = [...textsByFile(publication)].map(([file, texts]) => ({
    ...{ file, texts },
    hits: findPublicHits(prints, texts),
  }));
  const others = [
    ...publicTexts(withoutPapers(publication)),
    ...headingsOf(publication),
    ...attached,
    ...ownTexts,
  ];
  const hits = [...papers.map((paper) => paper.hits), findPublicHits(prints, others)];
  const fingerprints = subtractPublic(prints, hits, new Set(publicHashes));
  // Only where a run of withheld words stands in a public paper is it asked which.
  const overlapping = papers
    .filter((paper) => paper.hits.longRuns.size > 0)
    .flatMap(({ file, texts }) => overlapsOf(prints, file, texts, options.acceptanceKey));
  const inspected = await inspectAll(prepared, new Set(expectedFiles));
  const findings = await auditOutput({
    directory: outputDirectory,
    expectedFiles: [...expectedFiles, manifestFile],
    inspectFiles: () => Promise.resolve(inspected),
    fingerprints,
    accepted,
    acceptanceKey: options.acceptanceKey,
    otherFindings: overlapping,
  });
  const alreadyPublic = await findAlreadyPublic(options.output, findings.filter(namesWithheld), fingerprints);
  return [...alreadyPublic, ...findings.map(findingToProblem)];
}

/** Reads all that stands in the output, and what ought to be there into the manifest, which is read too. */
async function inspectAll(
  { outputDirectory: directory, withheld: { prints, key } }: PreparedSite,
  expected: ReadonlySet<string>,
): Promise<readonly InspectedFile[]> {
  const entries = await walkOutput(directory);
  const files = entries.flatMap(({ file, kind }) => (kind === 'file' ? [file] : []));
  const inspected = await inspectFiles({ directory, files, prints, key });
  const listed = inspected.filter(({ file }) => expected.has(file));
  const manifest = formatManifest(listed.map(({ file, sha256, bytes }) => ({ path: file, sha256, bytes })));
  await writeFile(join(directory, manifestFile), manifest, { flag: 'wx' });
  return [...inspected, await inspectFile(directory, manifestFile, prints)];
}

/** Items as pages and minutes head them: what the minute of a restricted item begins with, the public agenda says too. */
function headingsOf(publication: Publication): readonly string[] {
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  const items = meetings.flatMap(({ agenda, minutes }) => [
    ...(agenda?.parts.flatMap((part) => part.items) ?? []),
    ...(minutes?.minutes ?? []),
  ]);
  return items.map(({ code = '', title }) => `${code} ${title} Item ${code}`);
}

/** The texts of reports and minutes by their file; an agenda prints what its restricted items are called, and may. */
function textsByFile(publication: Publication): ReadonlyMap<string, readonly string[]> {
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  const papers = meetings.flatMap(({ reports, supplements, minutes }) => [
    ...reports,
    ...supplements,
    ...(minutes === undefined ? [] : [minutes]),
  ]);
  return new Map(papers.map((paper) => [paper.file, publicTexts(paper)]));
}

/** The bodies and their agendas: what stands in no paper of its own. */
function withoutPapers({ bodies }: Publication): unknown {
  return bodies.map((body) => ({
    ...body,
    meetings: body.meetings.map((meeting) => ({
      ...meeting,
      reports: [],
      supplements: [],
      minutes: undefined,
    })),
  }));
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
