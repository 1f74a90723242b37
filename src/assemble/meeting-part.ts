import type { Page, SearchRecord } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { meetingAddress, minutesAddress, packAddress, reportAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { addHead } from './exports/add-heads.ts';
import { papersOf } from './exports/listed-papers.ts';
import type { JsonLd } from './exports/structured-data/json-ld.ts';
import { meetingJsonLd } from './exports/structured-data/meeting-json-ld.ts';
import { paperJsonLd } from './exports/structured-data/paper-json-ld.ts';
import { meetingPage } from './meeting-page.ts';
import { minutesPage } from './minutes-page.ts';
import { hasPack } from './pack-papers.ts';
import { packPage } from './pack-page.ts';
import { entriesOf } from './register.ts';
import { pageWhenAsked } from './page-when-asked.ts';
import { reportPage } from './report-page.ts';
import { resolutionRecord } from './resolution-record.ts';
import { paperRecords } from './search-records.ts';

/** The records of one meeting for the search index. */
export interface MeetingRecords {
  readonly papers: readonly SearchRecord[];
  readonly resolutions: readonly SearchRecord[];
}

/**
 * The pages of one meeting: its own, its reports', its minutes' and its pack's. Each is made of its meeting, of the answers to
 * what it asks the assembly, and of nothing else.
 */
export function pagesOfMeeting(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): Page[] {
  const plan = (
    address: string,
    template: string,
    make: () => Page,
    subject?: () => JsonLd | undefined,
  ): Page => pageWhenAsked(address, template, () => addHead(assembly, make(), subject?.()));
  const { minutes, reports } = meeting;
  const ofPaper = (address: string) => () => {
    // An agenda and a supplement are shown by the page of their meeting.
    const paper = papersOf(body, meeting).find((each) => each.address === address);
    return paper === undefined ? undefined : paperJsonLd(assembly, paper);
  };
  return [
    plan(
      meetingAddress(meeting),
      'meeting',
      () => meetingPage(assembly, body, meeting),
      () => meetingJsonLd(assembly, body, meeting),
    ),
    ...reports.map((report) => {
      const address = reportAddress(meeting, report.name);
      return plan(address, 'report', () => reportPage(assembly, body, meeting, report), ofPaper(address));
    }),
    ...(minutes === undefined
      ? []
      : [
          plan(
            minutesAddress(meeting),
            'minutes',
            () => minutesPage(assembly, body, meeting, minutes),
            ofPaper(minutesAddress(meeting)),
          ),
        ]),
    ...(hasPack(meeting)
      ? [plan(packAddress(meeting), 'pack', () => packPage(assembly, body, meeting))]
      : []),
  ];
}

/** The records of the papers and of the resolutions of one meeting, in the order of the meeting. */
export function recordsOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): MeetingRecords {
  return {
    papers: paperRecords(assembly, body, meeting),
    resolutions: entriesOf(body, meeting).map((entry) => resolutionRecord(assembly, entry)),
  };
}
