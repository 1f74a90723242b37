import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleSite } from './assemble/assemble-site.ts';
import { acceptedFindingsFile, parseAcceptedFindings } from './audit/accepted-findings.ts';
import type { AcceptedFinding } from './audit/accepted-findings.ts';
import { auditOutput } from './audit/audit-output.ts';
import { findingToProblem } from './audit/finding-to-problem.ts';
import { fingerprintWithheld } from './audit/fingerprint.ts';
import { createManifest, manifestFile } from './audit/manifest.ts';
import { findOverlaps } from './audit/overlap.ts';
import { thirdPartyHashes } from './audit/third-party.ts';
import { buildSearchIndex } from './index/build-search-index.ts';
import { countPublication } from './ledger/count-publication.ts';
import { createLedger, formatLedger } from './ledger/create-ledger.ts';
import type { OutputFile, SitePlan } from './model/page.ts';
import { PublishError } from './model/problem.ts';
import type { Problem } from './model/problem.ts';
import type { PublicAttachment, Publication } from './model/publication.ts';
import type { Site } from './model/site.ts';
import type { Withheld } from './model/withheld.ts';
import { fileErrorToProblem } from './output/file-error-problem.ts';
import { openOutput } from './output/open-output.ts';
import type { Output } from './output/open-output.ts';
import { readContent } from './read/read-content.ts';
import { readData } from './read/read-data.ts';
import { readFolder } from './read/read-folder.ts';
import { renderPages } from './render/render-pages.ts';
import { validateContent } from './validate/validate-content.ts';
import { validateSite } from './validate/validate-site.ts';
import { prepareAttachments } from './withhold/attachments/prepare-attachments.ts';
import { publicTexts } from './withhold/public-texts.ts';
import { countProblem, withhold } from './withhold/withhold.ts';

/*
 * The one file that joins the stages, and the one to read first:
 *
 *     content/ -> read -> validate -> withhold -> assemble -> render -> index -> audit -> _site/
 *
 * planPublication goes as far as assemble and writes nothing; preparePublication opens a fresh folder beside the
 * output; Eleventy renders into it; finishPublication indexes, audits and swaps it in. Problems are values up to here,
 * and here they are thrown, all at once.
 */

/** What a build is asked for. Paths are absolute or from the working folder. */
export interface PublishOptions {
  readonly content: string;
  readonly data: string;
  readonly output: string;
  /** The build's date, `yyyy-mm-dd`: what is to be published later than that is withheld. */
  readonly date: string;
  /** A secret of the site by which accepted findings are known again; without it none can be accepted. */
  readonly acceptanceKey?: string | undefined;
}

/** The whole site as values, and what was withheld from it. */
export interface PlannedSite {
  readonly options: PublishOptions;
  readonly site: Site;
  readonly publication: Publication;
  readonly attachments: readonly PublicAttachment[];
  readonly withheld: Withheld;
  readonly plan: SitePlan;
  readonly accepted: readonly AcceptedFinding[];
  /** Public words that are in no paper: settings, templates, and the sentences that the program itself writes. */
  readonly ownTexts: readonly string[];
}

/** A planned site with the folder that it is being written to. */
export interface PreparedSite extends PlannedSite {
  /** The fresh folder beside the output. */
  readonly outputDirectory: string;
  readonly output: Output;
}

/** Where page templates stand. */
export const templatesDirectory = fileURLToPath(new URL('../templates', import.meta.url));

/** Reads, validates, withholds and assembles; writes nothing. Throws PublishError with every problem found. */
export async function planPublication(options: PublishOptions): Promise<PlannedSite> {
  const [read, data, templates, wording] = await Promise.all([
    readContent(options.content),
    readData(options.data),
    readFolder(templatesDirectory),
    readFolder(fileURLToPath(new URL('./assemble', import.meta.url))),
  ]);
  const validated = validateContent(read.source);
  const site = validateSite('data/site.yaml', data.files.get('site.yaml') ?? '');
  const acceptances = parseAcceptedFindings(data.files.get(acceptedFindingsFile.replace('data/', '')) ?? '');
  const split = withhold(validated.bodies, { date: options.date, nextCanary: createCanary });
  const { attachments, problems: attachmentProblems } = await prepareAttachments(split.linked, split.withheld);
  const { resolutions } = countPublication(split.publication);
  const withheldResolutions = split.withheld.pieces.reduce((sum, piece) => sum + piece.resolutions, 0);
  const problems: readonly Problem[] = [
    ...read.problems,
    ...data.problems,
    ...validated.problems,
    ...('problems' in site && data.problems.length === 0 ? site.problems : []),
    ...acceptances.problems,
    ...split.problems,
    ...attachmentProblems,
  ];
  if (problems.length > 0 || 'problems' in site) throw new PublishError(problems);
  const miscounted = countProblem(split.resolutionsRead, resolutions, withheldResolutions);
  if (miscounted !== undefined) throw new PublishError([miscounted]);
  const assets = templates.filter(({ file }) => file.startsWith('assets/'));
  const texts = [...templates, ...wording].map(({ bytes }) => new TextDecoder().decode(bytes));
  return {
    options,
    site: site.site,
    publication: split.publication,
    attachments,
    withheld: split.withheld,
    plan: assembleSite({ publication: split.publication, attachments, site: site.site, assets }),
    accepted: acceptances.accepted,
    ownTexts: [...data.files.values(), ...texts, options.date],
  };
}

