import { assembleMeetings, findCarried } from '../assemble/assemble-site.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Page } from '../model/page.ts';
import { countProgress } from '../model/progress.ts';
import type { WrittenSite } from '../publish.ts';
import { renderPages } from '../render/render-pages.ts';
import { takePages } from './memory-of-site.ts';
import type { SplitPapers } from './split-papers.ts';

/** Leaves it to the build that joins the parts to see whether links to papers of other parts lead to public ones. */
export function withoutLinksElsewhere(split: SplitPapers, bodies: ReadonlySet<string>): SplitPapers {
  return {
    ...split,
    meetings: split.meetings.map((meeting) => ({
      ...meeting,
      elsewhere: meeting.elsewhere.filter(({ body }) => bodies.has(body)),
    })),
  };
}

/** Makes the pages of a part's meetings in its folder, and the parts of the search index that its papers fill alone. */
export async function makePart(
  written: WrittenSite,
  glossary: Glossary,
  templatesDirectory: string,
): Promise<readonly Page[]> {
  const { publication, attachments, site, maker, options, outputDirectory } = written;
  const { pages } = assembleMeetings({
    ...{ publication, attachments, site, glossary, assets: [], tell: options.onProgress },
    ...(maker === undefined ? {} : { maker }),
  });
  const carried = findCarried(pages, maker);
  const toRender = takePages({ pages, carried, files: [] }, written);
  const onPage = countProgress(options.onProgress, 'writing', toRender.length);
  await renderPages({ pages: toRender, outputDirectory, templatesDirectory, onPage });
  return pages;
}
