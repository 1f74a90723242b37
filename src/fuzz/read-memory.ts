import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { seal } from '../model/sealed.ts';
import type { Source, SourceAttachment, SourcePaper } from '../model/source.ts';
import { decodeText } from '../read/decode-text.ts';
import { findPlace } from '../read/find-place.ts';
import { splitFrontMatter } from '../read/split-front-matter.ts';

/** Reads a content that is in memory, by path below `content/`, as `readContent` reads one from disk: in the order that is given. */
export function readMemory(files: Iterable<readonly [string, string | Uint8Array]>): {
  readonly source: Source;
  readonly problems: readonly Problem[];
} {
  const papers: SourcePaper[] = [];
  const attachments: SourceAttachment[] = [];
  const problems: Problem[] = [];
  for (const [path, held] of files) {
    const file = `content/${path}`;
    const bytes = typeof held === 'string' ? new TextEncoder().encode(held) : held;
    const steps = path.split('/');
    const place = findPlace(steps, 'file');
    if (place.kind === 'attachment') {
      attachments.push({
        file,
        body: place.body,
        meeting: place.meeting,
        name: steps.at(-1)!,
        bytes: seal(bytes),
      });
    } else if (place.kind === 'paper') {
      const decoded = decodeText(file, bytes);
      const split =
        'problem' in decoded ? { problems: [decoded.problem] } : splitFrontMatter(file, decoded.text);
      if ('problems' in split) problems.push(...split.problems);
      else papers.push({ ...place.paper, file, source: seal(split.source) });
    } else {
      problems.push(
        place.kind === 'refused'
          ? place.problem
          : problemAt({ file, line: 1, column: 1 }, 'folder', 'This is a folder.', 'Give a file.'),
      );
    }
  }
  return { source: { papers, attachments }, problems };
}
