import type { PublicBodyHead } from '../model/publication.ts';
import { minutesAddress, reportAddress } from './addresses.ts';
import { addedWords } from './added-by.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { MinutesProps } from './minutes-props.ts';
import { minutesProps } from './minutes-props.ts';
import type { PackPaper } from './pack-papers.ts';
import type { PageText } from './page-text.ts';
import { capitalise } from './phrase.ts';
import type { ReportProps } from './report-props.ts';
import { reportProps } from './report-props.ts';

/** A paper of the pack: a report or the minutes of an earlier meeting; a template tests which is there. */
export type PackPaperProps = {
  readonly id: string;
  readonly caption: string;
  readonly title: string;
  readonly language: string;
  /** Its own page. */
  readonly href: string;
  readonly report?: ReportProps;
  readonly minutes?: MinutesProps;
};

/** A paper set into the pack, its ids after the paper's own, so that two papers may both have a paragraph 2.3. */
export function packPaperProps(
  assembly: Assembly,
  body: PublicBodyHead,
  { id, code, addedBy, found }: PackPaper,
  pageText: PageText,
): PackPaperProps {
  const idPrefix = `${id}-`;
  const text = { body: body.slug, meeting: found.meeting.slug, fragmentBase: `#${idPrefix}`, idPrefix };
  const item = code === undefined ? '' : `Item ${code}`;
  const added = addedBy === undefined ? '' : addedWords(addedBy);
  const line = { id, href: assembly.href(addressOfPackPaper({ found })) };
  if (found.kind === 'minutes') {
    const { minutes } = found;
    return {
      ...line,
      caption: [item, `${capitalise(body.minutesCalled)} of ${formatDate(found.meeting.date)}`, added]
        .filter((words) => words !== '')
        .join(', '),
      title: minutes.title,
      language: minutes.language ?? assembly.site.language,
      minutes: minutesProps(assembly, body, found.meeting, minutes, pageText, { ...text, headingLevel: 4 }),
    };
  }
  const { report, meeting } = found;
  return {
    ...line,
    caption: [item, report.isAppendix ? 'Appendix' : 'Report', added]
      .filter((words) => words !== '')
      .join(', '),
    title: report.title,
    language: report.language ?? assembly.site.language,
    report: reportProps(
      assembly,
      meeting,
      report,
      pageText.render(report.text, {
        ...text,
        // Without its item two appendices could have one name, and so would their tables.
        name: [report.title, ...(item === '' ? [] : [item])].join(', '),
        paragraphsOf: code === undefined || report.isAppendix ? report.title : `item ${code}`,
        headingLevel: 3,
      }),
    ),
  };
}

/** The address of a pack's paper by itself. */
export function addressOfPackPaper({ found }: Pick<PackPaper, 'found'>): string {
  return found.kind === 'minutes'
    ? minutesAddress(found.meeting)
    : reportAddress(found.meeting, found.report.name);
}
