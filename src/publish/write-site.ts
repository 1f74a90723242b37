import { writeLedger, type KeepLedger } from '../ledger/write-ledger.ts';
import type { Page } from '../model/page.ts';
import { PublishError, type Problem } from '../model/problem.ts';
import { countProgress } from '../model/progress.ts';
import { fileErrorToProblem } from '../output/file-error-problem.ts';
import { templatesDirectory, type PreparedSite, type PublishOptions } from '../publish.ts';
import { areFew, renderFewPages } from '../render/render-few-pages.ts';
import { renderPages } from '../render/render-pages.ts';
import { auditPublication } from './audit-publication.ts';
import { inspectEarly, manyPages } from './inspect-early.ts';
import { isMuch } from './inspect-files.ts';
import { keepIndex } from './keep-index.ts';
import { keepMadeFiles } from './keep-made-files.ts';
import { keepMade, takePages, type Keeper } from './memory-of-site.ts';
import { openInspector } from './open-inspector.ts';
import { pruneFolder } from './prune-folder.ts';
import { runStep } from './publish-fault.ts';
import { writeFiles } from './write-files.ts';

/*
 * The second half of a build, from a planned site in a fresh folder to one that stands:
 *
 *     render -> index -> audit -> _site/
 */

/** Writes what is not as it was, has all of it audited, and swaps it in. Throws PublishError. */
export async function writeSite(site: PreparedSite): Promise<void> {
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
