import nunjucks from 'nunjucks';

/**
 * Makes a Nunjucks environment that finds templates in one folder and nowhere else. Eleventy's own would
 * also search the working folder, so that `{% include "content/…" %}` printed a paper.
 *
 * Text is escaped unless a template says `| safe`. Printing a value that is not there, and including a
 * template that is not there, stops the build: a page with a hole in it looks like a page. Asking for one
 * (`{% if props.lead %}`, `{% for … in props.members %}`) is allowed.
 */
export function createTemplateEnvironment(templatesDirectory: string): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templatesDirectory), {
    autoescape: true,
    throwOnUndefined: true,
  });
  // Nunjucks brings `dump`, which prints a whole value, whatever is in it.
  environment.addFilter('dump', () => {
    throw new Error('The filter `dump` is switched off: print the props that the page needs, by name.');
  });
  return environment;
}
