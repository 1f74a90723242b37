import type { Page } from '../model/page.ts';
import { createTemplateEnvironment } from './create-template-environment.ts';

/** The HTML of a page: the same page gives the same HTML, whatever was rendered before it. */
export type RenderPage = (page: Page) => string;

/**
 * Makes the function that renders a page with `pages/<template>.njk`. The template sees `props` and nothing
 * else: not the other pages, not Eleventy's data, not `package.json`.
 */
export function createPageRenderer(templatesDirectory: string): RenderPage {
  const environment = createTemplateEnvironment(templatesDirectory);
  return (page) => {
    try {
      return environment.render(`pages/${page.template}.njk`, { props: page.props });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The page ${page.address} could not be rendered: ${reason}`, { cause });
    }
  };
}
