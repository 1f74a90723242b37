import { problemAt, type Place, type Problem } from '../model/problem.ts';
import { acceptedFindingsFile } from './accepted-findings.ts';
import type { Finding, Leak, MisplacedFile, Overlap, UnreadableReason } from './finding.ts';

/**
 * A finding as a problem for an officer: whole sentences, what to do, and never a word of what was
 * withheld.
 */
export function findingToProblem(finding: Finding): Problem {
  switch (finding.code) {
    case 'audit-words':
    case 'audit-word':
    case 'audit-name':
    case 'audit-attachment':
      return leakToProblem(finding);
    case 'audit-overlap':
      return overlapToProblem(finding);
    case 'audit-canary':
      return problemAt(
        startOf(finding.file),
        finding.code,
        `A mark that this run put into every withheld text stands in this file of the site (${finding.view}), so a withheld text got into it.`,
        'Nothing in the papers can mend this: it is an error of Minutebook. Do not publish; give this message to whoever looks after it.',
      );
    case 'audit-unreadable':
      return problemAt(
        startOf(finding.file),
        finding.code,
        `This file of the site could not be searched for withheld text (${finding.view}): ${unreadable[finding.because]}`,
        'Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.',
      );
    case 'audit-acceptance-stale':
      return problemAt(
        startOf(acceptedFindingsFile),
        finding.code,
        `The accepted finding ${finding.id} of ${finding.paper} was not found in this build: the text has changed since it was accepted.`,
        `Take it out of ${acceptedFindingsFile}.`,
      );
    case 'audit-unexpected-file':
    case 'audit-missing-file':
    case 'audit-link':
    case 'audit-hidden-file':
    case 'audit-source-file':
    case 'audit-source-map':
      return misplacedToProblem(finding);
  }
}

function leakToProblem({ code, file, view, withheld, places, ids }: Leak): Problem {
  const what = `${leaks[code](places)} ${withheld.what}, which is withheld, would be published in ${file} (${view}).`;
  return problemAt(startOf(withheld.file), code, what, `${remedies[code]}${acceptance(ids)}`);
}

const leaks: { readonly [code in Leak['code']]: (places: number) => string } = {
  'audit-words': (places) => (places === 1 ? 'Words of' : `Words of ${places} places of`),
  'audit-word': (places) =>
    places === 1 ? 'A word that stands only in' : `${places} words that stand only in`,
  'audit-name': () => 'The file name of',
  'audit-attachment': () => 'A copy of',
};

const remedies: { readonly [code in Leak['code']]: string } = {
  'audit-words':
    'Take the words out of the public paper or the settings that they stand in. If they stand in none, this is an error of Minutebook: give this message to whoever looks after it.',
  'audit-word':
    'Take it out of the settings or the public paper that it stands in. If it stands in none, this is an error of Minutebook: give this message to whoever looks after it.',
  'audit-name': 'Take the name, or the link to it, out of the public paper that it stands in.',
  'audit-attachment':
    'Take the attachment out of the public paper that links it, or out of its `files` folder.',
};

function overlapToProblem({ code, file, withheld, places, ids }: Overlap): Problem {
  const passages = places === 1 ? 'A passage' : `${places} passages`;
  return problemAt(
    startOf(file),
    code,
    `${passages} of this public paper can be read word for word in ${withheld.what} (${withheld.file}), which is withheld.`,
    `Take the passage out of one of the two.${acceptance(ids)}`,
  );
}

/** More than these are no phrase that somebody would accept, and they would hide the rest of the message. */
const shownIds = 5;

function acceptance(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const rest = ids.length > shownIds ? ` (and ${ids.length - shownIds} more)` : '';
  const list = `${ids.slice(0, shownIds).join(', ')}${rest}`;
  return ` If the public may read it all the same, record who decided so in ${acceptedFindingsFile}, under ${list}.`;
}

const unreadable: { readonly [reason in UnreadableReason]: string } = {
  'too-large': 'it, or what is packed in it, is too large.',
  'too-deep': 'it is packed within packing too many times over.',
  damaged: 'it is damaged.',
  locked: 'it is locked with a password.',
  'unknown-packing': 'it is packed in a way that Minutebook does not know.',
};

function misplacedToProblem({ code, file }: MisplacedFile): Problem {
  return problemAt(startOf(file), code, misplaced[code], misplacedRemedies[code]);
}

const misplaced: { readonly [code in MisplacedFile['code']]: string } = {
  'audit-unexpected-file': 'This file stands in the built site though no public paper asks for it.',
  'audit-missing-file': 'This file of the site was planned and was not built.',
  'audit-link': 'This is a link to another place of the disk, and what it leads to would be published.',
  'audit-hidden-file': 'This is a hidden file (its name begins with a full stop), and no part of the site.',
  'audit-source-file': 'This is a paper as it was written, or a template, and no page of the site.',
  'audit-source-map': 'This is a source map: it holds the files that a page was made from.',
};

const misplacedRemedies: { readonly [code in MisplacedFile['code']]: string } = {
  'audit-unexpected-file':
    'Build again. If it comes back, give this message to whoever looks after the site: something writes to its folder during the build.',
  'audit-missing-file': 'Build again. If it stays away, give this message to whoever looks after the site.',
  'audit-link': 'Give this message to whoever looks after the site: nothing in the build makes links.',
  'audit-hidden-file':
    'Give this message to whoever looks after the site: nothing in the build makes hidden files.',
  'audit-source-file':
    'Give this message to whoever looks after the site: papers are never copied as they are.',
  'audit-source-map': 'Give this message to whoever looks after the site: source maps are never made.',
};

function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}
