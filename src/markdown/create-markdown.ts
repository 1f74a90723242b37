import MarkdownIt from 'markdown-it';
import type { PluginSimple, PluginWithOptions } from 'markdown-it';
import { markdownItFancyListPlugin } from 'markdown-it-fancy-lists';
import footnote from 'markdown-it-footnote';
import multimdTable from 'markdown-it-multimd-table';
import { passOverProse } from './pass-over-prose.ts';
import { recordDefinitions } from './record-definitions.ts';
import { parseContainers } from './parse-containers.ts';
import { removeHtml } from './remove-html.ts';

/**
 * The Markdown that papers are written in: CommonMark, tables with merged cells and several lines in a cell,
 * lettered lists, footnotes, and containers (`::: exempt`). Reading a paper's structure and rendering it use the
 * same parser, so that they cannot disagree on where a passage ends.
 *
 * HTML is recognised so that it can be taken out: with `html: false` a comment would be printed for all to read.
 */
export function createMarkdown(): MarkdownIt {
  // The casts: these plugins are typed against markdown-it's CommonJS types, which TypeScript takes for others.
  const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false })
    .use(markdownItFancyListPlugin as unknown as PluginSimple)
    .use(footnote as unknown as PluginSimple)
    // `multibody` would join two tables with an empty line between them, the second one's heading a row of the first.
    .use(multimdTable as unknown as PluginWithOptions, { multiline: true, rowspan: true, multibody: false })
    .use(passOverProse)
    .use(recordDefinitions)
    .use(parseContainers)
    .use(removeHtml);
  // A bare `kent.gov.uk` is prose, and guessing a link out of it would invent an address.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  // So is `and//or`: two slashes alone begin no address.
  markdown.linkify.add('//', null);
  // What is left needs a colon or an at sign, which a character reference may stand for; the full test is slow in prose.
  const mayHoldLink = markdown.linkify.pretest.bind(markdown.linkify);
  markdown.linkify.pretest = (text) => /[:@&]/.test(text) && mayHoldLink(text);
  // Every link is parsed as one, so that a forbidden scheme is a problem with a line and not a puzzling text.
  markdown.validateLink = () => true;
  return markdown;
}
