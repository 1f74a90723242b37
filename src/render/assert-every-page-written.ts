import { resolve } from 'node:path';
import type { WrittenPages } from '@11ty/eleventy';
import type { Page } from '../model/page.ts';

/**
 * Throws unless Eleventy wrote exactly these pages. An ignore file in the project, or a permalink that Eleventy
 * changed, would otherwise leave pages out without a word.
 */
export function assertEveryPageWritten(
  pages: readonly Page[],
  outputDirectory: string,
  results: WrittenPages,
): void {
  const written = new Set(results.map(({ outputPath }) => outputPath && resolve(outputPath)));
  const missing = pages.filter(({ file }) => !written.has(resolve(outputDirectory, file)));
  if (missing.length > 0 || written.size !== pages.length) {
    const names = missing.map(({ file }) => file).join(', ');
    throw new Error(
      `Eleventy wrote ${written.size} files for ${pages.length} pages. Not written: ${names || 'none'}.`,
    );
  }
}
