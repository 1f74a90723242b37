import type { OutputFile } from '../../../model/page.ts';
import type { PublicBody } from '../../../model/publication.ts';
import { absoluteUrlOf, homeAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { groupBy } from '../group-by.ts';
import { jsonFile } from '../text-file.ts';
import { oparlList } from './oparl-list.ts';
import type { OparlMeeting } from './oparl-meeting.ts';
import { oparlMeeting, stampOfMeeting } from './oparl-meeting.ts';
import type { OparlObject } from './oparl-object.ts';
import { oparlObject, oparlUrl, stampOf } from './oparl-object.ts';
import { oparlOrganization } from './oparl-organization.ts';
import { placementsOf } from './oparl-papers.ts';

/**
 * The publication in the shape of OParl 1.1 (https://oparl.org). It does not conform, and the page of documentation
 * says so: every list must take filters (`modified_since` …), and files of a static site cannot.
 */
export function oparlFiles(assembly: Assembly): OutputFile[] {
  const { bodies } = assembly.publication;
  const organizations = bodies.map((body) => oparlOrganization(assembly, body));
  const ofBodies = bodies.map((body) => meetingsOf(assembly, body));
  const meetings = ofBodies.flat();
  const lists: { readonly [path: string]: readonly OparlObject[] } = {
    organizations: organizations.map((each) => each.organization),
    persons: organizations.flatMap((each) => each.persons),
    memberships: organizations.flatMap((each) => each.memberships),
    meetings: meetings.map((each) => each.meeting),
    'agenda-items': meetings.flatMap((each) => each.agendaItems),
    papers: meetings.flatMap((each) => each.papers),
    consultations: meetings.flatMap((each) => each.consultations),
    files: meetings.flatMap((each) => each.files),
    locations: meetings.flatMap((each) => each.locations),
  };
  const [system, body] = rootObjects(assembly, Object.values(lists).flat());
  return [
    ...[system, body, ...Object.values(lists).flat()].map((object) => objectFile(assembly, object)),
    ...oparlList(assembly, 'bodies', [body]),
    ...oparlList(assembly, 'legislative-terms', []),
    ...Object.entries(lists).flatMap(([path, objects]) => oparlList(assembly, path, objects)),
    ...bodies.flatMap(({ slug }, index) =>
      oparlList(
        assembly,
        `organization/${slug}/meetings`,
        ofBodies[index]!.map((each) => each.meeting),
      ),
    ),
  ];
}

function meetingsOf(assembly: Assembly, body: PublicBody): OparlMeeting[] {
  const placements = body.meetings.flatMap((meeting) =>
    placementsOf(assembly, body, meeting, stampOfMeeting(body, meeting)),
  );
  const byMeeting = groupBy(placements, (place) => place.meeting);
  const byPaper = groupBy(placements, (place) => place.paperId);
  return body.meetings.map((meeting) => oparlMeeting(assembly, body, meeting, { byMeeting, byPaper }));
}

/** The system, and the one Body: the organisation whose committees, boards and partnerships these are. */
function rootObjects(assembly: Assembly, objects: readonly OparlObject[]): [OparlObject, OparlObject] {
  const { site, publication } = assembly;
  const days = objects.flatMap(({ created, modified }) => [created.slice(0, 10), modified.slice(0, 10)]);
  const stamp = stampOf(days, publication.date);
  const list = (path: string): string => oparlUrl(assembly, path);
  const home = absoluteUrlOf(site, homeAddress);
  const common = { name: site.name, contactEmail: site.contact.email, website: home, web: home };
  return [
    oparlObject(assembly, 'System', 'system', stamp, {
      oparlVersion: 'https://schema.oparl.org/1.1/',
      body: list('bodies'),
      ...common,
    }),
    oparlObject(assembly, 'Body', 'body', stamp, {
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
    }),
  ];
}

/** An object's own file is at its own address. */
function objectFile({ site }: Assembly, object: OparlObject): OutputFile {
  return jsonFile(`/${object.id.slice(site.url.length)}`, object);
}
