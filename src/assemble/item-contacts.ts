import type { OpenItem, PublicBodyHead, PublicContact, PublicMeeting } from '../model/publication.ts';
import type { PublicReport } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import type { ContactProps } from './contact-props.ts';
import { contactProps } from './contact-props.ts';
import { findPaper } from './papers-of-item.ts';

/** Somebody to ask about one item or paper, in a line: `Ida Rope, Engineer`, and the ways to reach them. */
export type ItemContact = Omit<ContactProps, 'lines'> & { readonly words: string };

/** Whom to ask about a meeting: as its agenda says, else as its body does. */
export function contactOfMeeting(body: PublicBodyHead, { agenda }: PublicMeeting): PublicContact | undefined {
  return agenda?.contact ?? body.contact;
}

/** Whom the public papers of an item say to ask. */
export function contactsOfItem(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  item: OpenItem,
): ItemContact[] {
  const found = item.papers.map((reference) => findPaper(assembly, body, reference));
  const reports = found.flatMap((paper) => (paper?.kind === 'report' ? [paper.report] : []));
  return contactsOfReports(body, meeting, reports);
}

/**
 * Whom reports say to ask, each once. The contact of the meeting stands at its head and is not said again under
 * every item. An author whom a paper does not name as its contact is none.
 */
export function contactsOfReports(
  body: PublicBodyHead,
  meeting: PublicMeeting,
  reports: readonly PublicReport[],
): ItemContact[] {
  const clerk = contactOfMeeting(body, meeting);
  const contacts = reports.flatMap((report) => report.contacts);
  return contacts
    .filter(
      (contact, index) =>
        (clerk === undefined || !isSameContact(contact, clerk)) &&
        contacts.findIndex((other) => isSameContact(other, contact)) === index,
    )
    .map((contact) => {
      const { lines, ...ways } = contactProps(contact);
      return { words: lines.join(', '), ...ways };
    });
}

/** An address of mail tells people apart where both have one; papers write the role of the same person differently. */
function isSameContact(first: PublicContact, second: PublicContact): boolean {
  if (first.email !== undefined && second.email !== undefined)
    return first.email.toLowerCase() === second.email.toLowerCase();
  return nameOf(first) === nameOf(second);
}

function nameOf({ name, organisation, telephone }: PublicContact): string {
  return (name ?? organisation ?? telephone ?? '').toLowerCase();
}
