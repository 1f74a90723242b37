import type { PublicSpec, RestrictedSpec } from './content-spec.ts';
import { planContent } from './plan-content.ts';
import type { PlannedContent } from './plan-content.ts';
import { writeContent } from './write-content.ts';

/** What the words begin with that are planted in the restricted text of the two variants. */
const canaryBeginnings = ['zqfirst', 'zqsecond'] as const;

/**
 * Compares two variants of a content that differ in restricted text alone: undefined when the site, the problems and what
 * is printed are the same, nothing restricted is in them and nothing public is missing; else a sentence on the difference.
 */
export function compareVariants(
  spec: PublicSpec,
  first: RestrictedSpec,
  second: RestrictedSpec,
): string | undefined {
  const contents = [writeContent(spec, first), writeContent(spec, second)] as const;
  const plans = [
    planContent(contents[0].files, canaryBeginnings[0]),
    planContent([...contents[1].files].reverse(), canaryBeginnings[1]),
  ] as const;
  const isFaulty = spec.meetings.some((meeting) => meeting.fault !== 'none');
  for (const [index, planned] of plans.entries()) {
    const { publicMarks, restrictedMarks } = contents[index]!;
    const unexpected = isFaulty ? undefined : planned.problems[0];
    if (unexpected !== undefined)
      return `the content was refused: ${unexpected.file}:${unexpected.line} ${unexpected.what} [${unexpected.code}]\n${textOf(contents[index]!.files.get(unexpected.file.replace('content/', '')))}`;
    const words = new Set(planned.plan.toLowerCase().match(/z(?:open|secret|q)[a-z0-9]*x/g));
    const said = new Set(
      `${planned.printed} ${planned.problems.map((problem) => `${problem.what} ${problem.instead}`).join(' ')}`.match(
        /z(?:open|secret|q)[a-z0-9]*x/g,
      ),
    );
    const leaked =
      restrictedMarks.find((mark) => words.has(mark) || said.has(mark)) ??
      // By the whole beginning: `zq` alone comes about in a file of random letters.
      [...words].find((word) => canaryBeginnings.some((begin) => word.startsWith(begin)));
    if (leaked !== undefined)
      return `${leaked} stands in restricted text and in the site:\n${fileWith(contents[index]!.files, leaked)}`;
    const lost = publicMarks.find((mark) => !words.has(mark));
    if (lost !== undefined)
      return `${lost} stands in public text and not in the site:\n${fileWith(contents[index]!.files, lost)}`;
  }
  return differenceOf(plans[0], plans[1]);
}

function differenceOf(first: PlannedContent, second: PlannedContent): string | undefined {
  if (first.plan !== second.plan) {
    const at = [...first.plan].findIndex((letter, index) => letter !== second.plan[index]);
    return `the sites differ:\n${first.plan.slice(Math.max(0, at - 200), at + 100)}\n\n${second.plan.slice(Math.max(0, at - 200), at + 100)}`;
  }
  if (first.printed !== second.printed)
    return `what is printed differs:\n${first.printed}\n${second.printed}`;
  // Lines of a public problem move with the restricted text above it.
  const told = ({ problems }: PlannedContent): string =>
    JSON.stringify(
      problems.map(({ file, code, what, instead }) => [file, code, what, instead].join(' ')).sort(),
    );
  return told(first) === told(second) ? undefined : `the problems differ:\n${told(first)}\n${told(second)}`;
}

function fileWith(files: ReadonlyMap<string, string | Uint8Array>, mark: string): string {
  const found = [...files].find(([path, text]) => path.includes(mark) || textOf(text).includes(mark));
  return found === undefined ? '' : `${found[0]}\n${textOf(found[1])}`;
}

function textOf(file: string | Uint8Array | undefined): string {
  return typeof file === 'string' ? file : file === undefined ? '' : '(bytes)';
}
