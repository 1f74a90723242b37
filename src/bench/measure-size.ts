import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus/write-corpus.ts';
import { writeCorpusData } from './corpus/write-corpus-data.ts';
import { measureFolder } from './measure/measure-folder.ts';
import type {
  OurMeasurements,
  PeerMeasurements,
  QueryMeasurement,
  SizeMeasurements,
} from './measurements.ts';
import { measureEdits } from './ours/measure-edits.ts';
import { measureOurs, measuredOutput, type OurRound } from './ours/measure-ours.ts';
import type { OurFolders } from './ours/our-commands.ts';
import { hugoOutput, measureHugo, type PeerRound } from './peers/hugo/measure-hugo.ts';
import { writeHugoSite } from './peers/hugo/write-hugo-site.ts';
import type { Programs } from './programs.ts';
import { measureQueries } from './search/measure-queries.ts';

/** What to measure with a corpus of one size. */
export interface SizeOptions {
  readonly papers: number;
  /** Whether the site is made in parts as well, once. */
  readonly makesParts: boolean;
  readonly rounds: number;
  /** Edits under `npm start`. */
  readonly edits: number;
  /** An empty folder with room for some gigabytes. */
  readonly work: string;
  /** Told what is being done, in a line. */
  readonly say: (line: string) => void;
}

interface AvailableOptions extends SizeOptions {
  /** Those whose programs are there. */
  readonly subjects: ReadonlySet<Subject>;
  readonly programs: Programs;
  /** Whether there is a browser. */
  readonly asksQueries: boolean;
}

/** Who is measured. */
export type Subject = 'ours' | 'peer';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes a corpus and measures ours and the peer with it, alternately. Who fails is not asked again; what was measured
 * before is kept, and the reason stands among the failures.
 */
export async function measureSize(options: AvailableOptions): Promise<SizeMeasurements> {
  const { papers, rounds, programs, subjects, makesParts, say } = options;
  const folder = join(options.work, String(papers));
  const folders = {
    content: join(folder, 'content'),
    data: join(folder, 'data'),
    work: join(folder, 'ours'),
  };
  const peerFolder = join(folder, 'hugo');
  rmSync(folder, { recursive: true, force: true });
  say(`${papers} papers: writing them …`);
  writeCorpus({ realContent: join(root, 'content'), content: folders.content, papers });
  writeCorpusData({ realData: join(root, 'data'), data: folders.data });
  if (subjects.has('peer')) writeHugoSite({ content: folders.content, folder: peerFolder });
  const failures: string[] = [];
  const ourRounds: OurRound[] = [];
  const peerRounds: PeerRound[] = [];
  const goOn = new Set(subjects);
  const attempt = async (who: Subject, work: () => Promise<void>): Promise<void> => {
    if (!goOn.has(who)) return;
    try {
      await work();
    } catch (error) {
      goOn.delete(who);
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(reason);
      say(reason);
    }
  };
  const measure = {
    ours: () =>
      attempt('ours', async () => {
        say(`${papers} papers, round ${ourRounds.length + 1}: Minutebook …`);
        const isFirst = ourRounds.length === 0;
        const asked = { compares: isFirst, makesParts: isFirst && makesParts };
        ourRounds.push(await measureOurs(folders, asked));
      }),
    peer: () =>
      attempt('peer', async () => {
        say(`${papers} papers, round ${peerRounds.length + 1}: the peer …`);
        peerRounds.push(await measureHugo(programs, peerFolder));
      }),
  };
  for (let round = 0; round < rounds; round += 1) {
    // Who goes second may find the machine warmer: each is second in every other round.
    for (const subject of round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const))
      await measure[subject]();
  }
  let editToPage: number[] = [];
  let queries: QueryMeasurement[] = [];
  if (goOn.has('ours')) {
    say(`${papers} papers: edits under npm start …`);
    await attempt('ours', async () => {
      editToPage = await measureEdits(folders, options.edits);
    });
    if (options.asksQueries) {
      say(`${papers} papers: queries in a browser …`);
      await attempt('ours', async () => {
        queries = await measureQueries({
          ...{ folders, site: measuredOutput(folders), browser: programs.chromium.command },
          plain: join(folder, 'plain'),
        });
      });
    }
  }
  const ours = gatherOurs(folders, ourRounds, editToPage);
  const peer = gatherPeer(peerFolder, peerRounds);
  return {
    papers,
    written: measureFolder(folders.content, (file) => !file.endsWith('index.md')),
    ...(ours === undefined ? {} : { ours }),
    ...(peer === undefined ? {} : { peer }),
    queries,
    failures,
  };
}

function gatherOurs(
  folders: OurFolders,
  rounds: readonly OurRound[],
  editToPage: readonly number[],
): OurMeasurements | undefined {
  if (rounds.length === 0) return undefined;
  const output = measuredOutput(folders);
  const inParts = rounds.find((round) => round.inParts !== undefined)?.inParts;
  return {
    cold: rounds.map(({ cold }) => cold),
    afterCurrent: rounds.map(({ afterCurrent }) => afterCurrent),
    afterSettled: rounds.map(({ afterSettled }) => afterSettled),
    differingFiles: rounds.flatMap(({ differingFiles, inParts }) => [
      ...differingFiles,
      ...(inParts?.differingFiles ?? []),
    ]),
    ...(inParts === undefined ? {} : { inParts }),
    editToPage,
    output: measureFolder(output),
    index: measureFolder(output, isOfIndex),
  };
}

function gatherPeer(folder: string, rounds: readonly PeerRound[]): PeerMeasurements | undefined {
  if (rounds.length === 0) return undefined;
  const output = hugoOutput(folder);
  return {
    render: rounds.map(({ render }) => render),
    index: rounds.map(({ index }) => index),
    output: measureFolder(output),
    indexSize: measureFolder(output, isOfIndex),
  };
}

function isOfIndex(file: string): boolean {
  return file.startsWith('pagefind');
}
