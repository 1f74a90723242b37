import { parseDate } from '../model/front-matter/fields.ts';

/**
 * The build's date, `yyyy-mm-dd`: as typed, else of SOURCE_DATE_EPOCH (seconds since 1970), else today in London.
 * Undefined when what is written is no day.
 */
export function readBuildDate(typed: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (typed !== undefined) return parseDate(typed);
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return dayInLondon(new Date());
  return /^\d{1,11}$/.test(epoch) ? parseDate(dayInLondon(new Date(Number(epoch) * 1000))) : undefined;
}

function dayInLondon(date: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(date);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
