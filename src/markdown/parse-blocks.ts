import type { LineRange } from '../model/structure.ts';
import { addAnchors } from './add-anchors.ts';
import { BlockReader } from './block-reader.ts';
import type { MarkdownEnvironment } from './environment.ts';
import { findOddCode } from './find-code.ts';
import type { OddCode } from './find-code.ts';
import { findLinks } from './find-links.ts';
import type { PaperLink } from './find-links.ts';
import { findTexts } from './find-texts.ts';
import type { PaperText } from './find-texts.ts';
import type { ContainerName } from './parse-containers.ts';
import type { ParsedTokens } from './parse-tokens.ts';
import { parseTokens } from './parse-tokens.ts';

/** A block at the top of a paper, inside a container at the top, or inside an item of a list. */
export type Block = LineRange &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly text: string }
    | {
        readonly kind: 'paragraph';
        readonly text: string;
        /** The bold words that a paragraph begins with when its first line is bold as a whole; else empty. */
        readonly boldLine: string;
      }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
    | {
        readonly kind: 'container';
        readonly name: ContainerName;
        readonly words: string;
        readonly blocks: readonly Block[];
      }
    | {
        readonly kind: 'other';
        readonly type: string;
        /** All words of a quote, a table or a block of code. */
        readonly text: string;
      }
  );

/** An item of a list: the words of its first paragraph, and all its lines. */
export interface ListItem extends LineRange {
  readonly text: string;
  /** `2` in `2.`, `b` in `B)`, empty for a bullet. */
  readonly mark: string;
  /** All that it holds, its first paragraph and lists within it. */
  readonly blocks: readonly Block[];
}

/** A paper's Markdown as blocks, with what has to be judged before anything of it may be shown. */
export interface ParsedMarkdown {
  readonly blocks: readonly Block[];
  readonly links: readonly PaperLink[];
  readonly texts: readonly PaperText[];
  readonly code: OddCode;
  /** The anchors that headings and numbered paragraphs get on the paper's own page. */
  readonly anchors: ReadonlySet<string>;
  readonly environment: MarkdownEnvironment;
}

/** Parses Markdown into blocks with their lines. Never throws: what is wrong stands in `environment.findings`. */
export function parseBlocks(markdown: string): ParsedMarkdown {
  const { tokens, environment } = parseTokens(markdown);
  const lines = markdown.split('\n');
  let anchors: ReadonlySet<string> | undefined;
  return {
    blocks: new BlockReader(tokens, lines).blocksUntil(() => false),
    links: findLinks(tokens),
    texts: findTexts(tokens),
    code: findOddCode(tokens, lines),
    // Asked for by few papers, and after all else: finding them takes the numbers of paragraphs out of the tokens.
    get anchors() {
      return (anchors ??= findAnchors(tokens));
    },
    environment,
  };
}

function findAnchors(tokens: ParsedTokens['tokens']): ReadonlySet<string> {
  addAnchors(tokens, '');
  return new Set(tokens.flatMap((token) => token.attrGet('id') ?? []));
}
