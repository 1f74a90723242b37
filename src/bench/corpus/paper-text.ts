import type { Recombined } from './recombine-words.ts';

/** A title for an item: two matters and what is to be done about them. */
export function itemTitle(words: Recombined): string {
  const end = words.pick(['Update', 'Review', 'Strategy', 'Action Plan', 'Agreement', 'Report']);
  return `${words.pick(words.terms)} and ${words.pick(words.terms)} ${end}`;
}

/** So many sentences, of four to seven pieces each. */
export function sentences(words: Recombined, count: number): string {
  return Array.from({ length: count }, () => words.sentence(4 + words.number(4))).join(' ');
}

/** The text of a report: four sections of four numbered paragraphs, and a table; about 8 kB. */
export function reportText(words: Recombined): string[] {
  return [1, 2, 3, 4].flatMap((section) => [
    `## ${section}. ${words.pick(words.terms)}`,
    '',
    ...[1, 2, 3, 4].flatMap((paragraph) => [`${section}.${paragraph} ${sentences(words, 6)}`, '']),
    ...(section === 3 ? [...table(words), ''] : []),
  ]);
}

function table(words: Recombined): string[] {
  const rows = [1, 2, 3, 4].map(
    () => `| ${words.pick(words.terms)} | ${words.number(900)} | ${words.number(900)} |`,
  );
  return ['| District | Last year | This year |', '| --- | --- | --- |', ...rows];
}

/** The minute of an item: three paragraphs and a resolution. */
export function minuteOf(code: string, title: string, resolved: string, words: Recombined): string[] {
  const paragraphs = [1, 2, 3].map((place) => `${place}. ${sentences(words, 4)}`);
  return [`### ${code} ${title}`, '', ...paragraphs.flatMap((each) => [each, '']), resolved, ''];
}

/** What was resolved on an item, in one of the usual wordings. */
export function resolution(title: string, words: Recombined): string {
  const term = words.pick(words.terms);
  return words.pick([
    `RESOLVED that the ${title} be noted.`,
    `RESOLVED to note the update on the ${title}.`,
    `RESOLVED to endorse the aims of the ${term} and to support ${words.pick(words.terms)}.`,
    `RESOLVED to agree the ${term} and to note that ${words.sentence(3)}`,
  ]);
}

/** What was resolved behind closed doors, in a wording that no public resolution has. */
export function restrictedResolution(words: Recombined): string {
  return `RESOLVED to accept the offer of ${inventedName(words)} and ${inventedName(words)}.`;
}

/**
 * Makes a text one that shares nothing with a public paper that the audit could take for a leak: an invented name behind the first and
 * every third word after it and as each heading, no figures, no other capitals, no table. Recombined texts of the same papers come to
 * the same words, names and figures by chance, some dozen times in 10,000 papers, and the audit would rightly refuse them.
 */
export function makeRestricted(lines: readonly string[], words: Recombined): string[] {
  return lines.flatMap((line) => {
    if (line.startsWith('|')) return [];
    if (line.startsWith('## ')) return [`${line.split(' ').slice(0, 2).join(' ')} ${inventedName(words)}`];
    const [, number = '', text] = /^(\d[\d.]*) (.*)$/.exec(line) ?? [];
    return text === undefined ? [line] : [`${number} ${nameAfterName(text, words)}`];
  });
}

function nameAfterName(text: string, words: Recombined): string {
  const plain = text
    .toLowerCase()
    .split(' ')
    .filter((word) => !/\d/.test(word));
  // A paragraph's number counts as two words: with four more they would be a run that is looked for.
  return plain.map((word, place) => (place % 3 === 0 ? `${word} ${inventedName(words)}` : word)).join(' ');
}

const syllables = 'vorn quil drax zeth morv krell thwix glorb'.split(' ');

/** Such as "Vornquildrax": in no list of English, and in no public paper. */
function inventedName(words: Recombined): string {
  const [first, ...rest] = [1, 2, 3].map(() => words.pick(syllables)).join('');
  return `${first!.toUpperCase()}${rest.join('')}`;
}
