const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2021-11-18` as `18 November 2021`. What is not a date comes back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = months[Number(match?.[2]) - 1];
  return match === null || month === undefined ? date : `${Number(match[3])} ${month} ${match[1]}`;
}

/** `2021-11-18` as `Thursday 18 November 2021`. What is not a date comes back as it is. */
export function formatDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const weekday = weekdays[day];
  return weekday === undefined ? date : `${weekday} ${formatDate(date)}`;
}

/** `on 13 July 2021`, or `between 13 July 2021 and 18 November 2021`. */
export function betweenDays(first: string, last: string): string {
  return first === last ? `on ${formatDate(first)}` : `between ${formatDate(first)} and ${formatDate(last)}`;
}

/** A meeting's day as a reader says it, with what tells two meetings of one day apart: `(second meeting)`, `(special)`. */
export function formatMeetingDay(meeting: { readonly date: string; readonly slug: string }): string {
  const suffix = meeting.slug.slice(meeting.date.length + 1);
  return suffix === '' ? formatDay(meeting.date) : `${formatDay(meeting.date)} (${nameOfSuffix(suffix)})`;
}

const ordinals: { readonly [suffix: string]: string } = {
  2: 'second meeting',
  3: 'third meeting',
  4: 'fourth meeting',
};

function nameOfSuffix(suffix: string): string {
  return ordinals[suffix] ?? suffix.replaceAll('-', ' ');
}
