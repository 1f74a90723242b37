import { absoluteUrlOf, meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import type { ListedPaper } from '../listed-papers.ts';
import { splitAuthor } from '../split-author.ts';
import type { JsonLd } from './json-ld.ts';

/** A report or an appendix as a Report, any other paper as a DigitalDocument. */
export function paperJsonLd({ site }: Assembly, paper: ListedPaper): JsonLd {
  const report = 'report' in paper ? paper.report : undefined;
  const meetingUrl = absoluteUrlOf(site, meetingAddress(paper.meeting));
  const authors = (report?.authors ?? []).map(authorOf);
  return {
    '@type': report === undefined ? 'DigitalDocument' : 'Report',
    name: paper.title,
    url: absoluteUrlOf(site, paper.address),
    ...(report?.summary === undefined ? {} : { abstract: report.summary }),
    ...(paper.published === undefined ? {} : { datePublished: paper.published }),
    ...(authors.length === 0 ? {} : { author: authors }),
    inLanguage: paper.language ?? site.language,
    isPartOf: { '@type': 'WebPage', '@id': meetingUrl },
    about: { '@id': `${meetingUrl}#meeting` },
    publisher: { '@type': 'Organization', name: site.name },
    isAccessibleForFree: true,
  };
}

/** With a role a person; without one it may as well be an office. */
function authorOf(author: string): unknown {
  const { name, role } = splitAuthor(author);
  return role === undefined ? name : { '@type': 'Person', name, jobTitle: role };
}
