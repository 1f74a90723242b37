import { fileURLToPath } from 'node:url';
import { assembleSite } from './assemble/assemble-site.ts';
import type { AcceptedFinding } from './audit/accepted-findings.ts';
import type { FormerAddress } from './model/former-address.ts';
import type { SitePlan } from './model/page.ts';
import { PublishError } from './model/problem.ts';
import { tellInTurn, type TellProgress } from './model/progress.ts';
import type { PublicAttachment, Publication } from './model/publication.ts';
import type { Site } from './model/site.ts';
import { openOutput, type Output, type SaveFolder } from './output/open-output.ts';
import { digestOf, type BuildMemory } from './publish/build-memory.ts';
import { carryOutput, createOutputFiles, type OutputFiles } from './publish/carry-output.ts';
import { beginToFindHits, type SiteHits } from './publish/hits-of-site.ts';
import type { InspectedEarly } from './publish/inspect-early.ts';
import type { WithheldRecord } from './publish/join-split.ts';
import { openMemory } from './publish/memory-of-site.ts';
import type { Inspector } from './publish/open-inspector.ts';
import { runStep } from './publish/publish-fault.ts';
import { rememberMeetings, type RememberingMaker } from './publish/remember-meetings.ts';
import type { SettledAddresses } from './publish/settle-addresses.ts';
import { formerToShow, ownAddresses, settleAddresses } from './publish/settle-addresses.ts';
import type { SplitPapers } from './publish/split-papers.ts';
import { splitSite, type SplitSite } from './publish/split-site.ts';
import { writeSite } from './publish/write-site.ts';

/*
 * The one file that joins the stages, and the one to read first:
 *
 *     content/ -> read -> validate -> withhold -> assemble -> render -> index -> audit -> _site/
 *
 * planPublication goes as far as assemble and writes nothing; preparePublication opens a fresh folder beside the
 * output; what is written there, audited and swapped in is in publish/write-site.ts. Problems are values up to here,
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
    await writeSite(prepared);
    return prepared;
  } catch (error) {
    await carrying.stop();
    await output.discard(saveUnchanged(memory));
    throw error;
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

// Here beside the beginning and the giving up, for `npx eleventy`, which renders by itself.
export { finishPublication } from './publish/write-site.ts';

/** Deletes the fresh folder; the standing site stays. */
export async function abandonPublication(prepared: PreparedSite): Promise<void> {
  await prepared.output.discard();
}
