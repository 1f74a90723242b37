// @ts-check

/*
 * The stem of an English word as Pagefind's index has it: the Snowball project's "English (Porter 2)" stemmer. Loaded
 * instead of Pagefind's own engine, which would be 85 kB for this.
 */

const vowel = /[aeiouy]/;

/** Words whose stem no rule gives. */
const exceptions = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
);
const finished = new Set('inning outing evening canning herring earring proceed exceed succeed'.split(' '));

/** Endings that are changed where the rest holds a syllable, the longest of them first. */
const middleEndings = /** @type {const} */ ([
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogist', 'og'],
  ['ogi', 'og'],
  ['li', ''],
]);
const laterEndings = /** @type {const} */ ([
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]);
const lastEndings = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ');

/**
 * @param {string} text In small letters.
 * @returns {string}
 */
export function stemEnglish(text) {
  if (text.length < 3) return text;
  const exception = exceptions.get(text);
  if (exception !== undefined) return exception;
  // A y that begins a word or follows a vowel is a consonant: it is written Y until the end.
  let word = text.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const first = firstRegion(word);
  const second = regionAfter(word, first);
  word = withoutPlural(word);
  if (finished.has(word)) return word;
  word = withoutPast(word, first);
  word = word.replace(/(.[^aeiouy])[yY]$/, '$1i');
  word = change(word, middleEndings, first, (rest, ending) =>
    ending.startsWith('ogi') ? rest.endsWith('l') : ending === 'li' ? /[cdeghkmnrt]$/.test(rest) : true,
  );
  word = change(word, laterEndings, first, (rest, ending) => ending !== 'ative' || rest.length >= second);
  const last = lastEndings.find((ending) => word.endsWith(ending));
  if (last !== undefined) {
    const rest = word.slice(0, -last.length);
    if (rest.length >= second && (last !== 'ion' || /[st]$/.test(rest))) word = rest;
  }
  return withoutFinal(word, first, second).toLowerCase();
}

/**
 * Where the first region begins: after the first consonant that follows a vowel.
 * @param {string} word
 */
function firstRegion(word) {
  const known = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word)?.[0];
  return known === undefined ? regionAfter(word, 0) : known.length;
}

/**
 * @param {string} word
 * @param {number} from
 */
function regionAfter(word, from) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found === null ? word.length : from + found.index + 2;
}

/** @param {string} word */
function withoutPlural(word) {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word) || !word.endsWith('s')) return word;
  return vowel.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/**
 * @param {string} word
 * @param {number} first
 */
function withoutPast(word, first) {
  const [agreed] = /eed(?:ly)?$/.exec(word) ?? [];
  if (agreed !== undefined) {
    const rest = word.slice(0, -agreed.length);
    return rest.length >= first ? `${rest}ee` : word;
  }
  const [ending] = /(?:ed|ing)(?:ly)?$/.exec(word) ?? [];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === 'ing' && /^[^aeiouy]y$/.test(rest)) return `${rest.slice(0, 1)}ie`;
  if (!vowel.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return endsShort(rest) && rest.length <= first ? `${rest}e` : rest;
}

/**
 * @param {string} word
 * @param {readonly (readonly [string, string])[]} endings
 * @param {number} region
 * @param {(rest: string, ending: string) => boolean} isAllowed
 */
function change(word, endings, region, isAllowed) {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const [ending, instead] = found;
  const rest = word.slice(0, -ending.length);
  return rest.length >= region && isAllowed(rest, ending) ? rest + instead : word;
}

/**
 * @param {string} word
 * @param {number} first
 * @param {number} second
 */
function withoutFinal(word, first, second) {
  const rest = word.slice(0, -1);
  if (word.endsWith('e')) {
    return rest.length >= second || (rest.length >= first && !endsShort(rest)) ? rest : word;
  }
  return word.endsWith('ll') && rest.length >= second ? rest : word;
}

/**
 * Whether it ends in a short syllable.
 * @param {string} word
 */
function endsShort(word) {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/.test(word);
}
