import type { OutputFile } from '../../model/page.ts';
import { absoluteUrlOf, notFoundAddress, searchAddress } from '../addresses.ts';
import type { SiteAssembly } from '../assembly.ts';
import { xmlDocument, xmlElement } from './write-xml.ts';
import { listPapers } from './listed-papers.ts';
import { textFile } from './text-file.ts';

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** The most addresses that one sitemap may have, by the protocol. */
const addressesInFile = 50_000;

/**
 * The pages for search engines (sitemaps.org), each with the day of its paper where that is recorded, and robots.txt
 * (RFC 9309), which lets every program read everything. One file has room for 50,000 pages; a larger site has several
 * and an index.
 */
export function sitemapFiles(
  assembly: SiteAssembly,
  pages: readonly { readonly address: string }[],
  limit: number = addressesInFile,
): OutputFile[] {
  const { site, publication } = assembly;
  const days = new Map(listPapers(publication).map((paper) => [paper.address, paper.published]));
  // There is nothing to read on a page that says that there is none, and on one that waits for a question.
  const shown = pages.filter(({ address }) => address !== notFoundAddress && address !== searchAddress);
  const urls = shown.map(({ address }) => {
    const day = days.get(address);
    const lastmod = day === undefined ? [] : [xmlElement('lastmod', {}, { text: day })];
    return xmlElement('url', {}, { elements: [location(assembly, address), ...lastmod] });
  });
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrlOf(site, '/sitemap.xml')}\n`;
  return [...sitemaps(assembly, urls, limit), textFile('/robots.txt', robots)];
}

function sitemaps(assembly: SiteAssembly, urls: readonly string[], limit: number): OutputFile[] {
  const file = (address: string, root: string, elements: readonly string[]): OutputFile =>
    textFile(address, xmlDocument(xmlElement(root, namespace, { elements })));
  if (urls.length <= limit) return [file('/sitemap.xml', 'urlset', urls)];
  const parts = Array.from({ length: Math.ceil(urls.length / limit) }, (_, index) => ({
    address: `/sitemap-${index + 1}.xml`,
    urls: urls.slice(index * limit, (index + 1) * limit),
  }));
  const index = parts.map(({ address }) =>
    xmlElement('sitemap', {}, { elements: [location(assembly, address)] }),
  );
  return [
    file('/sitemap.xml', 'sitemapindex', index),
    ...parts.map((part) => file(part.address, 'urlset', part.urls)),
  ];
}

function location({ site }: SiteAssembly, address: string): string {
  return xmlElement('loc', {}, { text: absoluteUrlOf(site, address) });
}
