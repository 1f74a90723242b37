// @ts-check

/** @typedef {import('./search-words.js').Word} Word */

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * Finds a day, a month or a year among the words of a query: "13 July 2021", "July 13, 2021", "July 2021", "13/07/2021", "13
 * July", "2021".
 * @param {readonly Word[]} words
 * @returns {{ pattern: RegExp, words: readonly Word[] } | undefined} What dates look like as `yyyy-mm-dd`.
 */
export function findDate(words) {
  const written = words.find(({ parts }) => dateOfParts(parts) !== undefined);
  if (written !== undefined)
    return { pattern: new RegExp(`^${dateOfParts(written.parts)}`), words: [written] };
  const year = words.find(({ text }) => /^(?:19|20)\d\d$/.test(text));
  const monthPlace = words.findIndex(({ text }) => monthOf(text) > 0);
  const month = words[monthPlace];
  if (month === undefined)
    return year === undefined ? undefined : { pattern: new RegExp(`^${year.text}`), words: [year] };
  const day = [words[monthPlace - 1], words[monthPlace + 1]].find((word) =>
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(word?.text ?? ''),
  );
  // "May" alone is no month.
  if (year === undefined && day === undefined) return undefined;
  const pattern = [
    year?.text ?? '\\d{4}',
    twoDigits(monthOf(month.text)),
    ...(day === undefined ? [] : [twoDigits(parseInt(day.text, 10))]),
  ].join('-');
  return {
    pattern: new RegExp(`^${pattern}`),
    words: [day, month, year].filter((word) => word !== undefined),
  };
}

/** @param {readonly string[]} parts */
function dateOfParts(parts) {
  const [first = '', month = '', last = ''] = parts;
  if (parts.length !== 3 || !parts.every((part) => /^\d+$/.test(part)) || Number(month) > 12)
    return undefined;
  if (first.length === 4) return `${first}-${twoDigits(Number(month))}-${twoDigits(Number(last))}`;
  const year = last.length === 2 ? `20${last}` : last;
  return year.length === 4 ? `${year}-${twoDigits(Number(month))}-${twoDigits(Number(first))}` : undefined;
}

/**
 * 1 to 12, or 0 for what is no month.
 * @param {string} text
 */
function monthOf(text) {
  return text.length < 3
    ? 0
    : months.findIndex(
        (month) =>
          month === text ||
          month.slice(0, 3) === text ||
          (`${month.slice(0, 4)}` === text && month === 'september'),
      ) + 1;
}

/** @param {number} value */
function twoDigits(value) {
  return String(value).padStart(2, '0');
}
