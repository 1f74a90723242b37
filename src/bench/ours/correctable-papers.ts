import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../measure/measure-folder.ts';

/** A public report of a corpus that can be corrected. */
export interface CorrectablePaper {
  /** Path of its file. */
  readonly file: string;
  /** Of its page, from the site's root, with slashes at both ends. */
  readonly address: string;
  /** `yyyy-mm-dd`, of its meeting. */
  readonly date: string;
}

/** The public reports of a corpus, the oldest first. */
export function listCorrectable(content: string): CorrectablePaper[] {
  return listFiles(content)
    .flatMap((file) => {
      const path = file.replaceAll('\\', '/');
      const [, body, date, name] = /^([^/]+)\/(\d{4}-\d\d-\d\d)\/(b\d[^/]*)\.md$/.exec(path) ?? [];
      return date === undefined
        ? []
        : [{ file: join(content, file), address: `/${body}/${date}/${name}/`, date }];
    })
    .sort((first, second) =>
      first.date === second.date
        ? first.file.localeCompare(second.file, 'en')
        : first.date.localeCompare(second.date, 'en'),
    );
}

/** Corrects a paper as an officer would, by a sentence that ends in `word`; gives what puts the old text back. */
export function correctPaper({ file }: CorrectablePaper, word: string): () => void {
  const text = readFileSync(file, 'utf8');
  // In its first paragraph, as most corrections are of a word or two in the middle of a paper.
  writeFileSync(
    file,
    text.replace(/^1\.1 .*$/m, (paragraph) => `${paragraph} The figure was checked: ${word}.`),
  );
  return () => writeFileSync(file, text);
}
