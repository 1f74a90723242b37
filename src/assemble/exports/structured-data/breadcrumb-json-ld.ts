import type { Page } from '../../../model/page.ts';
import type { Site } from '../../../model/site.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import type { JsonLd } from './json-ld.ts';

/** The way from the home page to a page as a BreadcrumbList: the steps that the page itself shows. */
export function breadcrumbJsonLd(site: Site, page: Pick<Page, 'address' | 'props'>): JsonLd[] {
  const steps = stepsOf(page);
  if (steps.length === 0) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ text, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: text,
        // The last step is the page and has no link.
        item: href === undefined ? absoluteUrlOf(site, page.address) : new URL(href, site.url).href,
      })),
    },
  ];
}

function stepsOf(page: Pick<Page, 'props'>): { readonly text: string; readonly href?: string }[] {
  const layout = page.props['layout'];
  const steps = isRecord(layout) ? layout['breadcrumbs'] : undefined;
  if (!Array.isArray(steps)) return [];
  return (steps as readonly unknown[]).filter(isRecord).map(({ text, href }) => ({
    text: String(text),
    ...(typeof href === 'string' ? { href } : {}),
  }));
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
