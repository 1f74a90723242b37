import { linesOf, type Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import type { PublicBody } from '../../../model/publication.ts';
import { absoluteUrlOf, homeAddress } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { oparlAddress } from '../export-addresses.ts';
import { fileOfLines } from '../file-of-lines.ts';
import { jsonLines } from '../json-lines.ts';
import type { MeetingExports } from '../meeting-exports.ts';
import { jsonFile } from '../text-file.ts';
import { oparlList } from './oparl-list.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl, stampOf, withoutInternal } from './oparl-object.ts';
import { listsOfMeetings } from './oparl-of-meeting.ts';
import { oparlOrganization } from './oparl-organization.ts';
import { organizationPath } from './oparl-paths.ts';

/**
 * The publication in the shape of OParl 1.1 (https://oparl.org): one document for each meeting and each organization,
 * which holds all that belongs to it, and the lists. It does not conform, and the page of documentation says where.
 */
export function oparlFiles(assembly: SiteAssembly, meetings: readonly MeetingExports[]): OutputFile[] {
  const { bodies } = assembly.publication;
  const ofBody = (body: PublicBody): readonly MeetingExports[] =>
    meetings.filter((meeting) => meeting.body === body.slug);
  const made = bodies.map((body) => {
    const own = ofBody(body);
    const stamp = stampOfAll(
      own.map((each) => each.stamp),
      assembly.publication.date,
    );
    return { body, own, stamp, ...oparlOrganization(assembly, body, stamp) };
  });
  const root = rootObjects(
    assembly,
    stampOfAll(
      made.map(({ stamp }) => stamp),
      assembly.publication.date,
    ),
  );
  const lines = (objects: readonly OparlObject[]): Lines => linesOf(jsonLines(objects.map(withoutInternal)));
  return [
    ...root.map(({ path, object }) => jsonFile(oparlAddress(path), object)),
    ...made.map(({ body, organization }) =>
      jsonFile(oparlAddress(organizationPath(body.slug)), organization),
    ),
    ...meetings.map(({ path, lines: of }) =>
      fileOfLines(
        oparlAddress(path),
        'document',
        [of['oparl-document']],
        (_, [document = '']) => `${document}\n`,
      ),
    ),
    ...oparlList(
      assembly,
      'bodies',
      root.flatMap(({ path, object }) => (path === 'body' ? [lines([object])] : [])),
    ),
    ...oparlList(assembly, 'legislative-terms', []),
    ...oparlList(
      assembly,
      'organizations',
      made.map(({ organization }) => lines([organization])),
    ),
    // A person's memberships stand within the person, as OParl has them, in the list too.
    ...oparlList(
      assembly,
      'persons',
      made.map(({ persons }) => linesOf(jsonLines(persons))),
    ),
    ...oparlList(
      assembly,
      'memberships',
      made.map(({ memberships }) => lines(memberships)),
    ),
    ...listsOfMeetings.flatMap((list) =>
      oparlList(
        assembly,
        list,
        meetings.map((meeting) => meeting.lines[`oparl-${list}`]),
      ),
    ),
    ...made.flatMap(({ body, own }) =>
      oparlList(
        assembly,
        `${organizationPath(body.slug)}/meetings`,
        own.map((meeting) => meeting.lines['oparl-meetings']),
      ),
    ),
  ];
}

function stampOfAll(stamps: readonly Stamp[], otherwise: string): Stamp {
  return stampOf(
    stamps.flatMap(({ created, modified }) => [created, modified]),
    otherwise,
  );
}

/** The system, and the one Body: the organisation whose committees, boards and partnerships these are. */
function rootObjects(
  assembly: SiteAssembly,
  stamp: Stamp,
): readonly { readonly path: string; readonly object: OparlObject }[] {
  const { site } = assembly;
  const list = (path: string): string => oparlUrl(assembly, path);
  const home = absoluteUrlOf(site, homeAddress);
  const common = { name: site.name, contactEmail: site.contact.email, website: home, web: home };
  const system = {
    oparlVersion: 'https://schema.oparl.org/1.1/',
    body: list('bodies'),
    ...common,
  };
  const body = {
    system: list('system'),
    ...common,
    organization: list('organizations'),
    person: list('persons'),
    meeting: list('meetings'),
    paper: list('papers'),
    legislativeTerm: [],
    agendaItem: list('agenda-items'),
    consultation: list('consultations'),
    file: list('files'),
    membership: list('memberships'),
    locationList: list('locations'),
    legislativeTermList: list('legislative-terms'),
  };
  return [
    { path: 'system', object: oparlObject(assembly, 'System', 'system', stamp, system) },
    { path: 'body', object: oparlObject(assembly, 'Body', 'body', stamp, body) },
  ];
}
