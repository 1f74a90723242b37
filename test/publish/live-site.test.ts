import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLiveSite, type LiveSite, type LiveUpdate } from '../../src/publish/live-site.ts';
import { PublishError, type Problem } from '../../src/model/problem.ts';
import { publish } from '../../src/publish.ts';
import { dayOf, edits, writeSite, type EditedSite } from '../cache/edits.ts';
import { readTree } from '../support/build-fixture.ts';

const sequences = 8;
const editsOfSequence = 4;
/** Those that change papers of one meeting. */
const names = [
  'changes a paper',
  'adds a report',
  'adds a meeting',
  'withdraws a paper',
  'restricts a paper, or opens it',
  'withholds a passage',
  'renames a paper',
  'gives a paper a day to be published',
];

let folder: string;
let site: EditedSite;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-live-'));
  site = writeSite(folder);
  output = join(folder, '_site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(): ReturnType<typeof publish> {
  const { content, data, templates } = site;
  return publish({ content, data, templates, output, date: dayOf(site), cache: join(folder, 'cache') });
}

async function problemsOfBuild(): Promise<readonly Problem[]> {
  try {
    await build();
    return [];
  } catch (error) {
    if (error instanceof PublishError) return error.problems;
    throw error;
  }
}

/** What is shown of a meeting by its files, those that are as before with their bytes in the output. */
function filesShown({ files, asBefore }: LiveUpdate['shown'][number]): ReadonlyMap<string, Buffer> {
  const tree = readTree(output);
  const all = [
    ...[...files].map(([file, bytes]) => [file, Buffer.from(bytes)] as const),
    ...[...asBefore].map((file) => [file, tree.get(file)!] as const),
  ];
  return new Map(all.sort(([first], [second]) => (first < second ? -1 : 1)));
}

function filesBuilt(meeting: string): ReadonlyMap<string, Buffer> {
  return new Map([...readTree(output)].filter(([file]) => file.startsWith(`${meeting}/`)));
}

describe('a meeting that is shown as soon as it is saved', () => {
  const samples = fc.sample(
    fc.array(fc.tuple(fc.constantFrom(...names), fc.infiniteStream(fc.nat())), {
      minLength: editsOfSequence,
      maxLength: editsOfSequence,
    }),
    { numRuns: sequences, seed: 20240407 },
  );

  it('is edited in every way that there is', () => {
    expect(new Set(samples.flat().map(([name]) => name))).toEqual(new Set(names));
  });

  let shown = 0;

  it.each(samples.map((sample, number) => [number, sample] as const))(
    'has the files, byte for byte, that the build then writes, or its problems: sequence %i',
    async (_, sample) => {
      let live: LiveSite = createLiveSite(await build());
      // As the builds that come after may do.
      rmSync(join(folder, 'cache/values'), { recursive: true });
      const done: string[] = [];
      for (const [moment, [name, random]] of sample.entries()) {
        const pick = (limit: number): number => random.next().value % limit;
        const file = edits[name]!(site, pick);
        done.push(`${name}: ${file}`);
        const [, body = '', slug = ''] = /([a-z-]+)\/(\d{4}-\d{2}-\d{2})/.exec(file)!;
        const update = await live.update([{ body, slug }], moment);
        const problems = await problemsOfBuild();
        expect(new PublishError(update.problems).problems, done.join('\n')).toEqual(problems);
        if (problems.length > 0) return;
        for (const meeting of update.shown) {
          expect(filesShown(meeting), done.join('\n')).toEqual(filesBuilt(`${body}/${slug}`));
          shown += 1;
        }
        expect(update.unsettled, done.join('\n')).toEqual([]);
        // One after another from what was kept, and sometimes from the build.
        if (moment === 2) live = createLiveSite(await build());
        else live.builtUpTo(moment);
      }
    },
  );

  it('was shown, and not refused alone', () => {
    expect(shown).toBeGreaterThan(sequences);
  });
});
