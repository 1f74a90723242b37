import { compareText } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { ValidBody } from '../model/valid.ts';
import { groupBy } from '../model/group-by.ts';
import { validateBody } from './validate-body.ts';
import { validateMeeting } from './validate-meeting.ts';

/** The content as valid papers, grouped by meeting, with every problem of every paper. */
export interface ValidatedContent {
  readonly bodies: readonly ValidBody[];
  readonly problems: readonly Problem[];
}

/** Validates all that was read: each paper by itself, then the papers of a meeting against one another. Pure. */
export function validateContent(source: Source): ValidatedContent {
  const problems: Problem[] = [];
  const slugs = [...new Set([...source.papers, ...source.attachments].map((item) => item.body))].sort(
    compareText,
  );
  const papersOfBody = groupBy(source.papers, (paper) => paper.body);
  const attachmentsOfBody = groupBy(source.attachments, (attachment) => attachment.body);
  const bodies = slugs.flatMap((slug) => {
    const papers = papersOfBody.get(slug) ?? [];
    const validated = validateBody(
      slug,
      papers.find((paper) => paper.kind === 'body'),
    );
    problems.push(...validated.problems);
    const papersOfMeeting = groupBy(papers, (paper) => paper.meeting);
    const attachmentsOfMeeting = groupBy(attachmentsOfBody.get(slug) ?? [], ({ meeting }) => meeting);
    const names = [...papersOfMeeting.keys(), ...attachmentsOfMeeting.keys()];
    const meetings = [...new Set(names)].filter((meeting) => meeting !== undefined).sort(compareText);
    const valid = meetings.flatMap((meeting) => {
      const own = validateMeeting({
        ...{ body: slug, slug: meeting, bodyFrontMatter: validated.body?.frontMatter },
        papers: papersOfMeeting.get(meeting) ?? [],
        attachments: attachmentsOfMeeting.get(meeting) ?? [],
      });
      problems.push(...own.problems);
      return own.meeting ?? [];
    });
    return validated.body === undefined ? [] : [{ ...validated.body, meetings: valid }];
  });
  return { bodies, problems };
}
