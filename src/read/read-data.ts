import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/** The settings as text, by file name; and the words of every file of `data/`. */
export interface ReadData {
  /** By file name: `site.yaml`. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads the files of `data/`, in the order of their names. */
export async function readData(directory: string): Promise<ReadData> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const names = await readdir(directory).catch(() => undefined);
  if (names?.includes('site.yaml') !== true) {
    problems.push(
      problemAt(
        { file: 'data/site.yaml', line: 1, column: 1 },
        'settings-missing',
        'There is no data/site.yaml.',
        'Write it with the settings name, url, description, contact and language.',
      ),
    );
  }
  for (const name of (names ?? []).sort(compareText)) {
    if (!name.endsWith('.yaml')) continue;
    try {
      files.set(
        name,
        (await readFile(join(directory, name), 'utf8')).replace(/^\ufeff/, '').replaceAll('\r\n', '\n'),
      );
    } catch {
      problems.push(
        problemAt(
          { file: `data/${name}`, line: 1, column: 1 },
          'file-unreadable',
          'This file cannot be opened.',
          'See that the account which builds may read it.',
        ),
      );
    }
  }
  return { files, problems };
}
