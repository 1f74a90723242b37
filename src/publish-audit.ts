import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditOutput } from './audit/audit-output.ts';
import { findingToProblem } from './audit/finding-to-problem.ts';
import type { Finding, Leak, Overlap } from './audit/finding.ts';
import { fingerprintWithheld } from './audit/fingerprint.ts';
import type { Fingerprints } from './audit/fingerprint.ts';
import { manifestFile, parseManifest } from './audit/manifest.ts';
import { findOverlaps } from './audit/overlap.ts';
import { thirdPartyHashes } from './audit/third-party.ts';
import { problemAt, type Problem } from './model/problem.ts';
import type { Publication } from './model/publication.ts';
import type { PreparedSite } from './publish.ts';
import { publicTexts } from './withhold/public-texts.ts';

/**
 * Joins the audit to the build: gives it what was withheld and what is public, and makes problems of what it finds. If
 * what it finds is on the site that stands already, the first problem says so.
 */
export async function auditPublication(
  prepared: PreparedSite,
  expectedFiles: readonly string[],
): Promise<readonly Problem[]> {
  const { withheld, publication, attachments, accepted, options, ownTexts, outputDirectory } = prepared;
  const attached = attachments.map((attachment) => attachment.text);
  const publicHashes = attachments.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const fingerprints = fingerprintWithheld(
    withheld,
    [...publicTexts(publication), ...headingsOf(publication), ...attached, ...ownTexts],
    new Set(publicHashes),
  );
  const findings = await auditOutput({
    directory: outputDirectory,
    expectedFiles,
    fingerprints,
    accepted,
    acceptanceKey: options.acceptanceKey,
    thirdPartyHashes,
    otherFindings: findOverlaps(withheld, textsByFile(publication), { acceptanceKey: options.acceptanceKey }),
  });
  const alreadyPublic = await findAlreadyPublic(options.output, findings.filter(namesWithheld), fingerprints);
  return [...alreadyPublic, ...findings.map(findingToProblem)];
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
    thirdPartyHashes,
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
