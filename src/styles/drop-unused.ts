/**
 * Leaves out the rules for classes that no page has, and custom properties that no rule reads: components come with
 * many variants. `css` is as Sass writes it when compressed.
 */
export function dropUnused(css: string, names: ReadonlySet<string>): string {
  return dropProperties(dropRules(css, names));
}

/** Goes through rules and blocks of rules (`@media`, `@supports`), innermost last. */
function dropRules(css: string, names: ReadonlySet<string>): string {
  let kept = '';
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open === -1) return kept + css.slice(at);
    const close = endOfBlock(css, open);
    const head = css.slice(at, open);
    const body = css.slice(open + 1, close);
    kept += /^@(?:media|supports)/.test(head) ? block(head, dropRules(body, names)) : rule(head, body, names);
    at = close + 1;
  }
  return kept;
}

function rule(head: string, body: string, names: ReadonlySet<string>): string {
  if (head.startsWith('@')) return block(head, body);
  const selectors = splitSelectors(head).filter((selector) =>
    classesOf(selector).every((name) => names.has(name)),
  );
  return selectors.length === 0 ? '' : block(selectors.join(','), body);
}

function block(head: string, body: string): string {
  return body === '' ? '' : `${head}{${body}}`;
}

/** Classes that an element must have; those within `:not(…)` it must not. */
function classesOf(selector: string): string[] {
  const wanted = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...wanted.matchAll(/\.([A-Za-z][\w-]*)/g)].map((match) => match[1]!);
}

function splitSelectors(head: string): string[] {
  // Not at the commas within brackets: `:not(:hover,:focus)`.
  return head.split(/,(?![^(]*\))/);
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('The style sheet has a block that does not end.');
}

/** Custom properties that nothing reads, the colours of components that are left out above all. */
function dropProperties(css: string): string {
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]!));
  return css
    .replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (whole, name: string) => (read.has(name) ? whole : ''))
    .replace(/[^{}]*\{\}/g, '');
}
