import type { Page } from '../model/page.ts';
import { PublishError } from '../model/problem.ts';
import {
  inTurn,
  openFreshOutput,
  openMaker,
  templatesDirectory,
  type PublishOptions,
  type WrittenSite,
} from '../publish.ts';
import { auditPublication, type AuditedPublication } from './audit-publication.ts';
import { cacheNotOurs } from './cache-not-ours.ts';
import { createOutputFiles } from './carry-output.ts';
import { beginToFindHits } from './hits-of-site.ts';
import { keepBodiesOfPart } from './joined-parts.ts';
import { makePart } from './make-part.ts';
import { keepMade, openMemory } from './memory-of-site.ts';
import { runStep } from './publish-fault.ts';
import { splitSite } from './split-site.ts';
import { toWritingProblem } from './write-site.ts';
import type { SitePart } from './take-part.ts';

/**
 * Makes what can be made of a part of the bodies alone, for a build that joins the parts, and keeps it in the cache: splits, pages,
 * records of the search. It is audited as a site is before any page of it is kept; no site is written. What leads from one part to
 * another is for the joining build. Throws PublishError.
 */
export async function publishPart(asked: PublishOptions, part: SitePart): Promise<WrittenSite> {
  const options = inTurn(asked);
  const memory = await openMemory(options);
  const split = await splitSite(options, memory, part);
  const { glossary, bodies = new Set<string>() } = split;
  const maker = openMaker(split);
  if (memory === undefined || maker === undefined) throw new PublishError([cacheNotOurs(options)]);
  const output = await openFreshOutput(options);
  const outputDirectory = output.freshDirectory;
  const files = createOutputFiles(outputDirectory);
  const written = { ...split, maker, outputDirectory, files, hits: beginToFindHits(split) };
  const toProblem = toWritingProblem(options);
  const { templates = templatesDirectory } = options;
  try {
    const make = (): Promise<readonly Page[]> => makePart(written, glossary, templates);
    const pages = await runStep('making the pages', make, toProblem);
    const pageFiles = pages.map(({ file }) => file);
    const audit = (): Promise<AuditedPublication> => auditPublication(written, pageFiles);
    const { problems, ...audited } = await runStep('auditing the part', audit, toProblem);
    // A decision may be about a page that the part does not have.
    const own = problems.filter(({ code }) => code !== 'audit-acceptance-stale');
    if (own.length > 0) throw new PublishError(own);
    await runStep('keeping what was made', () => {
      keepBodiesOfPart(memory, bodies);
      return Promise.resolve(keepMade(written, outputDirectory, memory, [], audited));
    });
  } finally {
    await output.discard();
  }
  return written;
}
