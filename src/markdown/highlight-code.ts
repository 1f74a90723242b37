import { createRequire } from 'node:module';

/** What the Eleventy plugin for code gives to markdown-it; the plugin itself ships no types. */
type PluginHighlighter = (code: string, language: string) => string;

const createPluginHighlighter = createRequire(import.meta.url)(
  '@11ty/eleventy-plugin-syntaxhighlight/src/markdownSyntaxHighlightOptions.js',
) as (options: { lineSeparator: string }) => PluginHighlighter;

const pluginHighlighter = createPluginHighlighter({ lineSeparator: '\n' });

/** The plugin prints code of a language that it does not know without escaping it, so only these are handed to it. */
const languages = new Set(['bash', 'css', 'html', 'javascript', 'json', 'markdown', 'typescript', 'yaml']);

/** Colours code in a paper; an empty answer has markdown-it print it plain, escaped. */
export function highlightCode(code: string, language: string): string {
  return languages.has(language) ? pluginHighlighter(code, language) : '';
}
