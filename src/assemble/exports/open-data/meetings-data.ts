import * as z from 'zod';
import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, meetingAddress, minutesAddress, packAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { hasPack } from '../../pack-papers.ts';
import { meetingId } from '../export-addresses.ts';
import { meetingTimes, momentOf } from '../meeting-times.ts';
import type { DataSet } from './data-set.ts';
import { day, publishedDay, recordId, url } from './data-set.ts';

const moment = z.iso.datetime({ offset: true });

const meetingSchema = z.strictObject({
  id: recordId.describe('The name of the meeting in other files: body and day'),
  body: recordId.describe('The body that met, an id of bodies.json'),
  date: day.describe('The day of the meeting'),
  url: url.describe('Its page, which is also its agenda'),
  status: z
    .enum(['cancelled', 'postponed', 'inquorate', 'adjourned'])
    .optional()
    .describe('What became of it, only where it was not held as announced'),
  because: z.string().optional().describe('Why'),
  replacedBy: z.string().optional().describe('The day of the meeting in its place'),
  time: z.string().optional().describe('When it begins, as its papers print it'),
  closes: z.string().optional().describe('When it is expected to end, as its papers print it'),
  start: moment.optional().describe('The moment that it begins, where a time is printed'),
  end: moment.optional().describe('The moment that it is expected to end, where a time is printed'),
  venue: z.string().optional().describe('Where it is held'),
  watch: z.string().optional().describe('Where it can be watched'),
  attend: z.string().optional().describe('How to attend'),
  agendaPublished: publishedDay.optional().describe('The day that its agenda was made public'),
  reports: z.int().min(0).describe('How many public reports and appendices it has'),
  pack: url.optional().describe('Its public papers on one page'),
  minutes: url.optional().describe('Its minutes'),
  minutesStatus: z
    .enum(['draft', 'approved', 'not-recorded'])
    .optional()
    .describe('How far its minutes have come, where they say so'),
});

type MeetingRecord = z.infer<typeof meetingSchema>;

/** The meetings, body by body, newest first. */
export const meetingsData: DataSet = {
  name: 'meetings',
  title: 'Meetings',
  description: 'The meetings of each body, newest first, with time, place and what became of them.',
  shapes: [{ name: 'meeting', schema: meetingSchema }],
};

/** A meeting as a record. */
export function meetingRecord(
  { site }: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): MeetingRecord {
  const { agenda, minutes } = meeting;
  return {
    id: meetingId(meeting),
    body: body.slug,
    date: meeting.date,
    url: absoluteUrlOf(site, meetingAddress(meeting)),
    ...statusFields(meeting),
    ...timeFields(meeting),
    ...(agenda?.watch === undefined ? {} : { watch: agenda.watch }),
    ...(agenda?.attend === undefined ? {} : { attend: agenda.attend }),
    ...(agenda?.published === undefined ? {} : { agendaPublished: agenda.published }),
    reports: meeting.reports.length,
    ...(hasPack(meeting) ? { pack: absoluteUrlOf(site, packAddress(meeting)) } : {}),
    ...(minutes === undefined ? {} : { minutes: absoluteUrlOf(site, minutesAddress(meeting)) }),
    ...(minutes?.status === undefined ? {} : { minutesStatus: minutes.status }),
  };
}

function statusFields({ agenda }: PublicMeeting): Partial<MeetingRecord> {
  if (agenda?.status === undefined) return {};
  const { word, because, replacedBy } = agenda.status;
  return {
    status: word,
    ...(because === undefined ? {} : { because }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}

function timeFields(meeting: PublicMeeting): Partial<MeetingRecord> {
  const { agenda, minutes, date } = meeting;
  const time = agenda?.time ?? minutes?.time;
  const venue = agenda?.venue ?? minutes?.venue;
  const { start, end } = meetingTimes(meeting);
  return {
    ...(time === undefined ? {} : { time }),
    ...(agenda?.closes === undefined ? {} : { closes: agenda.closes }),
    ...(start === undefined ? {} : { start: momentOf(date, start) }),
    ...(end === undefined ? {} : { end: momentOf(date, end) }),
    ...(venue === undefined ? {} : { venue }),
  };
}
