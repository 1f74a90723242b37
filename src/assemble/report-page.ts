import type { Page } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting, PublicReport } from '../model/publication.ts';
import type { RenderedMarkdown } from '../markdown/render-markdown.ts';
import {
  absoluteUrlOf,
  bodyAddress,
  citeParagraphAddress,
  markWordsAddress,
  meetingAddress,
  reportAddress,
  printDateAddress,
} from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { citationOf, citedItem } from './citation.ts';
import { describeReport } from './describe-paper.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';
import { isSameTitle, itemAnchor } from './item-anchor.ts';
import { findItemOfReport } from './item-of-report.ts';
import { layoutOf } from './layout.ts';
import { quoteMinutes } from './meeting-decisions.ts';
import { notDecided } from './not-decided.ts';
import { pageOf } from './page-of.ts';
import { linkToReport } from './paper-link.ts';
import { isSameCode } from './papers-of-item.ts';
import { quoteRecommendations } from './recommended-html.ts';
import { replacedByOf } from './replaced-papers.ts';
import { reportOnOwnPage } from './report-props.ts';
import { lengthOf } from './word-count.ts';

/** A page needs a list of its contents only from this many headings on. */
const headingsWithoutContents = 3;

/** The page of a report. Its text keeps its ids, so that `#para-2-3` is its paragraph 2.3. */
export function reportPage(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: PublicReport,
): Page {
  const address = reportAddress(meeting, report.name);
  const { pageText, rendered, props } = reportOnOwnPage(assembly, meeting, report);
  const item = findItemOfReport(assembly, body, meeting, report);
  const code = item?.code ?? report.item;
  const meetingHref = assembly.href(meetingAddress(meeting));
  const recommended = quoteRecommendations(rendered);
  // What was decided on an item was decided on its report, not on each appendix.
  const decided =
    code === undefined || report.isAppendix
      ? []
      : quoteMinutes(assembly, body, meeting, pageText, 3).ofItem(code);
  const waiting = report.isAppendix ? undefined : notDecided(assembly, body, meeting, code, decided);
  const history = assembly.historyOfReport(meeting, report.name)?.read();
  const citedPlace = citationOf(body, meeting, citedItem(code) ?? report.title);
  const url = absoluteUrlOf(assembly.site, address);
  const replacedBy = replacedByOf(assembly, body, meeting, report);
  const paragraph = firstParagraph(rendered.html);
  const siblings = meeting.reports.filter((other) => other !== report && isSameCode(other.item, report.item));
  return pageOf(address, 'report', {
    layout: layoutOf(assembly, {
      address,
      title: `${report.title}, ${formatDate(meeting.date)}`,
      description: describeReport(body, meeting, report, code),
      breadcrumbs: [
        { text: body.title, href: assembly.href(bodyAddress(body.slug)) },
        { text: formatDate(meeting.date), href: meetingHref },
        { text: code === undefined ? report.title : `${code} ${report.title}` },
      ],
      scripts: [
        markWordsAddress,
        printDateAddress,
        ...(paragraph === undefined ? [] : [citeParagraphAddress]),
      ],
    }),
    caption: `${body.title}, ${formatMeetingDay(meeting)}${code === undefined ? '' : `, item ${code}`}`,
    title: report.title,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(item === undefined || isSameTitle(item.title, report.title) ? {} : { agendaTitle: item.title }),
    language: report.language ?? assembly.site.language,
    meeting: {
      text: formatMeetingDay(meeting),
      href: item === undefined ? meetingHref : `${meetingHref}#${itemAnchor(item.code)}`,
    },
    paper: props,
    length: lengthOf(report),
    ...(recommended === undefined
      ? {}
      : {
          recommended: { href: recommended.href, heading: recommended.heading, textHtml: recommended.html },
        }),
    decided,
    ...(waiting === undefined ? {} : { notDecided: waiting }),
    contents: contentsOf(rendered),
    ...(history === undefined ? {} : { history }),
    sameItem: siblings.map((other) => linkToReport(assembly, meeting, other)),
    citation: `${citationOf(body, meeting, citedItem(code))}: ${report.title}`,
    citationUrl: url,
    citedPlace,
    ...(paragraph === undefined
      ? {}
      : { paragraphCitation: `${citedPlace}, paragraph ${paragraph.number}, ${url}#${paragraph.id}` }),
  });
}

/** A numbered paragraph to show how one is cited; not the first of all, which says what the law is. */
function firstParagraph(html: string): { id: string; number: string } | undefined {
  const ids = [...html.matchAll(/ id="(para-\d+(?:-\d+)*)"/g)].map((match) => match[1]!);
  const id = ids.find((each) => !/^para-1(?:-|$)/.test(each)) ?? ids[0];
  return id === undefined ? undefined : { id, number: id.slice('para-'.length).replaceAll('-', '.') };
}

/** The top headings, when there are more than a reader can see at a glance. */
function contentsOf(rendered: RenderedMarkdown): { text: string; href: string }[] {
  const top = rendered.headings.filter((heading) => heading.level === 2);
  return top.length > headingsWithoutContents ? top.map(({ id, text }) => ({ text, href: `#${id}` })) : [];
}
