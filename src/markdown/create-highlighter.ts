import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';

/**
 * Languages of code that papers hold. The list is closed, and loaded in this order, for two reasons. Prism
 * changes languages that are loaded when it loads another, so that with an open list the HTML of one paper
 * would depend on which papers came before it. And the plugin prints some code without escaping it: all of a
 * language that it does not know, and the unchanged lines of `diff`, which must not be added here.
 */
const languages = [
  'markup',
  'css',
  'javascript',
  'bash',
  'csv',
  'json',
  'markdown',
  'python',
  'r',
  'sql',
  'typescript',
  'yaml',
] as const;

const languageByName: ReadonlyMap<string, string> = new Map([
  ...languages.map((language) => [language, language] as const),
  ['html', 'markup'],
  ['xml', 'markup'],
  ['js', 'javascript'],
  ['md', 'markdown'],
  ['py', 'python'],
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['ts', 'typescript'],
  ['yml', 'yaml'],
]);

/** Makes `code` of a fenced block into HTML, `<pre>` included. */
export type HighlightCode = (code: string, language: string) => string;

/**
 * Makes the highlighter for code in papers, on Eleventy's syntax highlighting plugin. Code in a language that
 * is not in the list, or in none, is escaped and printed plainly.
 */
export function createHighlighter(): HighlightCode {
  let highlightMarkdown: HighlightCode = printPlainly;
  syntaxHighlight(
    {
      versionCheck: () => undefined,
      addJavaScriptFunction: () => undefined,
      addMarkdownHighlighter: (highlighter) => (highlightMarkdown = highlighter),
    },
    { templateFormats: ['md'], languages, errorOnInvalidLanguage: true },
  );
  return (code, language) => {
    const known = languageByName.get(language.toLowerCase());
    // The newline that ends a block is no line of the code.
    const lines = code.replace(/\n+$/, '');
    return known === undefined ? printPlainly(lines) : highlightMarkdown(lines, known);
  };
}

function printPlainly(code: string): string {
  return `<pre><code>${escapeHtml(code)}</code></pre>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
