import { fileURLToPath } from 'node:url';
import { PublishError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/**
 * A fault of the program, in words that may be printed anywhere: the message of another error, and so its stack, may
 * quote a restricted paper. With MINUTEBOOK_DEBUG=1 the cause is kept, for whoever may read the papers.
 */
export class PublishFault extends Error {
  override readonly name = 'PublishFault';
}

/**
 * Runs one step of a build: whatever it throws comes out as a PublishError or a PublishFault. `doing` ends the words
 * "while it was"; `toProblem` makes a problem of an error that this step expects, such as a full disk.
 */
export async function runStep<Result>(
  doing: string,
  work: () => Promise<Result>,
  toProblem: (error: unknown) => Problem | undefined = () => undefined,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PublishError || error instanceof PublishFault) throw error;
    for (let reason = error; reason instanceof Error; reason = reasonOf(reason)) {
      const problem = toProblem(reason);
      if (problem !== undefined) throw new PublishError([problem]);
    }
    throw toPublishFault(error, doing);
  }
}

/** An error of any kind as a fault that may be printed. */
export function toPublishFault(error: unknown, doing: string): PublishFault {
  if (error instanceof PublishFault) return error;
  const isDebugging = process.env['MINUTEBOOK_DEBUG'] === '1';
  const more = isDebugging
    ? 'What follows may hold words of restricted papers.'
    : 'With MINUTEBOOK_DEBUG=1 it prints more, which may hold words of restricted papers.';
  return new PublishFault(
    `Minutebook failed while it was ${doing}: a fault of the program, not of a paper (${describe(error)}).\n` +
      `Nothing was published; the site that stands is as it was.\n` +
      `Give this message to whoever looks after Minutebook. ${more}`,
    isDebugging ? { cause: error } : {},
  );
}

/** Kind and place of an error: both are words of the program. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  const kind = /^[A-Za-z]{1,40}$/.test(error.constructor.name) ? error.constructor.name : 'Error';
  const code =
    'code' in error && /^[A-Z0-9_]{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  const place = findOwnPlace(error);
  return `${kind}${code}${place === undefined ? '' : ` at ${place}`}`;
}

const root = fileURLToPath(new URL('../', import.meta.url)).replaceAll('\\', '/');

/** The innermost line of our own source that an error passed: `src/render/render-pages.ts:30`. */
function findOwnPlace(error: Error): string | undefined {
  for (const line of (error.stack ?? '').replaceAll('\\', '/').split('\n')) {
    const place = /^\s+at .*?((?:file:\/\/)?[^\s()]+):(\d+):\d+\)?$/.exec(line);
    const path = place?.[1]?.replace(/^file:\/\//, '') ?? '';
    const own = path.startsWith(root) ? path.slice(root.length) : '';
    if (/^src\/[\w/-]+\.ts$/.test(own)) return `${own}:${place![2]!}`;
  }
  return undefined;
}

/** Eleventy hands on what it caught as `originalError`. */
function reasonOf(error: Error): unknown {
  return 'originalError' in error ? error.originalError : error.cause;
}
