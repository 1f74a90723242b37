import type { Problem } from '../../src/model/problem.ts';
import type { PublicMeeting } from '../../src/model/publication.ts';
import { open } from '../../src/model/sealed.ts';
import { readMemory } from '../../src/fuzz/read-memory.ts';
import { validateContent } from '../../src/validate/validate-content.ts';
import { withhold } from '../../src/withhold/withhold.ts';
import type { WithholdResult } from '../../src/withhold/withhold.ts';

/** The folder of the meeting that tests write papers for. */
export const folder = 'harbour-board/2021-11-18';

const body = '---\ntitle: Harbour Board\nrestricted_parts: D\nrules: adopted\n---\n\nThe board meets.\n';

/** Papers by their path below `content/`; a name without a folder is a paper of the one meeting, without `.md`. */
export type Files = { readonly [path: string]: string | Uint8Array };

/** A paper: front matter that says it is public and has a title, unless `fields` say otherwise, and Markdown. */
export function paper(markdown: string, fields: { readonly [field: string]: string } = {}): string {
  const all = { title: 'A title', restricted: 'false', ...fields };
  return `---\n${Object.entries(all)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n')}\n---\n\n${markdown}\n`;
}

/** What the withhold stage makes of papers, with what tests ask of it. */
export interface Withheld extends WithholdResult {
  /** Problems of withhold alone, as `name:code`, sorted. */
  readonly codes: readonly string[];
  readonly meeting: PublicMeeting | undefined;
  /** The publication as JSON. */
  readonly shown: string;
  /** Every withheld text, joined. */
  readonly hidden: string;
}

/** Withholds papers in memory. Throws when validating them finds problems, unless `mayBeInvalid`. */
export function withholdFiles(files: Files, { date = '2022-01-10', mayBeInvalid = false } = {}): Withheld {
  const paths = Object.entries({ 'harbour-board/index.md': body, ...files }).map(
    ([path, text]): [string, string | Uint8Array] => [
      path.includes('/') ? (path.startsWith('files/') ? `${folder}/${path}` : path) : `${folder}/${path}.md`,
      text,
    ],
  );
  const read = readMemory(paths);
  const validated = validateContent(read.source);
  const invalid = [...read.problems, ...validated.problems];
  if (invalid.length > 0 && !mayBeInvalid)
    throw new Error(invalid.map(({ file, line, code }) => `${file}:${line} ${code}`).join('\n'));
  let canaries = 0;
  const result = withhold(validated.bodies, { date, nextCanary: () => `zqcanary${(canaries += 1)}` });
  return {
    ...result,
    codes: codesOf(result.problems),
    meeting: result.publication.bodies[0]?.meetings.find((meeting) => meeting.slug === '2021-11-18'),
    shown: JSON.stringify(result.publication),
    hidden: result.withheld.pieces.flatMap((piece) => open(piece.texts)).join('\n'),
  };
}

function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ file, code }) => `${file.split('/').at(-1)!.replace('.md', '')}:${code}`).sort();
}
