import { parseArgs } from 'node:util';
import type { PublishOptions } from '../publish.ts';
import { parseBuildOptions } from './parse-build-options.ts';

/** What `npm start` is asked for. */
export interface StartOptions {
  readonly options: PublishOptions;
  /** The options with the date of the day on which they are asked for: a site may be served past midnight. */
  readonly optionsNow: () => PublishOptions;
  readonly port: number;
}

const usualPort = '8080';
const highestPort = 65_535;
const text = { type: 'string' } as const;

/** Reads `--port`, and all that a build is asked for: the options, or the sentence that says what to type instead. */
export function parseStartOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): StartOptions | { readonly refusal: string } {
  let values: { readonly [name: string]: string | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { content: text, data: text, output: text, date: text, cache: text, port: text },
    }));
  } catch {
    return {
      refusal:
        'The options are --content FOLDER, --data FOLDER, --output FOLDER, --date 2021-11-18, --cache FOLDER and --port 8080; there are no others.',
    };
  }
  const { port = usualPort, ...forBuild } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > highestPort) {
    return { refusal: `Write --port as a number from 1 to ${highestPort}, such as --port 8080.` };
  }
  const buildArgs = Object.entries(forBuild).map(([name, value]) => `--${name}=${value}`);
  const parsed = parseBuildOptions(buildArgs, environment);
  if ('refusal' in parsed) return parsed;
  const { options } = parsed;
  const optionsNow = (): PublishOptions => {
    const now = parseBuildOptions(buildArgs, environment);
    return 'refusal' in now ? options : now.options;
  };
  return { options, optionsNow, port: Number(port) };
}
