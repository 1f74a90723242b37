import type { MisplacedFile } from './finding.ts';
import type { OutputEntry } from './walk-output.ts';

/**
 * Compares what is in the output with what was planned, both ways, and names what must never be in it: a
 * link, a hidden file, a Markdown source, a source map. One finding for each file: the most telling.
 */
export function findMisplaced(
  entries: readonly OutputEntry[],
  expectedFiles: readonly string[],
): readonly MisplacedFile[] {
  const expected = new Set(expectedFiles);
  const present = new Set(entries.map((entry) => entry.file));
  return [
    ...entries.flatMap((entry) => {
      const code = codeOf(entry, expected);
      return code === undefined ? [] : [{ code, file: entry.file }];
    }),
    ...expectedFiles
      .filter((file) => !present.has(file))
      .map((file) => ({ code: 'audit-missing-file', file }) as const),
  ];
}

function codeOf(
  { file, kind }: OutputEntry,
  expected: ReadonlySet<string>,
): MisplacedFile['code'] | undefined {
  if (kind !== 'file') return 'audit-link';
  if (file.split('/').some((name) => name.startsWith('.'))) return 'audit-hidden-file';
  if (/\.(?:md|markdown|njk)$/i.test(file)) return 'audit-source-file';
  if (/\.map$/i.test(file)) return 'audit-source-map';
  return expected.has(file) ? undefined : 'audit-unexpected-file';
}
