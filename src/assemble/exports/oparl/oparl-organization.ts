import { slug } from '../../../markdown/slug.ts';
import type { PublicBodyHead, PublicMember } from '../../../model/publication.ts';
import { absoluteUrlOf, bodyAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { createIdTaker } from '../../item-anchor.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl } from './oparl-object.ts';
import { organizationPath } from './oparl-paths.ts';

/** A body with its members. */
export interface OparlOrganization {
  readonly organization: OparlObject;
  readonly persons: readonly OparlObject[];
  readonly memberships: readonly OparlObject[];
}

/** A committee, board or partnership as an Organization: in OParl a Body is the council that all of them belong to. */
export function oparlOrganization(assembly: Assembly, body: PublicBodyHead, stamp: Stamp): OparlOrganization {
  const take = createIdTaker();
  const members = body.members.map((member) =>
    oparlMember(assembly, body, member, take(slug(member.name)), stamp),
  );
  return {
    organization: oparlObject(assembly, 'Organization', organizationPath(body.slug), stamp, {
      body: oparlUrl(assembly, 'body'),
      name: body.title,
      organizationType: 'Gremium',
      meeting: oparlUrl(assembly, `${organizationPath(body.slug)}/meetings`),
      membership: members.map(({ membership }) => membership.id),
      // OParl has no field of an organization for them; they stand here so that one file holds all of it.
      'minutebook:person': members.length === 0 ? undefined : members.map(({ person }) => person),
      web: absoluteUrlOf(assembly.site, bodyAddress(body.slug)),
    }),
    persons: members.map(({ person }) => person),
    memberships: members.map(({ membership }) => membership),
  };
}

/** A member as a Person of this body alone: nothing says that the same name in two bodies is the same person. */
function oparlMember(
  assembly: Assembly,
  body: PublicBodyHead,
  member: PublicMember,
  name: string,
  stamp: Stamp,
): { readonly person: OparlObject; readonly membership: OparlObject } {
  const path = `${organizationPath(body.slug)}#person-${name}`;
  const membership = oparlObject(
    assembly,
    'Membership',
    `${organizationPath(body.slug)}#membership-${name}`,
    stamp,
    {
      person: oparlUrl(assembly, path),
      organization: oparlUrl(assembly, organizationPath(body.slug)),
      role: member.role,
      startDate: member.from,
      endDate: member.to,
    },
  );
  const person = oparlObject(assembly, 'Person', path, stamp, {
    body: oparlUrl(assembly, 'body'),
    name: member.name,
    membership: [membership],
  });
  return { person, membership };
}
