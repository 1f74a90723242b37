import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAssembly } from '../assemble/assembly.ts';
import { manifestFile } from '../audit/manifest.ts';
import { groupBy } from '../model/group-by.ts';
import { PublishError, problemAt, type Problem } from '../model/problem.ts';
import { BulkPieces } from '../opensearch/bulk-pieces.ts';
import { documentsOfMeeting } from '../opensearch/list-documents.ts';
import { indexSettings } from '../opensearch/search-document.ts';
import { openOutput } from '../output/open-output.ts';
import { beginToFindHits } from './hits-of-site.ts';
import { createOutputFiles } from './carry-output.ts';
import { auditPublication } from './audit-publication.ts';
import type { PlannedSite } from '../publish.ts';

/** What was written for OpenSearch. */
export interface SearchExport {
  readonly documents: number;
  /** Of the bulk endpoint, in order. */
  readonly pieces: readonly string[];
}

/** The settings and the mapping of the index. */
export const mappingFile = 'mapping.json';

/** OpenSearch takes up to 100 MB in one request and advises less; so does every proxy before it. */
const pieceLimit = 10_000_000;

/**
 * Writes the publication as files for OpenSearch into `planned.options.output`: the settings of the index, and documents for
 * its bulk endpoint. Like a site they are searched for withheld text before they take the place of what stands there.
 * Throws PublishError; the folder is then as it was.
 */
export async function exportSearch(planned: PlannedSite, limit = pieceLimit): Promise<SearchExport> {
  await assertNoSite(planned.options.output);
  const opened = await openOutput(planned.options.output);
  if ('problems' in opened) throw new PublishError(opened.problems);
  const { output } = opened;
  const outputDirectory = output.freshDirectory;
  let result: SearchExport;
  try {
    result = await writeExport(planned, outputDirectory, limit);
    const files = [mappingFile, ...result.pieces];
    const { problems: found } = await auditPublication(
      {
        ...{ ...planned, outputDirectory },
        files: createOutputFiles(outputDirectory),
        hits: beginToFindHits(planned),
      },
      files,
    );
    // What is accepted was found on the pages of the site, and need not stand in the words alone.
    throwIfAny(found.filter(({ code }) => code !== 'audit-acceptance-stale'));
  } catch (error) {
    await output.discard();
    throw error;
  }
  throwIfAny(await output.swapIn());
  return result;
}

async function writeExport(
  { publication, attachments, site, plan }: PlannedSite,
  directory: string,
  limit: number,
): Promise<SearchExport> {
  await mkdir(directory, { recursive: true });
  const settings = indexSettings(abbreviationsIn(plan.files));
  await writeFile(join(directory, mappingFile), `${JSON.stringify(settings, null, 2)}\n`);
  const assembly = createAssembly(publication, attachments, site);
  const attachmentsOf = groupBy(attachments, ({ body, meeting }) => `${body}/${meeting}`);
  const pieces: string[] = [];
  const write = async (piece: string | undefined): Promise<void> => {
    if (piece === undefined) return;
    const name = `bulk-${String(pieces.length + 1).padStart(4, '0')}.ndjson`;
    await writeFile(join(directory, name), piece);
    pieces.push(name);
  };
  const bulk = new BulkPieces(limit);
  let documents = 0;
  for (const body of publication.bodies) {
    for (const meeting of body.meetings) {
      const own = attachmentsOf.get(`${body.slug}/${meeting.slug}`) ?? [];
      for (const document of documentsOfMeeting(assembly, body, meeting, own)) {
        documents += 1;
        await write(bulk.add(document));
      }
    }
  }
  await write(bulk.end());
  return { documents, pieces };
}

/** The abbreviations that public papers use, as the site's own search has them. */
function abbreviationsIn(files: PlannedSite['plan']['files']): readonly (readonly [string, string])[] {
  const glossary = files.find(({ file }) => file === 'assets/search-glossary.json');
  return glossary === undefined
    ? []
    : (JSON.parse(new TextDecoder().decode(glossary.bytes)) as [string, string][]);
}

/** A site that stands there is ours too, and would be replaced. */
async function assertNoSite(directory: string): Promise<void> {
  const manifest = await readFile(join(directory, manifestFile), 'utf8').catch(() => undefined);
  if (manifest === undefined || (await readdir(directory)).includes(mappingFile)) return;
  throwIfAny([
    problemAt(
      { file: directory, line: 1, column: 1 },
      'output-not-ours',
      'A site stands in this folder, and the files for OpenSearch would take its place.',
      'Choose an empty or a new folder with `--output`.',
    ),
  ]);
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new PublishError(problems);
}
