/** A resolution, or a part of one, as words and stops; `;`, `,` and `.` are words of their own. */
export type Words = readonly string[];

/** `(a)`, `(ii)`, `1)`: a part within a paragraph. Not `4(1)`, which is a paragraph of an Act. */
const partMark = /(?<=^|\s)(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\))(?=\s)/;
/** What is quoted or in brackets was said by others, or beside the matter. */
const aside = /“[^”]*”|"[^"]*"|‘[^\n]*?’(?![\p{L}\d])|\([^()]*\)/gu;
const wordOrStop = /[\p{L}\d]+(?:[.,'’/-][\p{L}\d]+)*|[;,–—]|[.!?](?=\s+\p{Lu}|\s*$)/gu;
/** Up to the word that decides, as the validation has found it at the head of the paragraph. */
const opening = /^[\s\S]*?\b(?:(AGREED)|RESOLVED|[Rr]esolved|RECOMMENDED|ACTION)\b[\s,:–—-]*/;
/** How the vote went, or what went before it: "unanimously", "by 6 votes to 2", "on the motion of the Chairman". */
const manner =
  /^(?:unanimously|nem|by|with|without|on|in|following|having|after|accordingly|further)\b[^;.]*?(?=\bthat\b|\bto (?!the\b|an?\b|\d))/i;

/** The words of a passage before its first inner part, and those of each inner part. */
export interface PassageWords {
  readonly lead: Words;
  readonly parts: readonly Words[];
}

/** The words of a paragraph that begins with a word of decision, after it; `agreed` if that word is AGREED. */
export function readOpeningWords(markdown: string): PassageWords & { readonly agreed: boolean } {
  const match = opening.exec(plain(markdown));
  const { lead, parts } = readPartWords(plain(markdown).slice(match?.[0].length));
  return { agreed: match?.[1] !== undefined, lead: wordsAfterManner(lead), parts };
}

/** The words of one part of a decision. */
export function readPartWords(markdown: string): PassageWords {
  const [lead, ...parts] = plain(markdown).split(partMark).map(wordsOf);
  return { lead: lead!, parts };
}

function plain(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)|[*_`[\]]/g, '');
}

function wordsOf(text: string): Words {
  const bare = text.replace(aside, ' ').replace(/\btakes? note of\b/g, 'note');
  return Array.from(bare.matchAll(wordOrStop), ([word]) => {
    if (/[–—]/.test(word)) return ',';
    // Capitals tell a body's name, but not at the head of a sentence.
    return /^(?:To|That|Not|Should|As|And)$/.test(word) ? word.toLowerCase() : word;
  });
}

function wordsAfterManner(words: Words): Words {
  return words.join(' ').replace(manner, '').split(' ');
}
