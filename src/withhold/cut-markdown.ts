import type { PublicMarkdown } from '../model/publication.ts';
import type { LineRange } from '../model/structure.ts';
import type { PaperDocument } from '../model/valid.ts';
import { makePublic } from './make-public.ts';
import type { SharedDefinitions } from './share-definitions.ts';

/** A public paper's Markdown, ready to be cut: its lines, what was found in it, and which definitions are public. */
export interface CuttablePaper {
  readonly file: string;
  /** The Markdown's lines, canaries and all. */
  readonly lines: readonly string[];
  /** The file's line number of the first of them. */
  readonly markdownLine: number;
  readonly document: PaperDocument;
  readonly definitions: SharedDefinitions;
  /** Lines that are withheld without a notice in their place: whoever cuts around them says so elsewhere. */
  readonly isWithheldLine: (line: number) => boolean;
}

/** A line that is kept and the line of the file that it came from. */
interface KeptLine {
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts the lines of `range` out of a public paper: what is withheld in them gives way to a notice before anything is
 * rendered, comments are taken out, and the footnotes and link definitions that the passage refers to come along.
 */
export function cutMarkdown(paper: CuttablePaper, range: LineRange): PublicMarkdown {
  const kept: KeptLine[] = [];
  const keep = (text: string, index: number): void => {
    kept.push({ text, line: paper.markdownLine + index });
  };
  for (let index = range.start; index < range.end; index += 1) {
    const exempt = paper.document.exempt.find((passage) => index >= passage.start && index < passage.end);
    if (exempt !== undefined) {
      if (index === exempt.start) {
        keep(`::: withheld ${exempt.words}`, index);
        keep(':::', index);
      }
    } else if (!paper.isWithheldLine(index) && !paper.document.definitions.some((definition) => index >= definition.start && index < definition.end)) {
      keep(paper.lines[index] ?? '', index);
    }
  }
  const lines = withoutComments(kept, paper);
  const words = lines.map((line) => line.text).join('\n');
  for (const definition of paper.definitions.findUsed(words)) {
    lines.push({ text: '', line: paper.markdownLine + definition.start });
    for (let index = definition.start; index < definition.end; index += 1) {
      lines.push({ text: paper.lines[index] ?? '', line: paper.markdownLine + index });
    }
  }
  while (lines.length > 0 && lines[0]!.text.trim() === '') lines.shift();
  while (lines.length > 0 && lines.at(-1)!.text.trim() === '') lines.pop();
  return {
    file: paper.file,
    markdown: makePublic(lines.map((line) => line.text).join('\n')),
    lines: lines.map((line) => line.line),
  };
}

/** Comments are notes to colleagues: they leave the text here, so that no later stage has them. */
function withoutComments(kept: readonly KeptLine[], paper: CuttablePaper): KeptLine[] {
  let lines = [...kept];
  for (const comment of paper.document.comments) {
    const parts = comment.text.split('\n');
    const first = lines.findIndex((line) => line.line >= paper.markdownLine + comment.line && line.text.includes(parts[0]!));
    if (first === -1) continue;
    const at = lines[first]!;
    const start = at.text.indexOf(parts[0]!);
    const last = lines[first + parts.length - 1];
    if (last === undefined) continue;
    const end = (parts.length === 1 ? start : 0) + parts.at(-1)!.length;
    const joined = { text: at.text.slice(0, start) + last.text.slice(end), line: at.line };
    lines = [...lines.slice(0, first), joined, ...lines.slice(first + parts.length)];
  }
  return lines;
}
