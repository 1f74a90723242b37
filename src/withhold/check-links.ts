import { parseBlocks } from '../markdown/parse-blocks.ts';
import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { ValidMeeting } from '../model/valid.ts';
import { cutWhole } from './cut-markdown.ts';
import type { CuttablePaper } from './cut-markdown.ts';

/** A link to a paper, and the problem that it is if the paper is not public. */
export interface LinkElsewhere {
  readonly body: string;
  readonly meeting: string;
  readonly name: string;
  readonly problem: Problem;
}

/** What a link may lead to. */
export interface PublicTargets {
  /**
   * Whether the paper has a page, or its agenda a meeting's page. Of another meeting's paper that is not known yet: then it is
   * taken for public, and the link is kept to be settled, whose problem stops the build if it is not.
   */
  readonly isPublicPaper: (link: LinkElsewhere) => boolean;
}

/**
 * Checks the links of what is public of a paper, and gathers the attachments that they lead to, with their lines. A link to
 * a paper that is not public, or to nothing, is a problem that does not name its target: the target's name may tell what
 * it holds.
 *
 * The links are read from the text after the cut: in the whole paper an inline footnote has no line of its own, and so
 * could not be told to be withheld. Where nothing is cut, they are those that were read when the paper was validated.
 */
export function checkLinks(
  paper: CuttablePaper,
  meeting: ValidMeeting | { readonly body: string },
  targets: PublicTargets,
  problems: Problem[],
): ReadonlyMap<string, number> {
  const attachments = new Map<string, number>();
  const place = 'slug' in meeting ? { body: meeting.body, meeting: meeting.slug } : { body: meeting.body };
  for (const { line, ...link } of linksOf(paper)) {
    const problemOf = (code: string, what: string, instead: string): Problem =>
      problemAt({ file: paper.file, line, column: 1 }, code, what, instead);
    const complain = (...words: Parameters<typeof problemOf>): void => {
      problems.push(problemOf(...words));
    };
    const target = parsePaperLink(link.target, place);
    switch (target.kind) {
      case 'external':
        if (link.isImage)
          complain(
            'image-elsewhere',
            'This image is on another site, which would learn who reads the paper.',
            'Put the image into this meeting’s folder `files` and write `![…](files/<name>)`.',
          );
        break;
      case 'fragment':
        break;
      case 'paper': {
        const problem = problemOf(
          'link-not-public',
          'This link leads to a paper that does not exist or is not public.',
          'Write the paper’s file as it stands from here: `[words](b2-report.md)`, `[words](../2021-07-13/minutes.md#b3)`; if it is not public, take the link out and keep its words.',
        );
        if (!targets.isPublicPaper({ ...target, problem })) problems.push(problem);
        break;
      }
      case 'attachment':
        if (!attachments.has(target.name)) attachments.set(target.name, line);
        break;
      case 'unknown':
        complain(
          'link-unknown',
          'This link is none that a paper may have.',
          'Link a site (https://…), an address (mailto:, tel:), another paper (../2021-07-13/minutes.md) or a file (files/map.png).',
        );
        break;
    }
  }
  return attachments;
}

/** The links of what is public of a paper, with their lines in its file. */
function linksOf(paper: CuttablePaper): readonly PublicLink[] {
  if (paper.isUncut) {
    const { markdownLine, document } = paper;
    return document.links.map((link) => ({ ...link, line: markdownLine + link.line }));
  }
  const text = cutWhole(paper);
  return parseBlocks(text.markdown).links.map((link) => ({ ...link, line: text.lines[link.line]! }));
}

interface PublicLink {
  readonly target: string;
  readonly isImage: boolean;
  readonly line: number;
}
