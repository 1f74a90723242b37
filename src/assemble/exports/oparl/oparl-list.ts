import type { OutputFile } from '../../../model/page.ts';
import type { Assembly } from '../../assembly.ts';
import { oparlAddress } from '../export-addresses.ts';
import { jsonFile } from '../text-file.ts';
import type { OparlObject } from './oparl-object.ts';
import { oparlUrl } from './oparl-object.ts';

/** OParl recommends pages above this many. */
const objectsOnPage = 100;

/** An external list of objects, in pages that link to one another. An empty list is one page without objects. */
export function oparlList(assembly: Assembly, path: string, objects: readonly OparlObject[]): OutputFile[] {
  const count = Math.max(1, Math.ceil(objects.length / objectsOnPage));
  const pathOf = (page: number): string => (page === 1 ? path : `${path}-page-${page}`);
  const url = (page: number): string => oparlUrl(assembly, pathOf(page));
  return Array.from({ length: count }, (_, index) => {
    const page = index + 1;
    return jsonFile(oparlAddress(pathOf(page)), {
      data: objects.slice(index * objectsOnPage, page * objectsOnPage),
      pagination: {
        totalElements: objects.length,
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
    });
  });
}
