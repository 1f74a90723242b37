import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '../../../src/model/page.ts';
import { publish } from '../../../src/publish.ts';
import { serveSite, type SiteServer } from '../../../src/serve/serve-site.ts';
import { buildDate, generateContent } from './generate-content.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The real papers and a body with one of everything, built as for the public. */
export interface BuiltSite {
  readonly directory: string;
  readonly pages: readonly Page[];
  readonly server: SiteServer;
  readonly close: () => Promise<void>;
}

/** Builds the site into a folder of its own and serves it. */
export async function buildSite(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-accessibility-'));
  const content = join(folder, 'content');
  const directory = join(folder, '_site');
  const data = join(folder, 'data');
  await generateContent(join(root, 'content'), content);
  cpSync(join(root, 'data'), data, { recursive: true });
  appendFileSync(join(data, 'redirects.yaml'), redirects);
  const { plan } = await publish({ content, data, output: directory, date: buildDate });
  const server = await serveSite({ directory, basePath: () => '/', port: 0 });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { directory, pages: plan.pages, server, close };
}

/** A paper that has moved, and one that is gone. */
const redirects = `
- from: /harbour-board/2026-03-10/a2-wharf/
  to: /harbour-board/2026-03-10/a2-quay/
- from: /harbour-board/2019-05-14/a1-cranes/
  gone: A report on the cranes, taken down in 2024 after five years.
`;

/** Pages with what the first page of their kind happens not to have: every form of text, a cancelled meeting, and so on. */
const otherPages = [
  '2026-03-10/',
  '2026-03-10/a2-quay/',
  '2026-03-10/a2-wharf/',
  '2025-12-09/',
  '2025-06-10/',
  '2019-05-14/a1-cranes/',
].map((page) => `/harbour-board/${page}`);

/** The addresses of a real page of each template, and of the generated pages that differ from it. */
export function pageOfEachKind(pages: readonly Page[]): string[] {
  // The register of one body has every form of the whole one and a third of its resolutions.
  const kinds = new Map([['resolutions', '/kent-community-safety-partnership/resolutions/']]);
  for (const { template, address } of pages) {
    if (!kinds.has(template) && !address.startsWith('/harbour-board/')) kinds.set(template, address);
  }
  return [...kinds.values(), ...otherPages];
}

/** Every page, but of the thirty reports of one meeting, which differ in their words alone, one. */
export function pagesThatDiffer(pages: readonly Page[]): Page[] {
  return pages.filter(({ address }) => !/-matter\/$/.test(address) || address.endsWith('/a1-matter/'));
}

/** The address of a page as the server has it. */
export function urlOf(site: BuiltSite, address: string): string {
  return site.server.url() + address.slice(1);
}
