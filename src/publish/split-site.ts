import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptedFindingsFile, parseAcceptedFindings } from '../audit/accepted-findings.ts';
import { headersFile } from '../hosting/headers-file.ts';
import type { Glossary } from '../model/glossary.ts';
import type { OutputFile } from '../model/page.ts';
import { PublishError } from '../model/problem.ts';
import { bundlePageScripts } from '../page-scripts/bundle-page-scripts.ts';
import { templatesDirectory, type PlannedSite, type PublishOptions } from '../publish.ts';
import { readData } from '../read/read-data.ts';
import { readFolder } from '../read/read-folder.ts';
import { validateGlossary } from '../validate/validate-glossary.ts';
import type { BuildMemory } from './build-memory.ts';
import { joinSplit } from './join-split.ts';
import { openSplits } from './keep-splits.ts';
import { listPapers } from './list-papers.ts';
import { withoutLinksElsewhere } from './make-part.ts';
import { openPrintsAhead } from './open-prints-ahead.ts';
import { runStep } from './publish-fault.ts';
import { readSite } from './read-site.ts';
import { addressFiles, readAddresses, type AddressSettings } from './settle-addresses.ts';
import { splitPapers } from './split-papers.ts';
import { takePart, type ListedPart, type SitePart } from './take-part.ts';

const assembleDirectory = fileURLToPath(new URL('../assemble', import.meta.url));

/** The papers split in two, and all else that pages are made from: what is wrong with any of it has been found. */
export interface SplitSite extends Omit<PlannedSite, 'maker' | 'plan' | 'addresses' | 'former'> {
  readonly glossary: Glossary;
  readonly addresses: AddressSettings;
  /** Style sheet, scripts, and what else stands beside the pages. */
  readonly assets: readonly OutputFile[];
  /** Of the part that was read; absent where everything was. */
  readonly bodies?: ReadonlySet<string>;
}

/** Reads, validates and withholds. Throws PublishError with every problem found. */
export async function splitSite(
  options: PublishOptions,
  memory: BuildMemory | undefined,
  part?: SitePart,
): Promise<SplitSite> {
  return await runStep('reading the papers', () => readAndSplit(options, memory, part));
}

async function readAndSplit(
  options: PublishOptions,
  memory: BuildMemory | undefined,
  part: SitePart | undefined,
): Promise<SplitSite> {
  const { templates = templatesDirectory } = options;
  const key = memory?.key ?? options.key ?? randomBytes(32);
  // Goes on in another process while this one lists the papers.
  const others = Promise.all([
    readData(options.data),
    readFolder(templates),
    readFolder(assembleDirectory),
    bundlePageScripts(join(templates, 'scripts')),
  ]);
  others.catch(() => undefined);
  const all = listPapers(options.content, options.onProgress);
  // Not sooner: most processors are two, and the other one has the last output to carry over.
  const ahead = openPrintsAhead(memory);
  const listed: ListedPart = part === undefined ? all : takePart(all, part);
  const [data, templateFiles, wording, pageScripts] = await others;
  const { content, date, onProgress } = options;
  const splits = memory && openSplits(memory);
  const splitAll = await splitPapers(listed, { content, date, key }, splits, onProgress);
  const { bodies } = listed;
  const split = bodies === undefined ? splitAll : withoutLinksElsewhere(splitAll, bodies);
  const site = await readSite(options.data, data.files);
  const { glossary, problems: glossaryProblems } = validateGlossary(
    'data/glossary.yaml',
    data.files.get('glossary.yaml') ?? '',
  );
  const acceptances = parseAcceptedFindings(data.files.get(acceptedFindingsFile.replace('data/', '')) ?? '');
  const addresses = readAddresses(data.files);
  const { problems: problemsOfPapers, ...joined } = joinSplit(split, { date, key }, memory, await ahead);
  const problems = [
    ...listed.problems,
    ...data.problems,
    ...('problems' in site ? site.problems : []),
    ...glossaryProblems,
    ...acceptances.problems,
    ...addresses.problems,
    ...problemsOfPapers,
  ];
  if (problems.length > 0 || 'problems' in site) throw new PublishError(problems);
  const styles = templateFiles.filter(({ file }) => file.startsWith('assets/'));
  const texts = [...templateFiles, ...wording, headersFile].map(({ bytes }) =>
    new TextDecoder().decode(bytes),
  );
  const dataTexts = [...data.files].flatMap(([file, text]) => (isShown(file) ? [text] : []));
  return {
    ...joined,
    ...{ options, split, glossary, addresses },
    site: site.site,
    assets: [...styles, ...pageScripts, headersFile],
    accepted: acceptances.accepted,
    ownTexts: [...dataTexts, ...texts, options.date],
    ...(memory === undefined ? {} : { memory }),
    ...(bodies === undefined ? {} : { bodies }),
  };
}

/** Lists of addresses and of decisions may name what is withheld: counted as public, they would blind the audit to it. */
function isShown(file: string): boolean {
  return !addressFiles.has(file) && `data/${file}` !== acceptedFindingsFile;
}
