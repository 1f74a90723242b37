import type { PublicMarkdown } from '../model/publication.ts';
import { addAnchors } from './add-anchors.ts';
import { addFigures } from './add-figures.ts';
import { alignNumbers } from './align-numbers.ts';
import { createHighlighter } from './create-highlighter.ts';
import { createMarkdown } from './create-markdown.ts';
import { levelHeadings } from './level-headings.ts';
import { copyTokens, tokensOf } from './public-tokens.ts';
import { addRenderRules, type RenderEnvironment, type SizeOfImage } from './render-rules.ts';

/** How a piece of Markdown is set into its page. */
export interface RenderOptions {
  /** Put before every id, so that two papers can stand on one page: `b2-`. Empty for none. */
  readonly idPrefix: string;
  /** What the text is called where several stand on one page: its tables are named by it. */
  readonly name?: string;
  /** What its numbered paragraphs are of, where other texts of the page have the same numbers: `item B2`. */
  readonly paragraphsOf?: string;
  /** The level that the highest heading of the text gets, 2 to 6. */
  readonly headingLevel: number;
  /** The address, complete with the site's path prefix, of a link's target as typed. */
  readonly resolveLink: (target: string) => string;
  /** The size of a picture by its resolved address, where it is known. */
  readonly sizeOfImage?: SizeOfImage;
}

/** Markdown as HTML that may be shown as it is. */
export interface RenderedMarkdown {
  readonly html: string;
  readonly headings: readonly { readonly id: string; readonly level: number; readonly text: string }[];
}

/** What renders all texts; making it costs more than rendering a page. What differs from text to text is in the environment. */
const markdown = createMarkdown();
markdown.set({ highlight: createHighlighter() });
addRenderRules(markdown);

/**
 * Renders public Markdown. Headings are put in order under `headingLevel`, whatever levels were typed; numbered
 * paragraphs (2.3 The…) get their number as an anchor; tables can be scrolled by themselves.
 */
export function renderMarkdown(text: PublicMarkdown, options: RenderOptions): RenderedMarkdown {
  const { resolveLink, sizeOfImage, name, paragraphsOf } = options;
  const environment = {
    resolveLink,
    ...(options.idPrefix === '' ? {} : { docId: options.idPrefix.replace(/-$/, '') }),
    ...(sizeOfImage === undefined ? {} : { sizeOfImage }),
    ...(name === undefined ? {} : { name }),
    ...(paragraphsOf === undefined ? {} : { paragraphsOf }),
    tables: 0,
  } satisfies RenderEnvironment;
  const tokens = copyTokens(tokensOf(text));
  addFigures(tokens);
  alignNumbers(tokens);
  levelHeadings(tokens, options.headingLevel);
  const headings = addAnchors(tokens, options.idPrefix);
  return { html: markdown.renderer.render(tokens, markdown.options, environment), headings };
}
