import { fileURLToPath } from 'node:url';
import { assembleSite } from './assemble/assemble-site.ts';
import type { AcceptedFinding } from './audit/accepted-findings.ts';
import { writeLedger, type KeepLedger } from './ledger/write-ledger.ts';
import type { FormerAddress } from './model/former-address.ts';
import type { Page, SitePlan } from './model/page.ts';
import { PublishError, type Problem } from './model/problem.ts';
import { countProgress, tellInTurn, type TellProgress } from './model/progress.ts';
import type { PublicAttachment, Publication } from './model/publication.ts';
import type { Site } from './model/site.ts';
import { fileErrorToProblem } from './output/file-error-problem.ts';
import { openOutput, type Output, type SaveFolder } from './output/open-output.ts';
import type { SettledAddresses } from './publish/settle-addresses.ts';
import { formerToShow, ownAddresses, settleAddresses } from './publish/settle-addresses.ts';
import { carryOutput, createOutputFiles, type OutputFiles } from './publish/carry-output.ts';
import { auditPublication } from './publish/audit-publication.ts';
import { digestOf, type BuildMemory } from './publish/build-memory.ts';
import { inspectEarly, manyPages, type InspectedEarly } from './publish/inspect-early.ts';
import { isMuch } from './publish/inspect-files.ts';
import { openInspector, type Inspector } from './publish/open-inspector.ts';
import { keepMadeFiles } from './publish/keep-made-files.ts';
import { keepIndex } from './publish/keep-index.ts';
import { keepMade, openMemory, takePages, type Keeper } from './publish/memory-of-site.ts';
import { beginToFindHits, type SiteHits } from './publish/hits-of-site.ts';
import { rememberMeetings, type RememberingMaker } from './publish/remember-meetings.ts';
import { pruneFolder } from './publish/prune-folder.ts';
import { runStep } from './publish/publish-fault.ts';
import { writeFiles } from './publish/write-files.ts';
import type { WithheldRecord } from './publish/join-split.ts';
import { splitSite, type SplitSite } from './publish/split-site.ts';
import type { SplitPapers } from './publish/split-papers.ts';
import { areFew, renderFewPages } from './render/render-few-pages.ts';
import { renderPages } from './render/render-pages.ts';

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
  /** The secret of fingerprints and planted words, of 32 bytes; without it one is made for this build. */
  readonly key?: Uint8Array;
  /** Where page templates, styles and scripts stand, if not in the project's own folder. */
  readonly templates?: string;
  /** A folder that keeps what a build makes for the next one; without it every build starts from nothing. */
  readonly cache?: string | undefined;
  /** Folders in which parts of the site were made by `publishPart`, to be taken over too. */
  readonly joined?: readonly string[];
  /** False for the command that keeps the list of addresses, which looks for itself. */
  readonly checksAddresses?: boolean;
  /** Told how far the build is. Nothing of what is withheld is in it. */
  readonly onProgress?: TellProgress;
  /** Told in a sentence what its reader may want to know of what was kept. */
  readonly onNote?: (sentence: string) => void;
}

/** The whole site as values, and what was withheld from it. */
export interface PlannedSite {
  readonly options: PublishOptions;
  readonly site: Site;
  readonly publication: Publication;
  readonly attachments: readonly PublicAttachment[];
  readonly withheld: WithheldRecord;
  /** The papers split one meeting after another, as the publication was joined from them. */
  readonly split: SplitPapers;
  /** Addresses that were published once and have a page that says so. */
  readonly former: readonly FormerAddress[];
  /** As in `JoinedSplit`. */
  readonly digests: ReadonlyMap<string, string>;
  /** What earlier builds have made, where a folder for it was given. */
  readonly memory?: BuildMemory;
  /** Keeps what was made in this one; without a memory there is none. */
  readonly maker?: RememberingMaker;
  readonly plan: SitePlan;
  readonly accepted: readonly AcceptedFinding[];
  readonly addresses: SettledAddresses;
  /** Public words that are in no paper: settings, templates, and the sentences that the program itself writes. */
  readonly ownTexts: readonly string[];
}

/** A planned site with the folder that it is being written to. */
export interface PreparedSite extends PlannedSite {
  /** The fresh folder beside the output. */
  readonly outputDirectory: string;
  readonly output: Output;
  /** What stands in it. */
  readonly files: OutputFiles;
  readonly hits: SiteHits;
  /** Looks through a few files of it at a time. */
  readonly inspector?: Inspector | undefined;
  /** What was found in pages while the rest was being written. */
  readonly early?: Promise<InspectedEarly>;
}

