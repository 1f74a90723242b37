import { parseBlocks } from '../markdown/parse-blocks.ts';
import type { Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { LineRange } from '../model/structure.ts';
import type { ValidBody, ValidPaper } from '../model/valid.ts';
import type { WithheldBecause, WithheldPiece } from '../model/withheld.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { plantInFields, plantInLines, textsIn } from './plant-canaries.ts';
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
}

/**
 * Readies a public paper: plants canaries in what is withheld of it, takes its withheld pieces, and decides whose
 * its footnotes and link definitions are.
 */
export function preparePaper(
  source: ValidPaper<unknown, unknown>,
  ranges: readonly WithheldRange[],
  nextCanary: () => string,
  problems: Problem[],
): PreparedPaper {
  const { source: text, document } = open(source.content);
  const { file, body, meeting } = source;
  let lines: readonly string[] = text.markdown.split('\n');
  const passages = document.exempt.map((passage): WithheldRange => ({
    // Without the fences: what the opening one says is the public reason.
    start: passage.start + 1,
    end: passage.end - 1,
    what: 'passage',
    because: 'exempt passage',
    resolutions: 0,
  }));
  const all = [...ranges, ...passages];
  const shared = shareDefinitions({ file, lines, markdownLine: text.markdownLine, document }, all, problems);
  const definitions = shared.withheld
    .filter((definition) => !all.some((range) => definition.start >= range.start && definition.start < range.end))
    .map((definition): WithheldRange => ({ start: definition.start, end: definition.end, what: 'passage', because: 'exempt passage', resolutions: 0 }));
  const withheldRanges = [...all, ...definitions];
  const pieces: WithheldPiece[] = [];
  for (const range of withheldRanges) {
    const planted = nextCanary();
    lines = plantInLines(lines, [range], planted);
    const words = lines.slice(range.start, range.end).join('\n');
    if (words.trim() === '') continue;
    const { what, because, item, resolutions } = range;
    pieces.push({ what, because, file, body, meeting, ...(item === undefined ? {} : { item }), texts: seal([words]), names: seal([]), resolutions });
  }
  pieces.push(...commentPieces(document.comments, { file, body, meeting }));
  const isWithheldLine = (line: number): boolean => withheldRanges.some((range) => line >= range.start && line < range.end);
  return { paper: { file, lines, markdownLine: text.markdownLine, document, definitions: shared, isWithheldLine }, pieces };
}

/** A paper that is withheld as a whole: every word of it, and the names by which it could be found. */
export function withholdWhole(source: ValidPaper<FrontMatterOfAnyKind, unknown>, because: WithheldBecause, resolutions: number, nextCanary: () => string): WithheldPiece {
  const { frontMatter, source: text } = open(source.content);
  const canary = nextCanary();
  const { file, body, meeting, name } = source;
  const lines = plantInLines(text.markdown.split('\n'), [{ start: 0, end: Number.MAX_SAFE_INTEGER }], canary);
  const { exempt, confidential, reason, item } = frontMatter;
  return {
    what: 'paper',
    because,
    file,
    body,
    meeting,
    ...(item === undefined ? {} : { item }),
    texts: seal([...textsIn(plantInFields(text.fields, canary)), lines.join('\n')]),
    names: seal(name === 'agenda' || name === 'minutes' || /^supplement-\d+$/.test(name) ? [] : [name]),
    resolutions,
    grounds: seal({
      ...(exempt === undefined ? {} : { exempt: exempt.join(', ') }),
      ...(confidential === undefined ? {} : { confidential }),
      ...(reason === undefined ? {} : { reason }),
    }),
  };
}

/** What the fields of any kind of paper have that a withheld piece notes for the ledger. */
export interface FrontMatterOfAnyKind {
  readonly exempt?: readonly string[] | undefined;
  readonly confidential?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly item?: string | undefined;
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
export function prepareBody(body: ValidBody): { readonly paper: CuttablePaper; readonly comments: readonly WithheldPiece[] } {
  const { links, environment } = parseBlocks(body.source.markdown);
  const lines = body.source.markdown.split('\n');
  const document = { exempt: [], links, definitions: environment.definitions, comments: environment.comments };
  const { file } = body;
  const { markdownLine } = body.source;
  const definitions = shareDefinitions({ file, lines, markdownLine, document }, [], []);
  const isWithheldLine = (): boolean => false;
  return { paper: { file, lines, markdownLine, document, definitions, isWithheldLine }, comments: commentPieces(environment.comments, { file, body: body.slug }) };
}
