import type { Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import type { Assembly } from '../../assembly.ts';
import { oparlAddress } from '../export-addresses.ts';
import { countLines, rangesOf } from '../file-of-lines.ts';
import { jsonListFile } from '../json-lines.ts';
import { oparlUrl } from './oparl-object.ts';

/** OParl recommends pages above this many. */
const objectsOnPage = 100;

/** An external list of objects, each a line of JSON, in pages that link to one another. An empty list is one page without objects. */
export function oparlList(assembly: Assembly, path: string, parts: readonly Lines[]): OutputFile[] {
  const total = countLines(parts);
  const count = Math.max(1, Math.ceil(total / objectsOnPage));
  const pathOf = (page: number): string => (page === 1 ? path : `${path}-page-${page}`);
  const url = (page: number): string => oparlUrl(assembly, pathOf(page));
  return Array.from({ length: count }, (_, index) => {
    const page = index + 1;
    const fields = {
      pagination: {
        totalElements: total,
        elementsPerPage: objectsOnPage,
        currentPage: page,
        totalPages: count,
      },
      links: {
        first: url(1),
        ...(page === 1 ? {} : { prev: url(page - 1) }),
        self: url(page),
        ...(page === count ? {} : { next: url(page + 1) }),
        last: url(count),
      },
    };
    const shown = rangesOf(parts, index * objectsOnPage, page * objectsOnPage);
    return jsonListFile(oparlAddress(pathOf(page)), fields, 'data', shown);
  });
}
