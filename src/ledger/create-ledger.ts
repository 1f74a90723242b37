import { compareText } from '../model/problem.ts';
import type { PublicAttachment, Publication, PublicMeeting } from '../model/publication.ts';
import { open } from '../model/sealed.ts';
import type { WithheldNote } from '../model/withheld.ts';

/** What was published and what was withheld, and why: the monitoring officer's record. It is never part of the site. */
export interface Ledger {
  readonly date: string;
  readonly published: readonly PublishedFile[];
  readonly withheld: readonly LedgerLine[];
}

/** One file that was published: `report`, `attachment`. */
export interface PublishedFile {
  readonly file: string;
  readonly kind: string;
}

/** One thing that was withheld. */
export interface LedgerLine {
  readonly file: string;
  readonly what: WithheldNote['what'];
  readonly because: WithheldNote['because'];
  readonly item?: string;
  /** Paragraphs of Schedule 12A, as the paper states them. */
  readonly exempt?: string;
  readonly confidential?: boolean;
  readonly reason?: string;
}

/** Makes the ledger of a build: papers and attachments, in the order of the files. */
export function createLedger(
  publication: Publication,
  withheld: readonly WithheldNote[],
  attachments: readonly Pick<PublicAttachment, 'body' | 'meeting' | 'name'>[] = [],
): Ledger {
  const papers = publication.bodies.flatMap((body) => [
    { file: `content/${body.slug}/index.md`, kind: 'body' },
    ...body.meetings.flatMap(papersOf),
  ]);
  const files = attachments.map(({ body, meeting, name }) => ({
    file: `content/${body}/${meeting}/files/${name}`,
    kind: 'attachment',
  }));
  return {
    date: publication.date,
    published: [...papers, ...files].sort((first, second) => compareText(first.file, second.file)),
    withheld: withheld
      .map(lineOf)
      .sort(
        (first, second) =>
          compareText(first.file, second.file) || compareText(first.item ?? '', second.item ?? ''),
      ),
  };
}

function papersOf({ agenda, minutes, reports, supplements }: PublicMeeting): PublishedFile[] {
  return [
    ...(agenda === undefined ? [] : [{ file: agenda.file, kind: 'agenda' }]),
    ...(minutes === undefined ? [] : [{ file: minutes.file, kind: 'minutes' }]),
    ...reports.map(({ file, isAppendix }) => ({ file, kind: isAppendix ? 'appendix' : 'report' })),
    ...supplements.map(({ file }) => ({ file, kind: 'supplement' })),
  ];
}

function lineOf(piece: WithheldNote): LedgerLine {
  const { file, what, because, item } = piece;
  return {
    file,
    what,
    because,
    ...(item === undefined ? {} : { item }),
    ...(piece.grounds === undefined ? {} : open(piece.grounds)),
  };
}

/** The ledger as a page of text. */
export function formatLedger(ledger: Ledger): string {
  const withheld = ledger.withheld.map((line) => {
    const grounds = [
      line.exempt === undefined ? '' : `exempt, paragraph ${line.exempt}`,
      line.confidential === true ? 'confidential' : '',
      line.reason ?? '',
    ].filter((words) => words !== '');
    return `${line.file}\n  ${line.what}${line.item === undefined ? '' : ` of item ${line.item}`}: ${line.because}${grounds.length === 0 ? '' : ` (${grounds.join('; ')})`}\n`;
  });
  return [
    `Ledger of the build of ${ledger.date}. Keep it with the papers that it names: it is not public.\n`,
    `\nPublished: ${ledger.published.length}\n\n`,
    ...ledger.published.map((line) => `${line.file}\n  ${line.kind}\n`),
    `\nWithheld: ${ledger.withheld.length}\n\n`,
    ...withheld,
  ].join('');
}
