import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import nunjucks from 'nunjucks';

/**
 * Makes a Nunjucks environment that finds templates in one folder and nowhere else, as they are now. Eleventy's own would
 * also search the working folder, so that `{% include "content/…" %}` printed a paper.
 *
 * Text is escaped unless a template says `| safe`. Printing a value that is not there, and including a
 * template that is not there, stops the build: a page with a hole in it looks like a page. Asking for one
 * (`{% if props.lead %}`, `{% for … in props.members %}`) is allowed.
 */
export function createTemplateEnvironment(templatesDirectory: string): nunjucks.Environment {
  const texts = readTemplates(templatesDirectory);
  const digest = createHash('sha256')
    .update(JSON.stringify([templatesDirectory, ...texts]))
    .digest('hex');
  if (last?.digest !== digest) last = { digest, environment: createEnvironment(templatesDirectory, texts) };
  return last.environment;
}

/** Nunjucks compiles a template when it is first used, which takes longer than rendering a small site: in one process, once is enough. */
let last: { readonly digest: string; readonly environment: nunjucks.Environment } | undefined;

function createEnvironment(
  templatesDirectory: string,
  texts: ReadonlyMap<string, string>,
): nunjucks.Environment {
  const environment = new nunjucks.Environment(new TextLoader(templatesDirectory, texts), {
    autoescape: true,
    throwOnUndefined: true,
  });
  // Nunjucks brings `dump`, which prints a whole value, whatever is in it.
  environment.addFilter('dump', () => {
    throw new Error('The filter `dump` is switched off: print the props that the page needs, by name.');
  });
  return environment;
}

/** Finds templates among texts, by their path in the folder. */
class TextLoader extends nunjucks.Loader implements nunjucks.ILoader {
  readonly #directory: string;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(directory: string, texts: ReadonlyMap<string, string>) {
    super();
    this.#directory = directory;
    this.#texts = texts;
  }

  getSource(name: string): nunjucks.LoaderSource {
    const src = this.#texts.get(name);
    // Nunjucks takes it for "not found"; its types do not say so.
    if (src === undefined) return null as unknown as nunjucks.LoaderSource;
    return { src, path: join(this.#directory, name), noCache: false };
  }
}

/** Every template of a folder by its path in it, with forward slashes. */
function readTemplates(directory: string): ReadonlyMap<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.njk'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((path) => [relative(directory, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
