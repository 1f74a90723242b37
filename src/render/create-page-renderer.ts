import type nunjucks from 'nunjucks';
import type { Page, Props } from '../model/page.ts';
import { PublishError } from '../model/problem.ts';
import { createTemplateEnvironment } from './create-template-environment.ts';
import { templateProblem } from './template-problem.ts';

/** The HTML of a page: the same page gives the same HTML, whatever was rendered before it. */
export type RenderPage = (page: Page) => Promise<string>;

/**
 * Makes the function that renders a page with `pages/<template>.njk`. The template sees `props` and nothing
 * else: not the other pages, not Eleventy's data, not `package.json`. What is wrong with a template is thrown as
 * a problem at its place.
 */
export function createPageRenderer(templatesDirectory: string): RenderPage {
  const environment = createTemplateEnvironment(templatesDirectory);
  return async (page) => {
    // Outside of what is caught: a page that cannot be made is no fault of a template.
    const { props } = page;
    try {
      return await render(environment, page.template, props);
    } catch (error) {
      throw new PublishError([templateProblem(error, page, templatesDirectory)]);
    }
  };
}

/**
 * Renders and waits. Asked without a callback, Nunjucks answers an error in an included template with `null`,
 * throws it later where nobody can catch it, and the page would say "null".
 */
function render(environment: nunjucks.Environment, template: string, props: Props): Promise<string> {
  return new Promise((resolve, reject) => {
    environment.render(`pages/${template}.njk`, { props }, (error, html) => {
      if (error !== null) reject(error);
      else if (html === null) reject(new Error('the template gave nothing'));
      else resolve(html);
    });
  });
}
