import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDate } from '../model/front-matter/fields.ts';
import type { PublishOptions } from '../publish.ts';

/** The options as typed, or the sentence that says what to type instead. */
export type ParsedOptions = { readonly options: PublishOptions } | { readonly refusal: string };

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Reads `--content`, `--data`, `--output` and `--date`; what is left out is the project's own. */
export function parseBuildOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ParsedOptions {
  let values: { content?: string; data?: string; output?: string; date?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { content: { type: 'string' }, data: { type: 'string' }, output: { type: 'string' }, date: { type: 'string' } },
    }));
  } catch {
    return { refusal: 'The options are --content FOLDER, --data FOLDER, --output FOLDER and --date 2021-11-18; there are no others.' };
  }
  const content = resolve(values.content ?? `${root}content`);
  if (!existsSync(content)) return { refusal: 'The folder that --content names does not exist.' };
  const date = readDate(values.date, environment);
  if (date === undefined) return { refusal: 'Write --date as a day of the calendar, such as 2021-11-18 (or SOURCE_DATE_EPOCH as seconds).' };
  return {
    options: {
      content,
      data: resolve(values.data ?? `${root}data`),
      output: resolve(values.output ?? `${root}_site`),
      date,
      acceptanceKey: environment['MINUTEBOOK_ACCEPTANCE_KEY'],
    },
  };
}

/** `--date`, else SOURCE_DATE_EPOCH, else today in London. */
function readDate(typed: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (typed !== undefined) return parseDate(typed);
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && epoch !== '') return /^\d{1,11}$/.test(epoch) ? dayInLondon(new Date(Number(epoch) * 1000)) : undefined;
  return dayInLondon(new Date());
}

function dayInLondon(date: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(date);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
