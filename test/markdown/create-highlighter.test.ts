import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlighter } from '../../src/markdown/create-highlighter.ts';

describe('createHighlighter', () => {
  const highlight = createHighlighter();

  it('marks up code in a language that it knows, by any of its names', () => {
    expect(highlight('const total = 1;\n', 'js')).toMatchInlineSnapshot(
      `"<pre class="language-javascript"><code class="language-javascript"><span class="token keyword">const</span> total <span class="token operator">=</span> <span class="token number">1</span><span class="token punctuation">;</span></code></pre>"`,
    );
    expect(highlight('const total = 1;\n', 'JavaScript')).toBe(highlight('const total = 1;\n', 'js'));
  });

  it.each([
    '',
    'text',
    'mermaid',
    'constructor',
    '__proto__',
    'extend',
    'insertBefore',
    'DFS',
    'js/1,2',
    'diff',
    'diff-js',
    '"><script>',
  ])('escapes code in a language that it does not know: %j', (language) => {
    expect(highlight('<script>alert("1 & 2")</script>\n', language)).toBe(
      '<pre><code>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</code></pre>',
    );
  });

  it.each(['html', 'markdown', 'csv', 'json', 'yaml', 'bash', 'python', 'r', 'sql', 'css', 'js', 'ts'])(
    'shows every character of the code and lets no tag of it through in %s',
    (language) => {
      const code = fc.string({
        unit: fc.constantFrom(...'<>&"\'`=#/-+*{}()[]:;$\n ab1', '<script>', '<!--', '-->', '&lt;', '<b>'),
      });
      fc.assert(
        fc.property(code, (text) => {
          const shown = highlight(text, language).replaceAll(
            /<\/?(pre|code|span)( class="[a-z0-9 -]+")?( title="&#?[a-zA-Z0-9]+;")?>/g,
            '',
          );
          expect(shown).not.toContain('<');
          expect(decode(shown)).toBe(text.replace(/\n+$/, ''));
        }),
      );
    },
  );

  it('gives the same HTML whatever it marked up before', () => {
    const samples = ['css', 'html', 'markdown', 'js', 'ts', 'bash'].map(
      (language) => ['a { b: c } <p style="x: y">`z`</p> $(ls)', language] as const,
    );
    const before = samples.map(([code, language]) => highlight(code, language));
    const other = createHighlighter();
    const after = [...samples]
      .reverse()
      .map(([code, language]) => other(code, language))
      .reverse();
    expect(after).toEqual(before);
  });
});

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
