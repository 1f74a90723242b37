import type { Page, SearchRecord } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { meetingAddress, minutesAddress, outputFileOf, packAddress, reportAddress } from './addresses.ts';
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
import { reportPage } from './report-page.ts';
import { resolutionRecord } from './resolution-record.ts';
import { paperRecords } from './search-records.ts';

/** A page that can be made: of its meeting, and of the answers to what it asks the assembly, and of nothing else. */
export interface PlannedPage {
  readonly address: string;
  readonly file: string;
  readonly make: (assembly: Assembly) => Page;
}

/** The records of one meeting for the search index. */
export interface MeetingRecords {
  readonly papers: readonly SearchRecord[];
  readonly resolutions: readonly SearchRecord[];
}

/** The pages of one meeting: its own, its reports', its minutes' and its pack's. */
export function planMeetingPages(body: PublicBodyHead, meeting: PublicMeeting): PlannedPage[] {
  const plan = (
    address: string,
    make: (assembly: Assembly) => Page,
    subject?: (assembly: Assembly) => JsonLd | undefined,
  ): PlannedPage => ({
    address,
    file: outputFileOf(address),
    make: (assembly) => addHead(assembly, make(assembly), subject?.(assembly)),
  });
  const { minutes, reports } = meeting;
  const ofPaper = (address: string) => (assembly: Assembly) => {
    // An agenda and a supplement are shown by the page of their meeting.
    const paper = papersOf(body, meeting).find((each) => each.address === address);
    return paper === undefined ? undefined : paperJsonLd(assembly, paper);
  };
  return [
    plan(
      meetingAddress(meeting),
      (assembly) => meetingPage(assembly, body, meeting),
      (assembly) => meetingJsonLd(assembly, body, meeting),
    ),
    ...reports.map((report) => {
      const address = reportAddress(meeting, report.name);
      return plan(address, (assembly) => reportPage(assembly, body, meeting, report), ofPaper(address));
    }),
    ...(minutes === undefined
      ? []
      : [
          plan(
            minutesAddress(meeting),
            (assembly) => minutesPage(assembly, body, meeting, minutes),
            ofPaper(minutesAddress(meeting)),
          ),
        ]),
    ...(hasPack(meeting)
      ? [plan(packAddress(meeting), (assembly) => packPage(assembly, body, meeting))]
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
