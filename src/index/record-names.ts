import { nameOfContent } from './index-files.ts';
import type { PartRecord } from './indexed-part.ts';

/** Names records by what stands in their files, briefly: all names are loaded for every query. */
export class RecordNames {
  readonly #language: string;
  /** By home and short name, the long one that has it. */
  readonly #taken = new Map<string, string>();

  constructor(language: string) {
    this.#language = language;
  }

  /** The name of a record in the folder of the shard that is its home, and whether it is the first there that has it. */
  nameOf(home: string, { sha256 }: PartRecord): { name: string; isFirst: boolean } {
    const [short, long] = [7, 13].map((letters) => nameOfContent(this.#language, sha256, letters)) as [
      string,
      string,
    ];
    const holder = this.#taken.get(`${home}/${short}`) ?? long;
    const name = holder === long ? short : long;
    const key = `${home}/${name}`;
    const isFirst = !this.#taken.has(key);
    this.#taken.set(key, long);
    return { name, isFirst };
  }
}
