import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page, Props } from '../../src/model/page.ts';
import { renderPages } from '../../src/render/render-pages.ts';

/** A folder of its own for a test. */
export function makeDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'minutebook-render-'));
}

/** A templates folder with the site's own `page.njk` and these templates. */
export function makeTemplates(templates: { readonly [file: string]: string }): string {
  const directory = makeDirectory();
  cpSync('templates/page.njk', join(directory, 'page.njk'));
  for (const [file, text] of Object.entries(templates)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  return directory;
}

/** A page of template `paper` at an address. */
export function makePage(address: string, props: Props, template = 'paper'): Page {
  return { address, file: `${address.slice(1)}index.html`, template, props };
}

/** Renders pages into a fresh folder and reads every file that was written. */
export async function renderFixture(
  pages: readonly Page[],
  templatesDirectory: string,
): Promise<{ [file: string]: string }> {
  const outputDirectory = makeDirectory();
  await renderPages({ pages, outputDirectory, templatesDirectory });
  return readFiles(outputDirectory);
}

/** Every file under a folder, by its path in it. */
export function readFiles(directory: string): { [file: string]: string } {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
  );
}
