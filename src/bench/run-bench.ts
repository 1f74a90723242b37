import { describeCircumstances } from './describe-circumstances.ts';
import { measureSize, type SizeOptions, type Subject } from './measure-size.ts';
import type { BenchRun, SizeMeasurements } from './measurements.ts';
import { readVersion, sayMissing, type Programs } from './programs.ts';

/** What to measure, and with what. */
export interface BenchOptions extends Omit<SizeOptions, 'papers' | 'makesParts'> {
  /** Corpora by their number of papers. */
  readonly sizes: readonly number[];
  /** As asked for; a subject whose programs are not there is left out. */
  readonly subjects: ReadonlySet<Subject>;
  readonly programs: Programs;
}

/** Measures every size. What cannot be measured is left out, with the reason in the run; the rest goes on. */
export async function runBench(options: BenchOptions): Promise<BenchRun> {
  const { programs, rounds, subjects } = options;
  const there = (name: keyof Programs): boolean => readVersion(programs[name]) !== undefined;
  const absent = (['hugo', 'pagefind', 'chromium'] as const).filter((name) => !there(name));
  const missing = absent.flatMap((name) => {
    const subject = name === 'chromium' ? 'ours' : 'peer';
    const leftOut = name === 'chromium' ? 'what a query costs a browser' : 'the peer';
    return subjects.has(subject) ? [sayMissing(programs[name], leftOut)] : [];
  });
  for (const line of missing) options.say(line);
  const hasPeer = !absent.some((name) => name !== 'chromium');
  const measured = new Set([...subjects].filter((subject) => subject === 'ours' || hasPeer));
  const sizes: SizeMeasurements[] = [];
  for (const papers of options.sizes)
    sizes.push(
      await measureSize({
        ...options,
        papers,
        makesParts: papers === Math.min(...options.sizes),
        subjects: measured,
        asksQueries: !absent.includes('chromium'),
      }),
    );
  return {
    date: new Date().toISOString().slice(0, 10),
    rounds,
    circumstances: describeCircumstances(programs),
    sizes,
    missing,
  };
}
