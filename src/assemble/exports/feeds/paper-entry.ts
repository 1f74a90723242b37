import type { PublicMinutes } from '../../../model/publication.ts';
import { anchorMinutes, decisionsOf } from '../../anchor-minutes.ts';
import { decisionText } from '../../decision-props.ts';
import { formatDate, formatMeetingDay } from '../../format-date.ts';
import { itemsOf } from '../../papers-of-item.ts';
import { capitalise } from '../../phrase.ts';
import type { Assembly } from '../../assembly.ts';
import { dayOfPaper, type ListedPaper } from '../listed-papers.ts';
import { splitAuthor } from '../split-author.ts';
import type { FeedEntry } from './feed-file.ts';

/** A paper as an entry of a feed: what it is and for which meeting, then what it is about in its own words. */
export function paperEntry(assembly: Pick<Assembly, 'notAfterBuild'>, paper: ListedPaper): FeedEntry {
  const { body, meeting, title, address, published, language } = paper;
  return {
    address,
    title: `${title} (${body.title}, ${formatDate(meeting.date)})`,
    day: dayOfPaper(assembly, published, meeting),
    isLate: paper.kind === 'minutes' && published === undefined,
    authors: authorsOf(paper),
    content: [`${kindOf(paper)}, ${body.title}, ${formatMeetingDay(meeting)}.`, ...linesOf(paper)].join('\n'),
    language,
  };
}

/** Who wrote a report; what has no author is the body's. */
function authorsOf(paper: ListedPaper): string[] {
  const authors = 'report' in paper ? paper.report.authors : [];
  return authors.length === 0 ? [paper.body.title] : authors.map((author) => splitAuthor(author).name);
}

function kindOf(paper: ListedPaper): string {
  switch (paper.kind) {
    case 'agenda':
      return 'Agenda';
    case 'minutes':
      return capitalise(paper.body.minutesCalled);
    case 'supplement':
      return 'Supplement to the agenda';
    case 'report':
    case 'appendix':
      return `${capitalise(paper.kind)}${paper.report.item === undefined ? '' : ` for item ${paper.report.item}`}`;
  }
}

function linesOf(paper: ListedPaper): string[] {
  switch (paper.kind) {
    case 'agenda':
      return itemsOf(paper.meeting).map(
        (item) => `${item.code} ${item.title}${item.access === 'withheld' ? ' (restricted)' : ''}`,
      );
    case 'minutes':
      return resolutionLines(paper.minutes);
    case 'supplement':
      return paper.supplement.late === undefined ? [] : [paper.supplement.late];
    case 'report':
    case 'appendix':
      return paper.report.summary === undefined ? [] : [paper.report.summary];
  }
}

/** What was resolved, each under the item that it was resolved on. */
function resolutionLines(minutes: PublicMinutes): string[] {
  return anchorMinutes(minutes).flatMap((minute) =>
    decisionsOf(minute)
      .filter(({ decision }) => decision.kind === 'resolution')
      .map(({ decision }) => {
        const name = [minute.minute.code, minute.minute.title]
          .filter((words) => words !== undefined)
          .join(' ');
        return `${name}: ${decisionText(decision)}`;
      }),
  );
}
