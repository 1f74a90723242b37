import { gap, lettersToString, toLetters, toPassingLetters, type Letters } from './letters.ts';
import { hasFittingGaps } from './fingerprint-table.ts';
import { stemForms } from './stem-forms.ts';
import { publicForms } from './text-forms.ts';
import { WholeTexts } from './whole-texts.ts';
import type { WithheldPrints } from './withheld-prints.ts';

/**
 * What of the withheld stands in public texts as well, as numbers of fingerprints, none twice. Lists, which are quicker to keep and to read
 * again than sets: a county's are a million numbers.
 */
export interface PublicHits {
  /** In `table`. */
  readonly found: readonly number[];
  /** In `stems`: the index may hold them of a public word. */
  readonly stems: readonly number[];
  /** In `longRuns`. */
  readonly longRuns: readonly number[];
}

/**
 * Looks through public texts, in each form that they may be shown in. Linear in their length. A text that stands whole in one before
 * it has nothing that this one has not.
 */
export function findPublicHits(prints: WithheldPrints, texts: Iterable<string>): PublicHits {
  const found = new Set<number>();
  const longRuns = new Set<number>();
  /** Words that begin as a withheld one does: only they can be taken for one in the search index. */
  const alike = new Set<string>();
  const whole = new WholeTexts();
  for (const text of texts) {
    const [first, ...others] = publicForms(text);
    for (const form of whole.haveSaid(first) ? others : [first, ...others]) {
      const letters = toPassingLetters(form);
      prints.table.visit(
        letters,
        (entry, start) => {
          if (isPublic(prints, letters, entry, start)) found.add(entry);
        },
        found,
      );
      prints.longRuns.visit(letters, (entry) => longRuns.add(entry), longRuns);
      prints.beginnings.visit(letters, (start) => {
        for (const word of wordsAt(letters, start)) alike.add(word);
      });
    }
  }
  const stems = new Set<number>();
  for (const word of alike) for (const entry of stemsOf(prints, word)) stems.add(entry);
  return { found: [...found], stems: [...stems], longRuns: [...longRuns] };
}

/** Whether withheld letters at a place of a public text make them public. */
function isPublic({ table }: WithheldPrints, { gaps }: Letters, entry: number, start: number): boolean {
  const fingerprint = table.fingerprint(entry);
  const { kind, length } = fingerprint;
  // A mark of the run is in no public text unless the withhold stage let it through.
  if (kind === 'canary') return false;
  // A name counts as public where its words stand in a row, with spaces or with hyphens.
  if (kind === 'name') return true;
  if (kind !== 'word') return hasFittingGaps(fingerprint, gaps, start);
  // As a word, as a piece of one, or as what stands between two spaces with its marks left out: `O'Malley`.
  const atEnds = Math.min(gaps[start]!, gaps[start + length]!);
  for (let index = start + 1; index < start + length; index += 1) if (gaps[index]! >= atEnds) return false;
  return atEnds >= gap.unseen;
}

/** The public words at a place: up to the next break, mark or space. */
function wordsAt({ codes, gaps, count }: Letters, start: number): readonly string[] {
  const words: string[] = [];
  let end = start;
  for (const width of [gap.unseen, gap.mark, gap.space]) {
    if (width > gaps[start]!) break;
    const before = end;
    end = Math.max(end, start + 1);
    while (end < count && gaps[end]! < width) end += 1;
    if (end > before) words.push(lettersToString(codes.subarray(start, end)));
  }
  return words;
}

const stemsOfWords = new WeakMap<WithheldPrints, Map<string, readonly number[]>>();
const mostRemembered = 20_000;

/** The withheld stems that a public word may have in the search index. Most words come again in the next paper. */
function stemsOf(prints: WithheldPrints, word: string): readonly number[] {
  const remembered = stemsOfWords.get(prints) ?? new Map<string, readonly number[]>();
  stemsOfWords.set(prints, remembered);
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = [...stemForms(word)].flatMap(
    (form) => prints.stems.find('stem', toLetters(form).codes) ?? [],
  );
  if (remembered.size < mostRemembered) remembered.set(word, found);
  return found;
}
