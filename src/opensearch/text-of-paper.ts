import type { ListedPaper } from '../assemble/exports/listed-papers.ts';
import { textOf } from '../markdown/text-of.ts';
import type { Attendance, PublicAgenda, PublicMinutes } from '../model/publication.ts';

/** All the words of a paper as a reader sees them. Of a withheld item there is what its page prints: number, title and grounds. */
export function textOfPaper(paper: ListedPaper): string {
  const texts = textsOf(paper);
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}

function textsOf(paper: ListedPaper): readonly (string | undefined)[] {
  switch (paper.kind) {
    case 'agenda':
      return textsOfAgenda(paper.agenda);
    case 'minutes':
      return textsOfMinutes(paper.minutes);
    case 'supplement':
      return [paper.supplement.late, textOf(paper.supplement.text)];
    case 'report':
    case 'appendix':
      return [textOf(paper.report.text), ...paper.report.background];
  }
}

function textsOfAgenda({ venue, introduction, parts }: PublicAgenda): readonly (string | undefined)[] {
  return [
    venue,
    textOf(introduction),
    ...parts.flatMap((part) => [
      part.title,
      textOf(part.text),
      ...part.items.flatMap((item) =>
        item.access === 'withheld'
          ? [`${item.code} ${item.title}`, item.grounds?.what, item.grounds?.reason]
          : [`${item.code} ${item.title}`, textOf(item.text), item.lead, item.urgent],
      ),
    ]),
  ];
}

function textsOfMinutes(minutes: PublicMinutes): readonly (string | undefined)[] {
  const { venue, chair, present, apologies, inAttendance, declarations, introduction } = minutes;
  return [
    venue,
    chair,
    ...[present, apologies, inAttendance, declarations].flatMap(namesIn),
    textOf(introduction),
    ...minutes.minutes.flatMap((minute) => [
      [minute.code, minute.title].filter((words) => words !== undefined).join(' '),
      ...minute.text.map((block) => textOf(block.text)),
    ]),
    ...minutes.amendments,
  ];
}

function namesIn(attendance: Attendance | undefined): readonly string[] {
  return attendance === undefined || attendance === 'not-recorded' ? [] : attendance;
}
