import type { PagesOfWord } from './collect-pages.ts';
import { readForms, WordInMaking, type EncodedWord } from './encode-word.ts';
import { CborWalk } from './walk-cbor.ts';

/** What is to be done to the records of words. */
export interface Revision {
  /** The new number of a record, which grows with the old one; less than nought where it goes. */
  readonly numberOf: (page: number) => number;
  /** By keys of words, the records that come. */
  readonly added: ReadonlyMap<string, PagesOfWord>;
  /** Whether the records of a word are as they were; without it, no word is taken to be. */
  readonly isSettled?: (key: string) => boolean;
}

/** Gives words with other records than they had, those that come and none that go; `addedKeys` are the words to come, in their order. */
export function* reviseWords(
  words: Iterable<EncodedWord>,
  addedKeys: readonly string[],
  { numberOf, added, isSettled = () => false }: Revision,
): Generator<EncodedWord> {
  const word = new WordInMaking();
  let next = 0;
  const make = (key: string, bytes?: Uint8Array): EncodedWord | undefined => {
    const { pages, forms } = added.get(key) ?? nowhere;
    const readForm = (form: string, walk: CborWalk): void =>
      word.form(form).addRevised(walk, numberOf, forms.get(form));
    const own = new Set<string>();
    if (bytes === undefined) word.postings.addRevised(nothing(), numberOf, pages);
    else {
      const walk = new CborWalk(bytes);
      walk.list();
      walk.text();
      word.postings.addRevised(walk, numberOf, pages);
      readForms(walk, (form) => {
        own.add(form);
        readForm(form, walk);
      });
    }
    for (const form of forms.keys()) if (!own.has(form)) readForm(form, nothing());
    return word.finish(key);
  };
  for (const { key, bytes } of words) {
    for (; next < addedKeys.length && addedKeys[next]! < key; next += 1) {
      const made = make(addedKeys[next]!);
      if (made !== undefined) yield made;
    }
    if (addedKeys[next] === key) next += 1;
    if (isSettled(key)) {
      yield { key, bytes };
      continue;
    }
    const made = make(key, bytes);
    if (made !== undefined) yield made;
  }
  for (; next < addedKeys.length; next += 1) {
    const made = make(addedKeys[next]!);
    if (made !== undefined) yield made;
  }
}

const nowhere: PagesOfWord = { pages: [], forms: new Map() };

/** Stands at a list of no records. */
function nothing(): CborWalk {
  return new CborWalk(emptyList);
}

const emptyList = Uint8Array.of(0x80);
