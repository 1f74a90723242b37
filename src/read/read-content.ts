import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { seal } from '../model/sealed.ts';
import type { Source, SourceAttachment, SourcePaper } from '../model/source.ts';
import { decodeText } from './decode-text.ts';
import { findPlace } from './find-place.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** What was read, with every problem met on the way. A file with a problem is not among what was read. */
export interface ReadContent {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/**
 * Reads `content/`: the only code that touches it. Every file must have a place in the layout; a link, a stray
 * file, a name that differs from another only by case or Unicode form is a problem, never skipped. The order of
 * what is returned is that of the paths, whatever the order of the directory.
 */
export async function readContent(directory: string): Promise<ReadContent> {
  const papers: SourcePaper[] = [];
  const attachments: SourceAttachment[] = [];
  const problems: Problem[] = [];

  const readFolder = async (steps: readonly string[]): Promise<void> => {
    const entries = await readdir(join(directory, ...steps), { withFileTypes: true });
    entries.sort((first, second) => compareText(first.name, second.name));
    reportTwins(
      steps,
      entries.map((entry) => entry.name),
      problems,
    );
    for (const entry of entries) {
      const path = [...steps, entry.name];
      const kind = entry.isSymbolicLink()
        ? 'link'
        : entry.isDirectory()
          ? 'folder'
          : entry.isFile()
            ? 'file'
            : 'other';
      const place = findPlace(path, kind);
      if (place.kind === 'refused') {
        problems.push(place.problem);
      } else if (place.kind === 'folder') {
        await readFolder(path);
      } else {
        const read = await readBytes(join(directory, ...path), shownPath(path));
        if ('problem' in read) problems.push(read.problem);
        else if (place.kind === 'attachment') {
          attachments.push({
            file: shownPath(path),
            body: place.body,
            meeting: place.meeting,
            name: entry.name,
            bytes: seal(read.bytes),
          });
        } else {
          addPaper({ ...place.paper, file: shownPath(path) }, read.bytes);
        }
      }
    }
  };

  const addPaper = (paper: Omit<SourcePaper, 'source'>, bytes: Uint8Array): void => {
    const decoded = decodeText(paper.file, bytes);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
      return;
    }
    const split = splitFrontMatter(paper.file, decoded.text);
    if ('problems' in split) problems.push(...split.problems);
    else papers.push({ ...paper, source: seal(split.source) });
  };

  await readFolder([]);
  return { source: { papers, attachments }, problems };
}

/** A path as officers name it, whatever folder the content was read from. */
function shownPath(path: readonly string[]): string {
  return ['content', ...path].join('/');
}

async function readBytes(path: string, file: string): Promise<{ bytes: Uint8Array } | { problem: Problem }> {
  try {
    return { bytes: await readFile(path) };
  } catch {
    const place = { file, line: 1, column: 1 };
    return {
      problem: problemAt(
        place,
        'file-unreadable',
        'This file cannot be opened.',
        'See that it still exists and that the account which builds may read it.',
      ),
    };
  }
}

/** Names that are the same on a computer which does not tell case or Unicode forms apart would overwrite each other. */
function reportTwins(steps: readonly string[], names: readonly string[], problems: Problem[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = name.normalize('NFKC').toLowerCase();
    if (seen.has(folded)) {
      const place = { file: shownPath([...steps, name]), line: 1, column: 1 };
      problems.push(
        problemAt(
          place,
          'file-twin',
          'Another file here has the same name but for its case or the form of its letters.',
          'Keep one of the two, or give one another name.',
        ),
      );
    }
    seen.set(folded, name);
  }
}
