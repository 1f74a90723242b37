import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { PaperDocument, ValidMeeting } from '../model/valid.ts';

/** What a link may lead to. */
export interface PublicTargets {
  /** Whether the paper has a page, or its agenda a meeting's page. */
  readonly isPublicPaper: (body: string, meeting: string, name: string) => boolean;
}

/** A public paper with the lines of it that are public. */
export interface LinkingPaper {
  readonly file: string;
  readonly markdownLine: number;
  readonly document: PaperDocument;
  readonly isWithheldLine: (line: number) => boolean;
}

/**
 * Checks the links of public text, and gathers the attachments that they lead to. A link to a paper that is not
 * public, or to nothing, is a problem that does not name its target: the target's name may tell what it holds.
 */
export function checkLinks(paper: LinkingPaper, meeting: ValidMeeting | { readonly body: string }, targets: PublicTargets, problems: Problem[]): ReadonlyMap<string, number> {
  const attachments = new Map<string, number>();
  for (const link of paper.document.links) {
    if (paper.isWithheldLine(link.line)) continue;
    const line = paper.markdownLine + link.line;
    const complain = (code: string, what: string, instead: string): void => {
      problems.push(problemAt({ file: paper.file, line, column: 1 }, code, what, instead));
    };
    const slug = 'slug' in meeting ? meeting.slug : undefined;
    const target = parsePaperLink(link.target, { body: meeting.body, ...(slug === undefined ? {} : { meeting: slug }) });
    switch (target.kind) {
      case 'external':
        if (link.isImage) complain('image-elsewhere', 'This image is on another site, which would learn who reads the paper.', 'Put the image into this meeting’s folder `files` and write `![…](files/<name>)`.');
        break;
      case 'fragment':
        break;
      case 'paper':
        if (!targets.isPublicPaper(target.body, target.meeting, target.name)) {
          complain('link-not-public', 'This link leads to a paper that does not exist or is not public.', 'Correct it, or take the link out and keep its words.');
        }
        break;
      case 'attachment':
        if ('attachments' in meeting && meeting.attachments.some((attachment) => attachment.name === target.name)) {
          if (!attachments.has(target.name)) attachments.set(target.name, line);
        } else {
          complain('link-to-nothing', 'This link leads to a file that this meeting’s folder `files` does not have.', 'Correct the name, or put the file there.');
        }
        break;
      case 'unknown':
        complain('link-unknown', 'This link is none that a paper may have.', 'Link a site (https://…), an address (mailto:, tel:), another paper (../2021-07-13/minutes.md) or a file (files/map.png).');
        break;
    }
  }
  return attachments;
}
