import type {
  PublicAgenda,
  PublicBodyHead,
  PublicMeeting,
  PublicMinutes,
  PublicReport,
  PublicSupplement,
  Publication,
  PublicText,
} from '../../model/publication.ts';
import { meetingAddress, minutesAddress, reportAddress } from '../addresses.ts';
import type { Assembly } from '../assembly.ts';
import { meetingId } from './export-addresses.ts';

/** A paper with where it stands and when it came. */
export type ListedPaper = {
  readonly body: PublicBodyHead;
  readonly meeting: PublicMeeting;
  /** `parish-council/2021-11-18/b3-allotments`. */
  readonly id: string;
  readonly title: PublicText;
  /** The page that shows it, with a fragment where it shares one. */
  readonly address: string;
  /** The day that it was made public, where that is recorded. */
  readonly published?: string;
  readonly language?: string;
} & (
  | { readonly kind: 'agenda'; readonly agenda: PublicAgenda }
  | { readonly kind: 'report' | 'appendix'; readonly report: PublicReport }
  | { readonly kind: 'minutes'; readonly minutes: PublicMinutes }
  | { readonly kind: 'supplement'; readonly supplement: PublicSupplement }
);

/** Every public paper: body by body, meeting by meeting, and in each meeting the record before what led to it. */
export function listPapers(publication: Publication): ListedPaper[] {
  return publication.bodies.flatMap((body) => body.meetings.flatMap((meeting) => papersOf(body, meeting)));
}

/** The public papers of one meeting. */
export function papersOf(body: PublicBodyHead, meeting: PublicMeeting): ListedPaper[] {
  const { agenda, minutes, reports, supplements } = meeting;
  const address = meetingAddress(meeting);
  const common = (name: string, paper: Dated, at: string) => {
    const published = recordedDay(paper.published);
    return {
      body,
      meeting,
      id: `${meetingId(meeting)}/${name}`,
      title: paper.title,
      address: at,
      ...(published === undefined ? {} : { published }),
      ...(paper.language === undefined ? {} : { language: paper.language }),
    };
  };
  return [
    ...(minutes === undefined
      ? []
      : [{ kind: 'minutes' as const, minutes, ...common('minutes', minutes, minutesAddress(meeting)) }]),
    ...supplements.map((supplement) => ({
      kind: 'supplement' as const,
      supplement,
      ...common(supplement.name, supplement, `${address}#${supplement.name}`),
    })),
    ...(agenda === undefined
      ? []
      : [{ kind: 'agenda' as const, agenda, ...common('agenda', agenda, address) }]),
    ...reports.map((report) => ({
      kind: report.isAppendix ? ('appendix' as const) : ('report' as const),
      report,
      ...common(report.name, report, reportAddress(meeting, report.name)),
    })),
  ];
}

interface Dated {
  readonly title: PublicText;
  readonly published?: string;
  readonly language?: string;
}

/**
 * What feeds, calendars and the OParl export count as the date of a paper: the day that it was made public, else that of its
 * meeting, or of the build while that is to come.
 */
export function dayOfPaper(
  { notAfterBuild }: Pick<Assembly, 'notAfterBuild'>,
  published: string | undefined,
  { date }: PublicMeeting,
): string {
  return recordedDay(published) ?? notAfterBuild(date);
}

/** A day of publication; `not-recorded` is none. */
export function recordedDay(published: string | undefined): string | undefined {
  return published !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(published) ? published : undefined;
}
