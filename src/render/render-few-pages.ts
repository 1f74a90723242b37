import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPageRenderer } from './create-page-renderer.ts';
import type { RenderOptions } from './render-pages.ts';

/** Eleventy takes as long to start as so many pages take to be rendered. */
const fewPages = 100;

/** Whether some pages of a site are so few that they are better written without Eleventy. All pages never are: a site is built by Eleventy. */
export function areFew(pages: readonly unknown[], ofAll: readonly unknown[]): boolean {
  return pages.length < fewPages && pages.length < ofAll.length;
}

/**
 * Renders a few pages of a site whose others stand already: as `renderPages` does, to the same bytes, but for Eleventy, which is given
 * pages one by one and adds nothing to them. Throws when a page cannot be rendered, or its file stands already.
 */
export async function renderFewPages({
  pages,
  outputDirectory,
  templatesDirectory,
  onPage = () => undefined,
}: RenderOptions): Promise<void> {
  const render = createPageRenderer(templatesDirectory);
  for (const page of pages) {
    const html = await render(page);
    const path = join(outputDirectory, page.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html, { flag: 'wx' });
    onPage();
  }
}