/** What is written of a site, or of a part of it, and will be audited. */
export type WrittenSite = Omit<PreparedSite, 'plan' | 'addresses' | 'former' | 'output'>;

/** Where page templates stand. */
export const templatesDirectory = fileURLToPath(new URL('../templates', import.meta.url));

/** Reads, validates, withholds and assembles; writes nothing. Throws PublishError with every problem found. */
export async function planPublication(options: PublishOptions): Promise<PlannedSite> {
  return await planSite(await splitSite(options, await openMemory(options)));
}

/** Assembles, and holds the plan against the addresses that must last. Throws PublishError. */
async function planSite(split: SplitSite): Promise<PlannedSite> {
  return await runStep('planning the pages', () => Promise.resolve(assemble(split)));
}

function assemble(siteSplit: SplitSite): PlannedSite {
  const { glossary, assets, addresses, ...split } = siteSplit;
  const { options, publication, attachments, withheld, site } = split;
  const own = ownAddresses(addresses, options, publication);
  const former = formerToShow(own, withheld.notes);
  const maker = openMaker(siteSplit);
  const plan = assembleSite({
    ...{ publication, attachments, site, assets, glossary, former, tell: options.onProgress },
    ...(maker === undefined ? {} : { maker }),
  });
  const settled = settleAddresses(own, plan, withheld.notes);
  if (options.checksAddresses !== false && settled.problems.length > 0)
    throw new PublishError(settled.problems);
  return { ...split, former, ...(maker === undefined ? {} : { maker }), plan, addresses: settled };
}

/** Opens what remembers the parts of meetings, where there is a memory. */
export function openMaker({
  memory,
  glossary,
  site,
  publication,
  digests,
}: SplitSite): RememberingMaker | undefined {
  if (memory === undefined) return undefined;
  return rememberMeetings({
    ...{ memory, glossary },
    settingsDigest: digestOf(site, [...glossary]),
    meetings: publication.bodies.flatMap(({ meetings }) => meetings),
    digestOfMeeting: ({ body, slug }) => digests.get(`${body}/${slug}`)!,
  });
}

/** Plans the site and opens a fresh, empty folder for it. Throws PublishError. */
export async function preparePublication(asked: PublishOptions): Promise<PreparedSite> {
  const options = inTurn(asked);
  const planned = await planPublication(options);
  const output = await openFreshOutput(options);
  const outputDirectory = output.freshDirectory;
  const files = createOutputFiles(outputDirectory);
  return { ...planned, output, outputDirectory, files, hits: beginToFindHits(planned) };
}

/** With progress that can be followed, though several stages go on at once. */
export function inTurn(options: PublishOptions): PublishOptions {
  return options.onProgress === undefined
    ? options
    : { ...options, onProgress: tellInTurn(options.onProgress) };
}

/** Opens a fresh folder beside the output, in which `begin` may put something first. Throws PublishError. */
export async function openFreshOutput(
  options: PublishOptions,
  begin?: (fresh: string) => boolean,
): Promise<Output> {
  const opened = await runStep('opening the output', () => openOutput(options.output, begin));
  if ('problems' in opened) throw new PublishError(opened.problems);
  return opened.output;
}

/** Builds a site from content to swapped-in output. Throws PublishError; the site that stood before is then as it was. */
export async function publish(asked: PublishOptions): Promise<PlannedSite> {
  const options = inTurn(asked);
  const memory = await openMemory(options);
  const output = await openFreshOutput(options, memory?.spare.moveTo);
  const outputDirectory = output.freshDirectory;
  // What the last output had is put into the new one by another thread while this one reads papers and plans pages.
  const carrying = carryOutput(memory, outputDirectory);
  try {
    const split = await splitSite(options, memory);
    const hits = beginToFindHits(split);
    const planned = await planSite(split);
    const files = await runStep('taking over pages', () => carrying.settle());
    const prepared: PreparedSite = { ...planned, output, outputDirectory, files, hits };
    await writePrepared(prepared);
    return prepared;
  } catch (error) {
    await carrying.stop();
    await output.discard(saveUnchanged(memory));
    throw error;
  }
}

