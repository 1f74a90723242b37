import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PublishOptions } from '../publish.ts';
import type { SitePart } from '../publish/take-part.ts';
import { parseBuildOptions } from './parse-build-options.ts';

/** What `npm run build-part` is asked for. */
export interface PartOptions {
  readonly options: PublishOptions & { readonly cache: string };
  readonly part: SitePart;
}

const text = { type: 'string' } as const;

/** Reads `--part 1/3`, `--cache`, `--content`, `--data` and `--date`: the options, or the sentence that says what to type instead. */
export function parsePartOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): PartOptions | { readonly refusal: string } {
  let values: { readonly [name: string]: string | undefined };
  try {
    const options = { part: text, cache: text, content: text, data: text, date: text };
    ({ values } = parseArgs({ args: [...args], options }));
  } catch {
    return {
      refusal:
        'The options are --part 1/3, --cache FOLDER, --content FOLDER, --data FOLDER and --date 2021-11-18; there are no others.',
    };
  }
  const { part: typed = '', ...forBuild } = values;
  const part = parsePart(typed);
  if (part === undefined)
    return { refusal: 'Write which part and of how many: --part 1/3 for the first of three.' };
  const { cache = '' } = forBuild;
  if (cache === '') return { refusal: 'Write --cache and a folder of its own for this part.' };
  const parsed = parseBuildOptions(
    [
      ...Object.entries(forBuild).map(([name, value]) => `--${name}=${value}`),
      // No site is written: what the part is made in stands beside its cache.
      `--output=${cache}.part`,
    ],
    environment,
  );
  if ('refusal' in parsed) return parsed;
  const { options } = parsed;
  const folder = options.cache!;
  if ((options.acceptanceKey ?? '') === '' && !existsSync(`${folder}.key`))
    return {
      refusal:
        'Set MINUTEBOOK_ACCEPTANCE_KEY to the same secret for every part and for the build that joins them: without it that build could use nothing of this part.',
    };
  return { part, options: { ...options, cache: folder } };
}

function parsePart(typed: string): SitePart | undefined {
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(typed)?.map(Number) ?? [];
  return number === undefined || of === undefined || number < 1 || number > of ? undefined : { number, of };
}
