import type { PublicBody, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { formatMeetingDay } from '../../format-date.ts';
import { meetingId } from '../export-addresses.ts';
import { papersOf } from '../listed-papers.ts';
import { meetingTimes, momentOf } from '../meeting-times.ts';
import { oparlAgendaItems } from './oparl-agenda-items.ts';
import { filesOfMeeting } from './oparl-files-of-meeting.ts';
import type { OparlObject, Stamp } from './oparl-object.ts';
import { oparlObject, oparlUrl, stampOf } from './oparl-object.ts';
import type { Placement } from './oparl-papers.ts';
import { oparlPaper } from './oparl-papers.ts';

/** A meeting and all that belongs to it. */
export interface OparlMeeting {
  readonly meeting: OparlObject;
  readonly agendaItems: readonly OparlObject[];
  readonly papers: readonly OparlObject[];
  readonly consultations: readonly OparlObject[];
  readonly files: readonly OparlObject[];
  readonly locations: readonly OparlObject[];
}

/** Where the reports of a body were considered: a report may come back at a later meeting. */
export interface PlacementsOfBody {
  readonly byMeeting: ReadonlyMap<PublicMeeting, readonly Placement[]>;
  readonly byPaper: ReadonlyMap<string, readonly Placement[]>;
}

/** The days of a meeting's papers, as far as they are recorded, else its own. */
export function stampOfMeeting(body: PublicBody, meeting: PublicMeeting): Stamp {
  return stampOf(
    papersOf(body, meeting).map((paper) => paper.day),
    meeting.date,
  );
}

/** A meeting with its items, papers and files. */
export function oparlMeeting(
  assembly: Assembly,
  body: PublicBody,
  meeting: PublicMeeting,
  placements: PlacementsOfBody,
): OparlMeeting {
  const stamp = stampOfMeeting(body, meeting);
  const files = filesOfMeeting(assembly, body, meeting, stamp);
  const placedHere = placements.byMeeting.get(meeting) ?? [];
  const agendaItems = oparlAgendaItems(assembly, meeting, { stamp, files, placements: placedHere });
  const location = oparlLocation(assembly, meeting, stamp);
  const { start, end } = meetingTimes(meeting);
  const word = meeting.agenda?.status?.word;
  return {
    meeting: oparlObject(assembly, 'Meeting', `meeting/${meetingId(meeting)}`, stamp, {
      name: `${body.title}, ${formatMeetingDay(meeting)}`,
      meetingState: stateOf(meeting),
      cancelled: word === 'cancelled' || word === 'postponed',
      start: start === undefined ? undefined : momentOf(meeting.date, start),
      end: end === undefined ? undefined : momentOf(meeting.date, end),
      // OParl knows a moment only; a meeting whose hour no paper tells would be left without its day.
      'minutebook:date': meeting.date,
      location,
      organization: [oparlUrl(assembly, `organization/${body.slug}`)],
      invitation: files.invitation,
      resultsProtocol: files.resultsProtocol,
      auxiliaryFile: files.auxiliary.length === 0 ? undefined : files.auxiliary,
      agendaItem: agendaItems,
      web: absoluteUrlOf(assembly.site, meetingAddress(meeting)),
    }),
    agendaItems,
    papers: meeting.reports.map((report) =>
      oparlPaper(assembly, body, meeting, report, {
        files,
        placements: placements.byPaper.get(`${meetingId(meeting)}/${report.name}`) ?? [],
      }),
    ),
    consultations: placedHere.map((place) => place.consultation),
    files: files.all,
    locations: location === undefined ? [] : [location],
  };
}

/** In the words that OParl recommends: planned, invited to, held. What is held on the site decides, and no clock. */
function stateOf(meeting: PublicMeeting): string {
  if (meeting.minutes !== undefined) return 'durchgeführt';
  return meeting.agenda === undefined ? 'terminiert' : 'eingeladen';
}

function oparlLocation(assembly: Assembly, meeting: PublicMeeting, stamp: Stamp): OparlObject | undefined {
  const venue = meeting.agenda?.venue ?? meeting.minutes?.venue;
  if (venue === undefined) return undefined;
  return oparlObject(assembly, 'Location', `location/${meetingId(meeting)}`, stamp, {
    description: venue,
    meetings: [oparlUrl(assembly, `meeting/${meetingId(meeting)}`)],
  });
}
