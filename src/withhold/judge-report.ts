import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { reportItemProblem } from '../model/report-item-problem.ts';
import { open } from '../model/sealed.ts';
import type { ValidReport } from '../model/valid.ts';
import type { WithheldBecause } from '../model/withheld.ts';
import { isRestrictedCode } from './decide-items.ts';
import type { ItemVerdict } from './decide-items.ts';
import { isOpenedIn } from './decide-minutes.ts';
import { findOtherItemOfTitle } from './find-other-item-of-title.ts';

/** What the other papers of its meeting say of a report's item. */
export interface ReportPlace {
  readonly items: ReadonlyMap<string, ItemVerdict>;
  /** Items that the minutes record under a restricted heading or letter. */
  readonly restrictedInMinutes: ReadonlySet<string>;
  readonly hasAgenda: boolean;
}

/**
 * Judges a report that its own flag and day would publish: every paper of an item in a restricted part is withheld, whatever
 * its flag says, unless the item was opened and the paper says so too.
 */
export function judgeReport(
  body: BodyFrontMatter,
  report: ValidReport,
  place: ReportPlace,
  problems: Problem[],
): WithheldBecause | undefined {
  const { frontMatter, source } = open(report.content);
  const { item, opened } = frontMatter;
  const complain = (
    field: string,
    part: 'key' | 'value',
    code: string,
    what: string,
    instead: string,
  ): void => {
    problems.push(problemAt({ file: report.file, ...source.locate([field], part) }, code, what, instead));
  };
  const verdict = item === undefined ? undefined : place.items.get(item);
  if (verdict?.isListed === false) {
    complain(
      'restricted',
      'value',
      'item-withheld',
      '`restricted` is false here, and the item stands only in a supplement that is not public.',
      'Write `restricted: true`, or give the paper the day in `published` that the supplement has.',
    );
    return 'restricted part';
  }
  if (!isRestrictedItem(body, item, verdict, place)) {
    if (opened !== undefined) {
      complain(
        'opened',
        'key',
        'opened-needlessly',
        'The paper says that it was opened, and its item is not in a restricted part.',
        'Take `opened` out, or correct the item.',
      );
    }
    if (
      item !== undefined &&
      findOtherItemOfTitle(frontMatter.title, item, place.items)?.restricted === true
    ) {
      complain(
        'item',
        'value',
        'report-title',
        'This report has the title of an item in a restricted part, and the number of another.',
        'Correct the item, or the title.',
      );
    }
    return undefined;
  }
  if (isOpenedIn(verdict, opened)) return undefined;
  if (place.hasAgenda && verdict === undefined) {
    problems.push(
      reportItemProblem({ file: report.file, ...source.locate(['item'], 'value') }, frontMatter.item),
    );
    return 'restricted part';
  }
  complain(
    'restricted',
    'value',
    'restricted-part-flag',
    '`restricted` is false here, and the item is in a restricted part, so which of the two holds cannot be known.',
    'Write `restricted: true`. If the meeting decided to open it: `opened: <the day>` here, and `- Opened: <the same day>, minute <its number>` under the item in the agenda.',
  );
  return 'restricted part';
}

/** With an agenda the item decides, and one that it does not have is in doubt; without, the letter of the code, and the minutes. */
function isRestrictedItem(
  body: BodyFrontMatter,
  item: string | undefined,
  verdict: ItemVerdict | undefined,
  place: ReportPlace,
): boolean {
  if (item === undefined) return place.hasAgenda;
  if (verdict !== undefined) return verdict.restricted;
  return place.hasAgenda || isRestrictedCode(body, item) || place.restrictedInMinutes.has(item);
}
