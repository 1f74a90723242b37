import type { Page } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { bodyAddress, meetingAddress, packAddress, printDateAddress } from './addresses.ts';
import { agendaPartProps } from './agenda-props.ts';
import type { AnchoredPart } from './anchor-parts.ts';
import { anchorParts, anchorsOfParts } from './anchor-parts.ts';
import type { Assembly } from './assembly.ts';
import { contactProps } from './contact-props.ts';
import { describePack } from './describe-paper.ts';
import { formatDate, formatDay, formatMeetingDay } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { layoutOf } from './layout.ts';
import { meetingFacts, meetingStatus } from './meeting-facts.ts';
import { addressOfPackPaper, packPaperProps } from './pack-paper-props.ts';
import { papersOfPack } from './pack-papers.ts';
import { pageOf } from './page-of.ts';
import type { PageText } from './page-text.ts';
import type { PaperLink } from './paper-link.ts';
import { createPageText } from './page-text.ts';
import { supplementProps } from './supplement-props.ts';

/** Before the ids of the front sheet, which has the agenda's items beside the papers of the same names. */
const frontPrefix = 'front-sheet-';

/** The public pack: a front sheet as the paper one, then each public paper in the agenda's order. */
export function packPage(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): Page {
  const address = packAddress(meeting);
  const { agenda } = meeting;
  const papers = papersOfPack(assembly, body, meeting);
  const parts = anchorParts(agenda?.parts ?? []);
  const pageText = createPageText(assembly);
  pageText.reserve(papers.map((paper) => paper.id));
  pageText.reserve(anchorsOfParts(parts).map((id) => frontPrefix + id));
  pageText.reserve(meeting.supplements.map((supplement) => frontPrefix + supplement.name));
  const meetingHref = assembly.href(meetingAddress(meeting));
  const text = {
    body: body.slug,
    meeting: meeting.slug,
    fragmentBase: `${meetingHref}#`,
    idPrefix: frontPrefix,
    headingLevel: 4,
  };
  const status = meetingStatus(assembly, body, meeting);
  const introduction =
    agenda === undefined ? undefined : pageText.html(agenda.introduction, { ...text, headingLevel: 3 });
  const inPack = new Map(papers.map((paper) => [assembly.href(addressOfPackPaper(paper)), `#${paper.id}`]));
  const toPack = (links: readonly PaperLink[]): PaperLink[] =>
    links.map((link) => ({ ...link, href: inPack.get(link.href) ?? link.href }));
  const shown = papers.map((paper) => packPaperProps(assembly, body, paper, pageText));
  return pageOf(address, 'pack', {
    layout: layoutOf(assembly, {
      address,
      title: `All papers for ${formatMeetingDay(meeting)}, ${body.title}`,
      description: describePack(body, meeting, papers.length),
      breadcrumbs: [
        { text: body.title, href: assembly.href(bodyAddress(body.slug)) },
        { text: formatDate(meeting.date), href: meetingHref },
        { text: 'All papers on one page' },
      ],
      scripts: [printDateAddress],
    }),
    caption: 'All public papers on one page',
    title: `${body.title}, ${formatMeetingDay(meeting)}`,
    ...(status === undefined ? {} : { status }),
    facts: meetingFacts(meeting).filter(
      (fact) => fact.name !== 'Agenda published' && fact.name !== 'Expected to close',
    ),
    ...(agenda?.contact === undefined ? {} : { contact: contactProps(agenda.contact) }),
    ...(agenda === undefined
      ? { noAgenda: 'No agenda of this meeting is published here.' }
      : {
          agenda: {
            language: agenda.language ?? assembly.site.language,
            ...(introduction === undefined ? {} : { introductionHtml: introduction }),
            ...(body.openNotice === undefined ? {} : { openNotice: body.openNotice }),
            parts: frontSheetParts(assembly, body, meeting, { parts, pageText, text, toPack }),
            ...(agenda.closes === undefined ? {} : { closes: formatTime(agenda.closes) }),
            ...(agenda.published === undefined ? {} : { published: publishedInWords(agenda.published) }),
          },
        }),
    supplements: meeting.supplements.map((supplement) => {
      const props = supplementProps(assembly, body, meeting, supplement, { pageText, text, parts });
      return { ...props, items: props.items.map((item) => ({ ...item, papers: toPack(item.papers) })) };
    }),
    papers: shown,
  });
}

interface FrontSheet {
  readonly parts: readonly AnchoredPart[];
  readonly pageText: PageText;
  readonly text: Parameters<PageText['html']>[1];
  /** Links to papers of the pack lead to where they stand further down the same page. */
  readonly toPack: (links: readonly PaperLink[]) => PaperLink[];
}

/** The agenda's parts, its papers linked within the page. */
function frontSheetParts(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  sheet: FrontSheet,
) {
  return sheet.parts.map((part) => {
    const props = agendaPartProps(assembly, body, meeting, part, sheet);
    return { ...props, items: props.items.map((item) => ({ ...item, papers: sheet.toPack(item.papers) })) };
  });
}

function publishedInWords(published: string): string {
  return published === 'not-recorded' ? 'Not recorded' : formatDay(published);
}
