import type { PublicMarkdown } from '../model/publication.ts';
import type { LineRange } from '../model/structure.ts';
import type { PaperDocument } from '../model/valid.ts';
import { makePublic } from './make-public.ts';
import type { SharedDefinitions } from './share-definitions.ts';

/** A public paper's Markdown, ready to be cut: its lines, what was found in it, and which definitions are public. */
export interface CuttablePaper {
  readonly file: string;
  /** The Markdown's lines, canaries and all, without comments. */
  readonly lines: readonly string[];
  /** The file's line number of the first of them. */
  readonly markdownLine: number;
  readonly document: PaperDocument;
  readonly definitions: SharedDefinitions;
  /** Lines that are withheld without a notice in their place: whoever cuts around them says so elsewhere. */
  readonly isWithheldLine: (line: number) => boolean;
  /** Its public text is what was parsed when it was validated: nothing is cut out, moved or blanked. */
  readonly isUncut: boolean;
}

/** A line that is kept and the line of the file that it came from. */
interface KeptLine {
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts the lines of `range` out of a public paper: what is withheld in them gives way to a notice before anything is
 * rendered, and the footnotes and link definitions that the passage refers to come along.
 */
export function cutMarkdown(paper: CuttablePaper, range: LineRange): PublicMarkdown {
  const { document, markdownLine } = paper;
  const keep = (text: string, index: number): KeptLine => ({ text, line: markdownLine + index });
  const lines: KeptLine[] = [];
  for (let index = range.start; index < range.end; index += 1) {
    const exempt = document.exempt.find((passage) => index >= passage.start && index < passage.end);
    if (exempt !== undefined) {
      if (index === exempt.start) lines.push(keep(`::: withheld ${exempt.words}`, index), keep(':::', index));
    } else if (
      !paper.isWithheldLine(index) &&
      !document.definitions.some((definition) => index >= definition.start && index < definition.end)
    ) {
      lines.push(keep(paper.lines[index]!, index));
    }
  }
  const words = lines.map((line) => line.text).join('\n');
  for (const { start, end } of paper.definitions.findUsed(words)) {
    lines.push(
      keep('', start),
      ...paper.lines.slice(start, end).map((text, index) => keep(text, start + index)),
    );
  }
  const isBlank = (line: KeptLine | undefined): boolean => line?.text.trim() === '';
  while (isBlank(lines[0])) lines.shift();
  while (isBlank(lines.at(-1))) lines.pop();
  return {
    file: paper.file,
    markdown: makePublic(lines.map((line) => line.text).join('\n')),
    lines: lines.map((line) => line.line),
  };
}

/** All that is public of a paper, as one text. */
export function cutWhole(paper: CuttablePaper): PublicMarkdown {
  return cutMarkdown(paper, { start: 0, end: paper.lines.length });
}
