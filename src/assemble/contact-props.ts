import type { PublicContact } from '../model/publication.ts';

/** Somebody to ask, with what can be followed as a link. */
export type ContactProps = {
  /** Name, role and organisation, as far as they are given. */
  readonly lines: readonly string[];
  readonly telephone?: { readonly text: string; readonly href: string };
  readonly email?: { readonly text: string; readonly href: string };
  readonly website?: { readonly text: string; readonly href: string };
};

/** A contact as a template shows it. */
export function contactProps(contact: PublicContact): ContactProps {
  const { name, role, organisation, address, telephone, email, website } = contact;
  return {
    lines: [name, role, organisation, address].filter((line) => line !== undefined),
    ...(telephone === undefined ? {} : { telephone: telephoneLink(telephone) }),
    ...(email === undefined ? {} : { email: { text: email, href: `mailto:${email}` } }),
    ...(website === undefined
      ? {}
      : { website: { text: website, href: /^https?:/i.test(website) ? website : `https://${website}` } }),
  };
}

/** A telephone number as it is written, to be dialled. */
export function telephoneLink(telephone: string): { readonly text: string; readonly href: string } {
  return { text: telephone, href: `tel:${telephone.replace(/[^\d+]/g, '')}` };
}