/** A random word that no text has, for the withhold stage to plant. */
function createCanary(): string {
  return `zq${randomBytes(10).toString('hex')}`;
}

/** Plans the site and opens a fresh folder for it. Throws PublishError. */
export async function preparePublication(options: PublishOptions): Promise<PreparedSite> {
  const planned = await planPublication(options);
  const opened = await openOutput(options.output);
  if ('problems' in opened) throw new PublishError(opened.problems);
  return { ...planned, output: opened.output, outputDirectory: opened.output.freshDirectory };
}

/** Builds a site from content to swapped-in output. Throws PublishError; the site that stood before is then as it was. */
export async function publish(options: PublishOptions): Promise<PlannedSite> {
  const prepared = await preparePublication(options);
  try {
    await renderPages({ pages: prepared.plan.pages, outputDirectory: prepared.outputDirectory, templatesDirectory });
    await finishPublication(prepared);
  } catch (error) {
    await abandonPublication(prepared);
    const problem = fileErrorToProblem(error, options.output);
    throw problem === undefined ? error : new PublishError([problem]);
  }
  return prepared;
}

/** What comes after rendering: files, search index, manifest, audit, ledger, swap. Throws PublishError. */
export async function finishPublication(prepared: PreparedSite): Promise<void> {
  const { plan, site, outputDirectory } = prepared;
  await writeFiles(outputDirectory, plan.files);
  const index = await buildSearchIndex({ records: plan.searchRecords, basePath: site.basePath, outputDirectory, language: site.language });
  const files = [...plan.pages.map((page) => page.file), ...plan.files.map((file) => file.file), ...index.files];
  await writeFiles(outputDirectory, [{ file: manifestFile, bytes: Buffer.from(await createManifest(outputDirectory, files)) }]);
  const problems = await audit(prepared, [...files, manifestFile]);
  if (problems.length > 0) throw new PublishError(problems);
  await writeLedger(prepared);
  const swapProblems = await prepared.output.swapIn();
  if (swapProblems.length > 0) throw new PublishError(swapProblems);
}

/** Deletes the fresh folder; the standing site stays. */
export async function abandonPublication(prepared: PreparedSite): Promise<void> {
  await prepared.output.discard();
}

async function audit(prepared: PreparedSite, expectedFiles: readonly string[]): Promise<readonly Problem[]> {
  const { withheld, publication, attachments, accepted, options, ownTexts, outputDirectory } = prepared;
  const texts = [...publicTexts(publication), ...attachments.map((attachment) => attachment.text), ...ownTexts];
  const publicHashes = new Set(attachments.map((attachment) => createHash('sha256').update(attachment.bytes).digest('hex')));
  const otherFindings = findOverlaps(withheld, textsByFile(publication), { acceptanceKey: options.acceptanceKey });
  const findings = await auditOutput({
    directory: outputDirectory,
    expectedFiles,
    fingerprints: fingerprintWithheld(withheld, texts, publicHashes),
    accepted,
    acceptanceKey: options.acceptanceKey,
    thirdPartyHashes,
    otherFindings,
  });
  return findings.map(findingToProblem);
}

/** The texts of reports and minutes by their file; an agenda prints what its restricted items are called, and may. */
function textsByFile(publication: Publication): ReadonlyMap<string, readonly string[]> {
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  const papers = meetings.flatMap((meeting) => [...meeting.reports, ...meeting.supplements, ...(meeting.minutes === undefined ? [] : [meeting.minutes])]);
  return new Map(papers.map((paper) => [paper.file, publicTexts(paper)]));
}

async function writeFiles(directory: string, files: readonly OutputFile[]): Promise<void> {
  for (const { file, bytes } of files) {
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await writeFile(join(directory, file), bytes, { flag: 'wx' });
  }
}

/** Writes the ledger beside the output, never into it. */
async function writeLedger({ publication, withheld, options }: PreparedSite): Promise<void> {
  const ledger = createLedger(publication, withheld);
  const directory = `${options.output.replace(/[/\\]+$/, '')}.ledger`;
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'ledger.txt'), formatLedger(ledger));
  await writeFile(join(directory, 'ledger.json'), `${JSON.stringify(ledger, null, 2)}\n`);
}
