import { parseArgs } from 'node:util';
import type { Subject } from './measure-size.ts';

/** What `npm run bench` is asked for. */
export interface BenchRequest {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly edits: number;
  readonly subjects: ReadonlySet<Subject>;
  /** Whether BENCHMARKS.md is written. */
  readonly writes: boolean;
  /** Where the corpora and the sites are made, and left; without it in a folder that is deleted. */
  readonly work?: string;
}

const refusal =
  'Write `npm run bench`, with these if you like: --papers 1000,10000 --rounds 3 --edits 5 --only ours (or peer) --work FOLDER --write';

/** Reads the options, or answers with the sentence that says what to type instead. */
export function parseBenchOptions(args: readonly string[]): BenchRequest | { readonly refusal: string } {
  const text = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        ...{ papers: text, rounds: text, edits: text, only: text, work: text },
        write: { type: 'boolean' },
      },
    }));
  } catch {
    return { refusal };
  }
  const sizes = (values.papers ?? '1000,10000').split(',').map(Number);
  const [rounds, edits] = [Number(values.rounds ?? 3), Number(values.edits ?? 5)];
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
  const { only = 'both', work } = values;
  const subjects = subjectsOf.get(only);
  if (![...sizes, rounds, edits].every(isCount) || subjects === undefined) return { refusal };
  return {
    sizes: sizes.sort((first, second) => first - second),
    ...{ rounds, edits, subjects, writes: values.write === true },
    ...(work === undefined ? {} : { work }),
  };
}

const subjectsOf: ReadonlyMap<string, ReadonlySet<Subject>> = new Map([
  ['both', new Set<Subject>(['ours', 'peer'])],
  ['ours', new Set<Subject>(['ours'])],
  ['peer', new Set<Subject>(['peer'])],
]);
