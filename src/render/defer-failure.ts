import type { RenderPage } from './create-page-renderer.ts';

/**
 * Makes a renderer that goes on after a page that cannot be rendered, and a function that throws the first failure
 * when Eleventy is done: what is thrown through Eleventy is printed with its stack and wrapped three times. Until
 * that function has been called, the output must not be used.
 */
export function deferFailure(renderPage: RenderPage): {
  readonly renderPage: RenderPage;
  readonly throwFailure: () => void;
} {
  const failures: unknown[] = [];
  return {
    renderPage: async (page) => {
      try {
        return await renderPage(page);
      } catch (error) {
        failures.push(error);
        return '';
      }
    },
    throwFailure: () => {
      if (failures.length > 0) throw failures[0];
    },
  };
}
