import { meetingAddress, resolutionsAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import type { RegisterEntry } from '../../register.ts';
import { dataAddress } from '../export-addresses.ts';
import { papersOf } from '../listed-papers.ts';
import type { JsonLd } from './json-ld.ts';
import { meetingJsonLd } from './meeting-json-ld.ts';
import { paperJsonLd } from './paper-json-ld.ts';
import { registerJsonLd } from './register-json-ld.ts';

/** What each page is about, by its address; pages that only lead to others are not among them. */
export function jsonLdOfPages(
  assembly: Assembly,
  entries: readonly RegisterEntry[],
): ReadonlyMap<string, JsonLd> {
  const pages = new Map<string, JsonLd>();
  for (const body of assembly.publication.bodies) {
    for (const meeting of body.meetings) {
      pages.set(meetingAddress(meeting), meetingJsonLd(assembly, body, meeting));
      for (const paper of papersOf(body, meeting)) {
        // An agenda and a supplement are shown by the page of their meeting.
        if (paper.kind === 'agenda' || paper.kind === 'supplement') continue;
        pages.set(paper.address, paperJsonLd(assembly, paper));
      }
    }
  }
  const register = registerJsonLd(assembly, entries);
  pages.set(resolutionsAddress, register);
  pages.set(dataAddress, register);
  return pages;
}
