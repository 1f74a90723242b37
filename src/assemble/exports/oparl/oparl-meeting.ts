import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { formatMeetingDay } from '../../format-date.ts';
import { meetingId } from '../export-addresses.ts';
import { dayOfPaper, papersOf } from '../listed-papers.ts';
import { meetingTimes, momentOf } from '../meeting-times.ts';
import { oparlAgendaItems } from './oparl-agenda-items.ts';
import { filesOfMeeting } from './oparl-files-of-meeting.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl, stampOf } from './oparl-object.ts';
import { oparlPaper, placementsOf } from './oparl-papers.ts';
import { meetingPath, organizationPath, pathInMeeting } from './oparl-paths.ts';

/** A meeting and all that belongs to it. */
export interface OparlMeeting {
  readonly meeting: OparlObject;
  readonly agendaItems: readonly OparlObject[];
  readonly papers: readonly OparlObject[];
  readonly consultations: readonly OparlObject[];
  readonly files: readonly OparlObject[];
  readonly locations: readonly OparlObject[];
  readonly stamp: Stamp;
}

/** The days of a meeting's papers, as far as they are recorded, else its own. */
function stampOfMeeting(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): Stamp {
  return stampOf(
    papersOf(body, meeting).map((paper) => dayOfPaper(assembly, paper.published, meeting)),
    assembly.notAfterBuild(meeting.date),
  );
}

/**
 * A meeting with its items, papers and files. Looks beyond it only for the papers of other meetings that its agenda names.
 */
export function oparlMeeting(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): OparlMeeting {
  const stamp = stampOfMeeting(assembly, body, meeting);
  const files = filesOfMeeting(assembly, body, meeting, stamp);
  const placements = placementsOf(assembly, body, meeting, stamp);
  const agendaItems = oparlAgendaItems(assembly, meeting, { stamp, files, placements });
  const papers = meeting.reports.map((report) =>
    oparlPaper(assembly, body, meeting, report, { files, placements }),
  );
  const ofOthers = placements.filter((place) => place.isOfOtherMeeting).map((place) => place.consultation);
  const shown = new Set(
    meeting.reports.map((report) => files.mainFileOf(`${meetingId(meeting)}/${report.name}`)),
  );
  const inFields = [files.invitation, files.resultsProtocol, ...files.auxiliary];
  const attached = [...files.attachments.values()];
  const besides = files.all.filter(
    (file) => !shown.has(file) && !inFields.includes(file) && !attached.includes(file),
  );
  const location = oparlLocation(assembly, meeting, stamp);
  const { start, end } = meetingTimes(meeting);
  const word = meeting.agenda?.status?.word;
  return {
    meeting: oparlObject(assembly, 'Meeting', meetingPath(meeting), stamp, {
      name: `${body.title}, ${formatMeetingDay(meeting)}`,
      meetingState: stateOf(meeting),
      cancelled: word === 'cancelled' || word === 'postponed',
      start: start === undefined ? undefined : momentOf(meeting.date, start),
      end: end === undefined ? undefined : momentOf(meeting.date, end),
      // OParl knows a moment only; a meeting whose hour no paper tells would be left without its day.
      'minutebook:date': meeting.date,
      location,
      organization: [oparlUrl(assembly, organizationPath(body.slug))],
      invitation: files.invitation,
      resultsProtocol: files.resultsProtocol,
      auxiliaryFile: files.auxiliary.length === 0 ? undefined : files.auxiliary,
      agendaItem: agendaItems,
      // OParl has no field of a meeting for these; they stand here so that one file holds all of it.
      'minutebook:paper': someOf(papers),
      'minutebook:consultation': someOf(ofOthers),
      'minutebook:file': someOf(besides),
      web: absoluteUrlOf(assembly.site, meetingAddress(meeting)),
    }),
    agendaItems,
    papers,
    consultations: placements.map((place) => place.consultation),
    files: files.all,
    locations: location === undefined ? [] : [location],
    stamp,
  };
}

function someOf(objects: readonly OparlObject[]): readonly OparlObject[] | undefined {
  return objects.length === 0 ? undefined : objects;
}

/** In the words that OParl recommends: planned, invited to, held. What is held on the site decides, and no clock. */
function stateOf(meeting: PublicMeeting): string {
  if (meeting.minutes !== undefined) return 'durchgeführt';
  return meeting.agenda === undefined ? 'terminiert' : 'eingeladen';
}

function oparlLocation(assembly: Assembly, meeting: PublicMeeting, stamp: Stamp): OparlObject | undefined {
  const venue = meeting.agenda?.venue ?? meeting.minutes?.venue;
  if (venue === undefined) return undefined;
  return oparlObject(assembly, 'Location', pathInMeeting(meeting, 'location'), stamp, {
    description: venue,
    meetings: [oparlUrl(assembly, meetingPath(meeting))],
  });
}
