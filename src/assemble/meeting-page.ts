import type { Page } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { bodyAddress, markWordsAddress, meetingAddress, packAddress, printDateAddress } from './addresses.ts';
import { agendaOnOwnPage } from './agenda-on-page.ts';
import type { Assembly } from './assembly.ts';
import { attendanceProps } from './attendance-props.ts';
import { contactProps } from './contact-props.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';
import { formatTime } from './format-time.ts';
import type { ItemContact } from './item-contacts.ts';
import { contactOfMeeting, contactsOfItem, contactsOfReports } from './item-contacts.ts';
import { layoutOf } from './layout.ts';
import { quoteMinutes } from './meeting-decisions.ts';
import { describeMeeting } from './describe-paper.ts';
import { meetingFacts, meetingStatus, missingMinutes, replacedMeetings } from './meeting-facts.ts';
import { meetingStates } from './meeting-state.ts';
import { minutesStatus } from './minutes-status.ts';
import type { MeetingDay } from './meeting-finder.ts';
import { pageOf } from './page-of.ts';
import { linkToMinutes, linkToReport } from './paper-link.ts';
import { hasPack } from './pack-papers.ts';
import { findOpenItem, itemsOf, reportsBesideAgenda } from './papers-of-item.ts';
import { linksToReplaced } from './replaced-papers.ts';
import type { ItemHistory } from './topics/topic-history.ts';

/** The page of a meeting: its agenda as the map to papers and decisions, or what there is where no agenda is held. */
export function meetingPage(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): Page {
  const { agenda, minutes } = meeting;
  const address = meetingAddress(meeting);
  const shown = agendaOnOwnPage(assembly, body, meeting);
  const quoted = quoteMinutes(assembly, body, meeting, shown.pageText, 4);
  const contact = contactOfMeeting(body, meeting);
  const status = meetingStatus(assembly, body, meeting);
  const notes = linkToMinutes(assembly, body, meeting);
  const noNotes = missingMinutes(assembly, body, meeting);
  const notesStatus = minutes === undefined ? undefined : minutesStatus(assembly, body, minutes);
  return pageOf(address, 'meeting', {
    layout: layoutOf(assembly, {
      address,
      title: `${formatMeetingDay(meeting)}, ${body.title}`,
      description: describeMeeting(body, meeting),
      breadcrumbs: [
        { text: body.title, href: assembly.href(bodyAddress(body.slug)) },
        { text: formatDate(meeting.date) },
      ],
      scripts: [markWordsAddress, printDateAddress],
    }),
    caption: body.title,
    title: formatMeetingDay(meeting),
    ...(status === undefined ? {} : { status }),
    states: meetingStates(assembly, body, meeting),
    facts: [...meetingFacts(meeting), ...replacedMeetings(assembly, meeting)],
    ...(contact === undefined ? {} : { contact: contactProps(contact) }),
    notes:
      notes === undefined
        ? []
        : [
            {
              ...notes,
              details: [notes.details, notesStatus?.text].filter((words) => words !== undefined).join('. '),
            },
          ],
    ...(noNotes === undefined ? {} : { noNotes: noNotes.text }),
    ...(hasPack(meeting) ? { pack: { href: assembly.href(packAddress(meeting)) } } : {}),
    ...(agenda === undefined
      ? { noAgenda: 'No agenda of this meeting is published here.' }
      : {
          agenda: {
            language: agenda.language ?? assembly.site.language,
            ...(shown.introductionHtml === undefined ? {} : { introductionHtml: shown.introductionHtml }),
            ...(body.openNotice === undefined ? {} : { openNotice: body.openNotice }),
            parts: shown.parts.map((part) => ({
              ...part,
              items: part.items.map((item) => ({
                ...item,
                contacts: contactsUnder(assembly, body, meeting, item.code),
                decided: quoted.ofItem(item.code),
                ...historyOfItem(assembly, meeting, item.anchor),
              })),
            })),
            ...(agenda.closes === undefined ? {} : { closes: formatTime(agenda.closes) }),
          },
        }),
    supplements: shown.supplements,
    otherReportsHeading: agenda === undefined ? 'Papers' : 'Other papers of this meeting',
    otherReports: reportsBesideAgenda(meeting).map((report) => ({
      ...linkToReport(assembly, meeting, report),
      replaces: linksToReplaced(assembly, meeting, {
        kind: 'paper',
        meeting: meeting.slug,
        name: report.name,
      }),
      contacts: contactsOfReports(body, meeting, [report]),
    })),
    otherDecisionsHeading: agenda === undefined ? 'Items and decisions' : `Also in the ${body.minutesCalled}`,
    otherDecisions: quoted.besides(itemsOf(meeting).map((item) => item.code)),
    attendance: minutes === undefined ? [] : attendanceProps(minutes),
    ...neighbours(assembly, meeting),
  });
}

/** A restricted item has none: whom its paper names is in no publication. */
function contactsUnder(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  code: string,
): ItemContact[] {
  const item = findOpenItem(meeting, code);
  return item === undefined ? [] : contactsOfItem(assembly, body, meeting, item);
}

function historyOfItem(
  assembly: Assembly,
  meeting: PublicMeeting,
  anchor: string,
): { history?: ItemHistory } {
  const history = assembly.historyOfItem(meeting, anchor);
  return history === undefined ? {} : { history };
}

/** The meetings of the body before and after. */
function neighbours(
  assembly: Assembly,
  meeting: PublicMeeting,
): { before?: NeighbourLink; after?: NeighbourLink } {
  const link = (other: MeetingDay): NeighbourLink => ({
    text: formatMeetingDay(other),
    href: assembly.href(meetingAddress(other)),
  });
  const { before, after } = assembly.neighboursOf(meeting);
  return {
    ...(before === undefined ? {} : { before: link(before) }),
    ...(after === undefined ? {} : { after: link(after) }),
  };
}

type NeighbourLink = { readonly text: string; readonly href: string };
