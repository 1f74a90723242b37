import type { ShardSummary } from './kept-index.ts';
import { indexLanguage } from './index-part.ts';
import { folder, type WriteFile } from './write-index-file.ts';

interface JoinOptions {
  readonly summaries: readonly ShardSummary[];
  readonly writeFile: WriteFile;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
}

/**
 * Writes the list of shards, which is what the search page asks for first. Answers with the files written, from the
 * output's root.
 */
export function joinShards({ summaries, writeFile, language }: JoinOptions): readonly string[] {
  const shards = summaries.map(({ name, within, records, types, years, contentsFile }) => ({
    name,
    ...(within === undefined ? {} : { within }),
    records,
    types,
    years,
    contents: contentsFile,
  }));
  const list = JSON.stringify({ language: indexLanguage(language), shards });
  const file = `${folder}/shards.json`;
  writeFile(file, list);
  return [file];
}
