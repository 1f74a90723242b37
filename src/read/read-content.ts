import type { Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { ContentFile, Source, SourceAttachment, SourcePaper } from '../model/source.ts';
import { decodeText } from './decode-text.ts';
import { listContentFiles, readListedFiles } from './list-content-files.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** What was read, with every problem met on the way. A file with a problem is not among what was read. */
export interface ReadContent {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/** Reads all of `content/` and splits its papers. */
export function readContent(directory: string): ReadContent {
  const listed = listContentFiles(directory);
  const read = readListedFiles(directory, listed.files);
  const parsed = parseContentFiles(read.files);
  return { source: parsed.source, problems: [...listed.problems, ...read.problems, ...parsed.problems] };
}

/** Splits files that were read into front matter and text, in their order. Pure: it reads no disk. */
export function parseContentFiles(files: readonly ContentFile[]): ReadContent {
  const papers: SourcePaper[] = [];
  const attachments: SourceAttachment[] = [];
  const problems: Problem[] = [];
  for (const { file, name, place, bytes } of files) {
    if (place.kind === 'attachment') {
      attachments.push({ file, body: place.body, meeting: place.meeting, name, bytes });
      continue;
    }
    const decoded = decodeText(file, open(bytes));
    const split =
      'problem' in decoded ? { problems: [decoded.problem] } : splitFrontMatter(file, decoded.text);
    if ('problems' in split) problems.push(...split.problems);
    else papers.push({ ...place.paper, file, source: seal(split.source) });
  }
  return { source: { papers, attachments }, problems };
}
