import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, bodyAddress, meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { formatMeetingDay } from '../../format-date.ts';
import { meetingTimes, momentOf } from '../meeting-times.ts';
import type { JsonLd } from './json-ld.ts';

const schema = 'https://schema.org/';

/** A meeting as an Event. */
export function meetingJsonLd(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): JsonLd {
  const { site } = assembly;
  const url = absoluteUrlOf(site, meetingAddress(meeting));
  const { start, end } = meetingTimes(meeting);
  return {
    '@type': 'Event',
    '@id': `${url}#meeting`,
    name: `${body.title}, ${formatMeetingDay(meeting)}`,
    url,
    startDate: start === undefined ? meeting.date : momentOf(meeting.date, start),
    ...(end === undefined ? {} : { endDate: momentOf(meeting.date, end) }),
    eventStatus: schema + statusOf(meeting),
    ...placeOf(meeting),
    organizer: {
      '@type': 'GovernmentOrganization',
      name: body.title,
      url: absoluteUrlOf(site, bodyAddress(body.slug)),
    },
    isAccessibleForFree: true,
  };
}

function statusOf({ agenda }: PublicMeeting): string {
  if (agenda?.status?.word === 'cancelled') return 'EventCancelled';
  return agenda?.status?.word === 'postponed' ? 'EventPostponed' : 'EventScheduled';
}

/** Where it is held: only what the papers say. `Online` is no place. */
function placeOf({ agenda, minutes }: PublicMeeting): { readonly [property: string]: unknown } {
  const venue = agenda?.venue ?? minutes?.venue;
  if (venue === undefined) return {};
  if (/^(?:online|virtual)\b/i.test(venue)) {
    const watch = /^https?:\/\/\S+$/.test(agenda?.watch ?? '') ? { url: agenda?.watch } : {};
    return {
      eventAttendanceMode: `${schema}OnlineEventAttendanceMode`,
      location: { '@type': 'VirtualLocation', name: venue, ...watch },
    };
  }
  return {
    eventAttendanceMode: `${schema}OfflineEventAttendanceMode`,
    location: { '@type': 'Place', name: venue, address: venue },
  };
}
