import type { PublicMeeting, PublicReport } from '../model/publication.ts';
import type { RenderedMarkdown } from '../markdown/render-markdown.ts';
import type { Assembly } from './assembly.ts';
import type { ContactProps } from './contact-props.ts';
import { contactProps } from './contact-props.ts';
import { formatDate } from './format-date.ts';
import type { Link } from './layout.ts';
import type { PaperLink } from './paper-link.ts';
import { linkToAttachment } from './paper-link.ts';
import type { PageText } from './page-text.ts';
import { createPageText } from './page-text.ts';
import { linksToReplaced } from './replaced-papers.ts';

/** A report as it is shown on its page and in the pack. */
export type ReportProps = {
  readonly authors: readonly string[];
  /** To whom, classification and day of publication, as the paper prints them. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly summary?: string;
  /** The reports in whose place it stands. */
  readonly replaces: readonly Link[];
  readonly textHtml: string;
  readonly background: readonly string[];
  readonly attachments: readonly PaperLink[];
  readonly contacts: readonly ContactProps[];
};

/** A report's own words. */
export function reportProps(
  assembly: Assembly,
  meeting: PublicMeeting,
  report: PublicReport,
  rendered: RenderedMarkdown,
): ReportProps {
  const { published } = report;
  const facts: [string, string | undefined][] = [
    ['To', report.to],
    ['Classification', report.classification],
    [
      'Published',
      published === 'not-recorded'
        ? 'Not recorded'
        : published === undefined
          ? undefined
          : formatDate(published),
    ],
  ];
  return {
    authors: report.authors,
    facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ...(report.summary === undefined ? {} : { summary: report.summary }),
    replaces: linksToReplaced(assembly, meeting, { kind: 'paper', meeting: meeting.slug, name: report.name }),
    textHtml: rendered.html,
    background: report.background,
    attachments: report.attachments.flatMap(({ name, title }) => {
      const file = assembly.findAttachment(meeting.body, meeting.slug, name);
      return file === undefined ? [] : [linkToAttachment(assembly, meeting, file, title)];
    }),
    contacts: report.contacts.map(contactProps),
  };
}

/** A report with the ids that it has on its own page, where the search leads too, and the page's texts. */
export function reportOnOwnPage(
  assembly: Assembly,
  meeting: PublicMeeting,
  report: PublicReport,
): ReportOnPage {
  const pageText = createPageText(assembly);
  const text = {
    body: meeting.body,
    meeting: meeting.slug,
    fragmentBase: '#',
    idPrefix: '',
    headingLevel: 2,
  };
  const rendered = pageText.render(report.text, text);
  return { pageText, rendered, props: reportProps(assembly, meeting, report, rendered) };
}

/** A report set into its own page. */
export interface ReportOnPage {
  readonly pageText: PageText;
  readonly rendered: RenderedMarkdown;
  readonly props: ReportProps;
}