/** Writes what is not as it was, has all of it audited, and swaps it in. Throws PublishError. */
async function writePrepared(site: PreparedSite): Promise<void> {
  const pages = takePages(site.plan, site);
  const isWorthIt = pages.length < manyPages && isMuch(site.withheld.prints);
  const inspector = isWorthIt ? openInspector(site) : undefined;
  try {
    const prepared = { ...site, inspector };
    // Pagefind has processes of its own, which work while Eleventy does; not beside the threads that compare texts, which need as much memory.
    const others = site.hits.ofMeetings.catch(() => undefined).then(() => writeOthers(site));
    const rendered = renderPublication(site, pages);
    // A processor that has no page to make any more begins with the audit, while the others make the index.
    const early = rendered.then(() => inspectEarly(prepared, pages, others));
    // Awaited by the audit, or by nobody where something else fails before.
    early.catch(() => undefined);
    await allOf([rendered, others]);
    await finishPublication({ ...prepared, early }, others);
  } finally {
    await inspector?.close();
  }
}

/** Saves what is in a fresh folder of the last output, for the next build. */
function saveUnchanged(memory: BuildMemory | undefined): SaveFolder | undefined {
  if (memory === undefined) return undefined;
  return (folder) =>
    memory.spare.take(
      folder,
      new Map(memory.lastFiles().flatMap(({ file, look }) => (look === undefined ? [] : [[file, look]]))),
    );
}

/** Writes the pages that are not as they were. */
async function renderPublication(prepared: PreparedSite, pages: readonly Page[]): Promise<void> {
  const { options, outputDirectory } = prepared;
  const onPage = countProgress(options.onProgress, 'writing', pages.length);
  const toRender = {
    ...{ pages, outputDirectory, onPage },
    templatesDirectory: options.templates ?? templatesDirectory,
  };
  const render = areFew(pages, prepared.plan.pages) ? renderFewPages : renderPages;
  await runStep('writing the pages', () => render(toRender), toWritingProblem(options));
}

/** Waits until all are done, also where one fails: none may write into a folder that is being deleted. Throws what the first of them threw. */
async function allOf(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

/** What was written of a site beside its pages. */
interface WrittenFiles {
  /** Every file that ought to be in the output now, pages included. */
  readonly files: readonly string[];
  /** Keep for the next build what was made of them. */
  readonly keepers: readonly Keeper[];
}

/** Writes everything that is no page. */
async function writeOthers(prepared: PreparedSite): Promise<WrittenFiles> {
  const { memory, options, outputDirectory } = prepared;
  const index = memory === undefined ? undefined : keepIndex(memory, outputDirectory, prepared.files);
  const files = keepMadeFiles(memory, prepared.files);
  const write = (): Promise<readonly string[]> => writeFiles(prepared, files, index);
  const written = await runStep('making the search index', write, toWritingProblem(options));
  return { files: written, keepers: index === undefined ? [] : [index, files] };
}

/** What comes after rendering: files, search index, manifest, audit, ledger, swap. Throws PublishError. */
export async function finishPublication(
  prepared: PreparedSite,
  others = writeOthers(prepared),
): Promise<void> {
  const toProblem = toWritingProblem(prepared.options);
  const { memory } = prepared;
  const { files, keepers } = await others;
  const { problems, ...audited } = await runStep(
    'auditing the site',
    () => auditPublication(prepared, files),
    toProblem,
  );
  if (problems.length > 0) throw new PublishError(problems);
  const { options, publication, withheld } = prepared;
  const write = (): Promise<KeepLedger> =>
    writeLedger(options.output, publication, withheld.notes, prepared.attachments);
  const keepLedger = await runStep('writing the ledger', write, toProblem);
  // The next build begins with the site that stood before, as far as it is in this one. Where nothing is known of that, as after a build from nothing, with this one.
  const isKnown = memory !== undefined && memory.lastFiles().length > 0;
  const save = isKnown ? (old: string) => memory.spare.take(old, audited.looks, pruneFolder) : undefined;
  const keep = async (): Promise<void> => {
    await runStep('putting the ledger in its place', keepLedger);
    if (memory === undefined) return;
    const linkToo = isKnown ? undefined : memory.spare.begin();
    await runStep('keeping what was made', () =>
      Promise.resolve(keepMade(prepared, options.output, memory, keepers, audited, linkToo)),
    );
  };
  const swapProblems = await runStep('swapping the site in', () => prepared.output.swapIn(keep, save));
  if (swapProblems.length > 0) throw new PublishError(swapProblems);
}

/** Makes a problem of an error that comes of the disk that the output is written to. */
export function toWritingProblem({ output }: PublishOptions): (error: unknown) => Problem | undefined {
  return (error) => fileErrorToProblem(error, output);
}

/** Deletes the fresh folder; the standing site stays. */
export async function abandonPublication(prepared: PreparedSite): Promise<void> {
  await prepared.output.discard();
}
