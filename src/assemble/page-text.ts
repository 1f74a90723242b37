import type { PublicMarkdown } from '../model/publication.ts';
import type { RenderedMarkdown } from '../markdown/render-markdown.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { Assembly } from './assembly.ts';
import type { LinkPlace } from './href-of-link.ts';
import { hrefOfLink } from './href-of-link.ts';

/** How a text is set into a page. */
export interface TextPlace extends LinkPlace {
  /** Before every id of the text: `b3-`, or empty where the page is the paper's own. */
  readonly idPrefix: string;
  /** What the text is called where several stand on the page: its tables are named by it. */
  readonly name?: string;
  /** What its numbered paragraphs are of, where other texts of the page have the same numbers. */
  readonly paragraphsOf?: string;
  readonly headingLevel: number;
}

/** Renders the texts of one page, so that no id stands on it twice. */
export interface PageText {
  readonly render: (text: PublicMarkdown, place: TextPlace) => RenderedMarkdown;
  /** The HTML of a text, or nothing when the text is empty. */
  readonly html: (text: PublicMarkdown, place: TextPlace) => string | undefined;
  /** Keeps ids of the page's own from being used by a text. Called before the first text is rendered. */
  readonly reserve: (ids: readonly string[]) => void;
}

/**
 * Starts a page on which no id is taken. The ids of the layout and of the page templates have an underscore, which
 * no heading's id can have, so they need not be kept free.
 */
export function createPageText(assembly: Assembly): PageText {
  const { sizeOfImage } = assembly;
  const used = new Set<string>();
  const render = (text: PublicMarkdown, place: TextPlace): RenderedMarkdown => {
    const resolveLink = (target: string): string => hrefOfLink(assembly, target, place);
    // Two texts of one minute may both have a paragraph 1 or a footnote: the later one gives way, and is rendered again.
    for (let copy = 1; ; copy += 1) {
      const idPrefix = copy === 1 ? place.idPrefix : `${place.idPrefix}text-${copy}-`;
      const rendered = renderMarkdown(text, {
        idPrefix,
        ...(place.name === undefined ? {} : { name: place.name }),
        ...(place.paragraphsOf === undefined ? {} : { paragraphsOf: place.paragraphsOf }),
        headingLevel: place.headingLevel,
        resolveLink,
        sizeOfImage,
      });
      const ids = idsOf(rendered.html);
      if (ids.some((id) => used.has(id))) continue;
      for (const id of ids) used.add(id);
      return rendered;
    }
  };
  const html = (text: PublicMarkdown, place: TextPlace): string | undefined =>
    text.markdown.trim() === '' ? undefined : render(text, place).html;
  const reserve = (ids: readonly string[]): void => {
    for (const id of ids) used.add(id);
  };
  return { render, html, reserve };
}

/** The ids in HTML of our own making: text is escaped in it, so ` id="` stands only where an id does. */
function idsOf(html: string): string[] {
  return [...html.matchAll(/<[^<>]* id="([^"]*)"/g)].map((match) => match[1]!);
}
