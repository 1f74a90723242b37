import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { PaperReference, PublicReport } from '../model/publication.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { PublicTargets } from './check-links.ts';
import type { MeetingVerdict } from './decide-access.ts';
import type { AgendaContext } from './publish-agenda.ts';

/** What an agenda's context is made of. */
export interface AgendaContextOptions {
  readonly body: BodyFrontMatter;
  readonly meeting: ValidMeeting;
  readonly verdict: MeetingVerdict;
  /** The public ones. */
  readonly reports: readonly PublicReport[];
  readonly targets: PublicTargets;
  /** Notes that a public paper names an attachment, and where. */
  readonly linkAttachment: (name: string, place: Place) => void;
  readonly problems: Problem[];
}

/** Makes what the items of a public agenda, and of its supplements, are read with. */
export function createAgendaContext({
  body,
  meeting,
  verdict,
  reports,
  targets,
  linkAttachment,
  problems,
}: AgendaContextOptions): AgendaContext {
  return {
    body,
    items: verdict.items,
    papersOfItem: (code, day) =>
      reports
        .filter((report) => report.item === code && (day === undefined || report.published === day))
        .sort(
          (first, second) =>
            Number(first.isAppendix) - Number(second.isAppendix) || compareText(first.name, second.name),
        )
        .map((report) => ({ kind: 'paper', meeting: meeting.slug, name: report.name })),
    referenceOf: (value, place): PaperReference | undefined => {
      if (value === 'verbal' || value === 'presentation' || value === 'to follow' || value === 'none')
        return { kind: value };
      const target = parsePaperLink(value, { body: meeting.body, meeting: meeting.slug });
      if (target.kind === 'attachment') {
        linkAttachment(target.name, place);
        return { kind: 'attachment', name: target.name };
      }
      const problem = problemAt(
        place,
        'paper-line',
        'This line leads to a paper that does not exist or is not public.',
        'Write the file’s name, such as `b2-report.md` or `../2021-07-13/minutes.md`, or one of the words verbal, presentation, to follow, none.',
      );
      if (
        target.kind === 'paper' &&
        target.body === meeting.body &&
        targets.isPublicPaper({ ...target, problem })
      ) {
        return { kind: 'paper', meeting: target.meeting, name: target.name };
      }
      problems.push(problem);
      return undefined;
    },
  };
}
