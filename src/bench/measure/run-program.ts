import { spawn } from 'node:child_process';
import { endWithUs } from './end-with-us.ts';
import { readTreeMemory } from './process-tree.ts';

/** A program to run and measure. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly workingFolder?: string;
}

/** What one run of a program took. */
export interface Sample {
  /** From its start to its end, by the clock. */
  readonly seconds: number;
  /** The most that it and all that it started held at once; absent where the system does not tell. */
  readonly peakBytes?: number;
}

/** How often memory is looked at. A peak that is shorter may be missed. */
const samplingMilliseconds = 100;

/** How much of what it prints is kept, for the case that it fails. */
const keptCharacters = 2000;

/** Runs a program in a process of its own, to its end. Throws when it fails, with the last of what it printed. */
export async function runProgram({ command, args, workingFolder }: Program): Promise<Sample> {
  const started = performance.now();
  // As the leader of a session, so that what it starts is known even when a process between has ended.
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(workingFolder === undefined ? {} : { cwd: workingFolder }),
  });
  endWithUs(child);
  let printed = '';
  const keep = (part: Buffer): void => {
    printed = (printed + part.toString()).slice(-keptCharacters);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let peak: number | undefined;
  const look = (): void => {
    const held = child.pid === undefined ? undefined : readTreeMemory(child.pid);
    if (held !== undefined) peak = Math.max(peak ?? 0, held);
  };
  const timer = setInterval(look, samplingMilliseconds);
  try {
    const status = await new Promise<number | string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0)
      throw new Error(`${[command, ...args].join(' ')} ended with ${status}:\n${printed.trim()}`);
    return { seconds, ...(peak === undefined ? {} : { peakBytes: peak }) };
  } finally {
    clearInterval(timer);
  }
}
