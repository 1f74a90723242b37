import type { Block } from '../markdown/parse-blocks.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { reportItemProblem } from '../model/report-item-problem.ts';
import { open } from '../model/sealed.ts';
import type { ValidMeeting } from '../model/valid.ts';
import { checkReportHeadings } from './check-report-headings.ts';

/**
 * Checks the papers of a meeting against one another and against the rules of the body; `blocks` are those of each report,
 * by its file. Pure.
 */
export function checkMeeting(
  body: BodyFrontMatter,
  meeting: ValidMeeting,
  blocks: ReadonlyMap<string, readonly Block[]>,
): readonly Problem[] {
  return [
    ...checkReports(meeting),
    ...checkTopics(meeting),
    ...meeting.reports.flatMap((report) => checkReportHeadings(body, report, blocks.get(report.file)!)),
    ...checkGrounds(body, meeting),
  ];
}

/** Where there is an agenda, each report belongs to one of its items, or to one that a supplement adds. */
function checkReports(meeting: ValidMeeting): Problem[] {
  if (meeting.agenda === undefined) return [];
  const structures = [
    open(meeting.agenda.content).structure,
    ...meeting.supplements.map((supplement) => open(supplement.content).structure),
  ];
  const codes = new Set(
    structures.flatMap((structure) => structure.parts.flatMap((part) => part.items.map((item) => item.code))),
  );
  return meeting.reports.flatMap((report) => {
    const { frontMatter, source } = open(report.content);
    if (frontMatter.item !== undefined && codes.has(frontMatter.item)) return [];
    const place = { file: report.file, ...source.locate(['item'], 'value') };
    return [reportItemProblem(place, frontMatter.item)];
  });
}

/** A topic that is written for an item which the minutes do not have would be lost without a word. */
function checkTopics({ minutes }: ValidMeeting): Problem[] {
  if (minutes === undefined) return [];
  const { frontMatter, source, structure } = open(minutes.content);
  const codes = new Set(structure.minutes.map((minute) => minute.code));
  return Object.keys(frontMatter.topics ?? {})
    .filter((code) => !codes.has(code))
    .map((code) =>
      problemAt(
        { file: minutes.file, ...source.locate(['topics', code], 'key') },
        'topic-without-item',
        '`topics` names an item that these minutes do not have.',
        'Write the number as the heading of its minute has it, such as `B1: Allotments`, or take the line out.',
      ),
    );
}

/** Under `rules: schedule-12a` a restricted paper states on what ground; under either, an open one states none. */
function checkGrounds(body: BodyFrontMatter, meeting: ValidMeeting): Problem[] {
  const papers = [
    ...[meeting.agenda ?? []].flat().map((paper) => ({ file: paper.file, ...open(paper.content) })),
    ...[meeting.minutes ?? []].flat().map((paper) => ({ file: paper.file, ...open(paper.content) })),
    ...meeting.reports.map((paper) => ({ file: paper.file, ...open(paper.content) })),
    ...meeting.supplements.map((paper) => ({ file: paper.file, ...open(paper.content) })),
  ];
  return papers.flatMap((paper) => {
    const { frontMatter, source } = paper;
    const { exempt, confidential, reason, restricted } = frontMatter;
    const at = (field: string): { file: string; line: number; column: number } => ({
      file: paper.file,
      ...source.locate([field], 'key'),
    });
    if (!restricted) {
      return (['exempt', 'confidential', 'reason'] as const)
        .filter((field) => frontMatter[field] !== undefined)
        .map((field) =>
          problemAt(
            at(field),
            'grounds-on-open-paper',
            `\`restricted\` is false, and \`${field}\` says why the paper is not public.`,
            'Write `restricted: true` to withhold it, or take the field out.',
          ),
        );
    }
    if (exempt !== undefined && confidential === true) {
      return [
        problemAt(
          at('confidential'),
          'grounds-two',
          'A paper is exempt by a decision, or confidential by law, not both.',
          'Keep `exempt` or `confidential`.',
        ),
      ];
    }
    if (
      body.rules === 'schedule-12a' &&
      ((exempt === undefined && confidential !== true) || reason === undefined)
    ) {
      return [
        problemAt(
          at('restricted'),
          'grounds-missing',
          'This paper is withheld without a ground, and the body is bound by Schedule 12A.',
          'Write `exempt:` with the paragraphs relied on, or `confidential: true`, and `reason:`; none of them is published.',
        ),
      ];
    }
    return [];
  });
}
