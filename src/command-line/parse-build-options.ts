import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PublishOptions } from '../publish.ts';
import { readBuildDate } from './read-build-date.ts';

/** The options as typed, or the sentence that says what to type instead. */
export type ParsedOptions = { readonly options: PublishOptions } | { readonly refusal: string };

const root = fileURLToPath(new URL('../../', import.meta.url));
const known = ['content', 'data', 'output', 'date', 'cache', 'join'] as const;

/**
 * Reads `--content`, `--data`, `--output`, `--date`, `--cache` and `--join`, which may stand several times; what is left out is the
 * project's own, and the cache stands beside the output.
 */
export function parseBuildOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ParsedOptions {
  const typed = readOptions(args);
  if (typed === undefined) {
    return {
      refusal: `${nameUnknownOption(args)}The options are --content FOLDER, --data FOLDER, --output FOLDER, --date 2021-11-18, --cache FOLDER and --join FOLDER; there are no others.`,
    };
  }
  const empty = known.find((name) => [typed[name] ?? []].flat().some((value) => value.trim() === ''));
  if (empty !== undefined) return { refusal: `Nothing is written after --${empty}.` };
  const date = readBuildDate(typed.date, environment);
  if (date === undefined) {
    return {
      refusal: 'Write --date as a day of the calendar, such as 2021-11-18 (or SOURCE_DATE_EPOCH as seconds).',
    };
  }
  const output = resolve(typed.output ?? `${root}_site`);
  const options = {
    content: resolve(typed.content ?? `${root}content`),
    data: resolve(typed.data ?? `${root}data`),
    output,
    date,
    cache: resolve(typed.cache ?? `${output}.cache`),
    ...(typed.join === undefined ? {} : { joined: typed.join.map((folder) => resolve(folder)) }),
    acceptanceKey: environment['MINUTEBOOK_ACCEPTANCE_KEY'],
  };
  const source = (['content', 'data'] as const).find((name) => isWithin(options.output, options[name]));
  if (source !== undefined)
    return {
      refusal: `The folder that --output names stands in that of --${source}, and the next build would read the site. Choose another.`,
    };
  const place = (['content', 'data', 'output'] as const).find((name) =>
    isWithin(options.cache, options[name]),
  );
  if (place === undefined) return { options };
  return { refusal: `The folder that --cache names stands in that of --${place}. Choose another.` };
}

type TypedOptions = { readonly [name in Exclude<(typeof known)[number], 'join'>]?: string | undefined } & {
  readonly join?: readonly string[] | undefined;
};

function readOptions(args: readonly string[]): TypedOptions | undefined {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ content: text, data: text, output: text, date: text, cache: text },
        join: { type: 'string', multiple: true },
      },
    }).values;
  } catch {
    return undefined;
  }
}

/** Says which option is not known, if that is what is wrong: mostly it is a slip of one letter. */
function nameUnknownOption(args: readonly string[]): string {
  const names = args.filter((arg) => arg.startsWith('-')).map((arg) => arg.split('=')[0]!);
  const unknown = names.find((name) => !known.some((option) => name === `--${option}`));
  return unknown === undefined ? '' : `There is no option ${unknown}. `;
}

function isWithin(folder: string, other: string): boolean {
  const path = relative(other, folder);
  return path === '' || (path.split(/[/\\]/)[0] !== '..' && !isAbsolute(path));
}
