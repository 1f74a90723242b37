import type { Problem } from '../../src/model/problem.ts';
import { seal } from '../../src/model/sealed.ts';
import type { SourceAttachment, SourcePaper } from '../../src/model/source.ts';
import type { ValidBody } from '../../src/model/valid.ts';
import { decodeText } from '../../src/read/decode-text.ts';
import { findPlace } from '../../src/read/find-place.ts';
import { splitFrontMatter } from '../../src/read/split-front-matter.ts';
import { validateContent } from '../../src/validate/validate-content.ts';

/** Files of a content folder: path below it, and text or bytes. */
export type ContentFiles = { readonly [path: string]: string | Uint8Array };

/** A body that nobody could take for a real one, with Part D restricted. */
export const sampleBody = 'quillby-moot';

/** The folder of the sample body's one meeting. */
export const sampleMeeting = `${sampleBody}/2021-11-18`;

/** The sample body's own page. */
export const bodyPage =
  '---\ntitle: Quillby Moot\nrestricted_parts: D\nrules: adopted\n---\n\nThe moot meets.\n';

/** Reads and validates files without a disk, as the two stages do. */
export function validateFiles(files: ContentFiles): {
  bodies: readonly ValidBody[];
  problems: readonly Problem[];
} {
  const papers: SourcePaper[] = [];
  const attachments: SourceAttachment[] = [];
  const problems: Problem[] = [];
  for (const [path, content] of Object.entries(files).sort()) {
    const file = `content/${path}`;
    const place = findPlace(path.split('/'), 'file');
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if (place.kind === 'refused') problems.push(place.problem);
    if (place.kind === 'attachment') {
      const { body, meeting } = place;
      attachments.push({ file, body, meeting, name: path.split('/').at(-1)!, bytes: seal(bytes) });
    }
    if (place.kind !== 'paper') continue;
    const decoded = decodeText(file, bytes);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
      continue;
    }
    const split = splitFrontMatter(file, decoded.text);
    if ('problems' in split) problems.push(...split.problems);
    else papers.push({ ...place.paper, file, source: seal(split.source) });
  }
  const validated = validateContent({ papers, attachments });
  return { bodies: validated.bodies, problems: [...problems, ...validated.problems] };
}

/** Validates papers of the sample body's meeting, by file name. */
export function validateMeetingFiles(papers: ContentFiles): ReturnType<typeof validateFiles> {
  const placed = Object.entries(papers).map(
    ([name, content]) => [`${sampleMeeting}/${name}`, content] as const,
  );
  return validateFiles({ [`${sampleBody}/index.md`]: bodyPage, ...Object.fromEntries(placed) });
}

/** A paper: front matter with the lines given after `title` and `restricted`, then Markdown, which begins on the file's line 6 plus those lines. */
export function paperText(markdown: string, fields = ''): string {
  const lines = fields === '' ? '' : `${fields}\n`;
  return `---\ntitle: A paper\nrestricted: false\n${lines}---\n\n${markdown}\n`;
}
