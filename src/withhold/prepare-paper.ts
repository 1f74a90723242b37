import { parseBlocks } from '../markdown/parse-blocks.ts';
import type { Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { LineRange } from '../model/structure.ts';
import type { PaperDocument, ValidBody, ValidPaper } from '../model/valid.ts';
import type { WithheldBecause, WithheldPiece } from '../model/withheld.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { plantInLines } from './plant-canaries.ts';
import { removeComments } from './remove-comments.ts';
import { shareDefinitions } from './share-definitions.ts';

/** A range of a public paper that is withheld, and as what. */
export interface WithheldRange extends LineRange {
  readonly what: WithheldPiece['what'];
  readonly because: WithheldBecause;
  readonly item?: string;
  readonly resolutions: number;
}

/** A public paper ready to be cut, with the pieces of it that are withheld. */
export interface PreparedPaper {
  readonly paper: CuttablePaper;
  readonly pieces: readonly WithheldPiece[];
  /** Targets of the links in what is withheld. */
  readonly withheldTargets: readonly string[];
}

/**
 * Readies a public paper: takes comments out, plants canaries in what is withheld of it, takes its withheld pieces, and
 * decides whose its footnotes and link definitions are.
 */
export function preparePaper(
  source: ValidPaper<unknown, unknown>,
  ranges: readonly WithheldRange[],
  nextCanary: () => string,
  problems: Problem[],
): PreparedPaper {
  const { source: text, document } = open(source.content);
  const { markdownLine } = text;
  const { file, body, meeting } = source;
  const typed = removeComments({ file, markdownLine, document }, text.markdown.split('\n'), problems);
  // Without the fences: what the opening one says is the public reason.
  const passages = document.exempt.map((passage) => exemptRange(passage.start + 1, passage.end - 1));
  const all = [...ranges, ...passages];
  const definitions = shareDefinitions({ file, lines: typed, markdownLine, document }, all, problems);
  const withheldRanges = [
    ...all,
    ...definitions.withheld
      .filter(({ start }) => !isIn(all, start))
      .map(({ start, end }) => exemptRange(start, end)),
  ];
  let lines: readonly string[] = typed;
  const pieces: WithheldPiece[] = [];
  const isPublicDefinition = (line: number): boolean => isIn(definitions.open, line);
  for (const range of withheldRanges) {
    const isOfRange = (line: number): boolean => isIn([range], line) && !isPublicDefinition(line);
    lines = plantInLines(lines, isOfRange, nextCanary());
    const words = lines.filter((_, line) => isOfRange(line)).join('\n');
    if (words.trim() === '') continue;
    const { what, because, item, resolutions } = range;
    pieces.push({
      what,
      because,
      file,
      body,
      meeting,
      ...(item === undefined ? {} : { item }),
      texts: seal([words]),
      names: seal([]),
      resolutions,
    });
  }
  pieces.push(...commentPieces(document.comments, { file, body, meeting }));
  const isWithheldLine = (line: number): boolean => isIn(withheldRanges, line) && !isPublicDefinition(line);
  const withheldText = typed.filter((_, index) => isWithheldLine(index)).join('\n');
  const withheldTargets = parseBlocks(withheldText).links.map((link) => link.target);
  const isUncut = withheldRanges.length === 0 && isAsTyped(document, typed);
  return {
    paper: { file, lines, markdownLine, document, definitions, isWithheldLine, isUncut },
    pieces,
    withheldTargets,
  };
}

/**
 * Whether the public text of a paper of which nothing is withheld is what was parsed when it was validated: no comment
 * left it, no definition changes its place, and what is trimmed off its ends is empty for the parser too.
 */
function isAsTyped(document: PaperDocument, lines: readonly string[]): boolean {
  return (
    document.comments.length === 0 &&
    document.definitions.length === 0 &&
    lines.every((line) => line.trim() !== '' || /^[ \t]*$/.test(line))
  );
}

function exemptRange(start: number, end: number): WithheldRange {
  return { start, end, what: 'passage', because: 'exempt passage', resolutions: 0 };
}

function isIn(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some((range) => line >= range.start && line < range.end);
}

function commentPieces(
  comments: readonly { readonly text: string }[],
  place: { readonly file: string; readonly body: string; readonly meeting?: string },
): WithheldPiece[] {
  return comments.map((comment) => ({
    ...place,
    what: 'passage',
    because: 'comment',
    texts: seal([comment.text]),
    names: seal([]),
    resolutions: 0,
  }));
}

/** Readies the text of a body's own page, which is public as a whole. */
export function prepareBody(
  body: Omit<ValidBody, 'meetings'>,
  problems: Problem[],
): { readonly paper: CuttablePaper; readonly comments: readonly WithheldPiece[] } {
  const { file, source } = body;
  const { markdownLine } = source;
  const { links, environment } = parseBlocks(source.markdown);
  const document = {
    exempt: [],
    links,
    definitions: environment.definitions,
    comments: environment.comments,
  };
  const lines = removeComments({ file, markdownLine, document }, source.markdown.split('\n'), problems);
  const definitions = shareDefinitions({ file, lines, markdownLine, document }, [], problems);
  const isWithheldLine = (): boolean => false;
  return {
    paper: {
      file,
      lines,
      markdownLine,
      document,
      definitions,
      isWithheldLine,
      isUncut: isAsTyped(document, lines),
    },
    comments: commentPieces(environment.comments, { file, body: body.slug }),
  };
}
