import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { problemAt, type Problem } from '../model/problem.ts';

const text = z.string().trim().min(1);

const acceptedFinding = z.strictObject({
  /** The id that the finding was printed with: 32 hexadecimal digits. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The withheld paper that the acceptance is for, as the finding names it. It holds for no other. */
  paper: text,
  /** Who decided. */
  person: text,
  /** When, `yyyy-mm-dd`. */
  date: z.iso.date(),
  /** Why what was found may be public. */
  reason: text,
});

/** A person's decision that something the audit found may come out. */
export type AcceptedFinding = z.output<typeof acceptedFinding>;

/** The file that decisions are recorded in. */
export const acceptedFindingsFile = 'data/accepted-findings.yaml';

/**
 * Reads the decisions of `data/accepted-findings.yaml`: all of them, or problems and none. An empty file
 * has none.
 */
export function parseAcceptedFindings(yamlText: string): {
  readonly accepted: readonly AcceptedFinding[];
  readonly problems: readonly Problem[];
} {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, {
    lineCounter: lines,
    schema: 'failsafe',
    strict: true,
    uniqueKeys: true,
  });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: acceptedFindingsFile, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    // The parser's own message quotes the line.
    return { accepted: [], problems: document.errors.map((error) => notReadable(placeAt(error.pos[0]))) };
  }
  if (document.contents === null) return { accepted: [], problems: [] };
  const parsed = z.array(acceptedFinding).safeParse(document.toJS());
  if (parsed.success) return { accepted: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) =>
    notAsDescribed(placeAt(offsetOf(document, issue.path)), issue),
  );
  return { accepted: [], problems };
}

/**
 * Where the value at a path stands; the nearest one around it when it is missing: at last the whole
 * document.
 */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  const node = document.getIn(path, true);
  return isNode(node) ? node.range![0] : offsetOf(document, path.slice(0, -1));
}

function notReadable(place: Parameters<typeof problemAt>[0]): Problem {
  return problemAt(
    place,
    'acceptance-unreadable',
    'This line of the list of accepted findings cannot be read, so none of them counts.',
    layout,
  );
}

function notAsDescribed(place: Parameters<typeof problemAt>[0], issue: z.core.$ZodIssue): Problem {
  const key = issue.path.findLast((part) => typeof part === 'string');
  const what =
    issue.code === 'unrecognized_keys'
      ? `An accepted finding has a line that is not known: ${issue.keys.map((each) => `\`${each}\``).join(', ')}.`
      : key === undefined
        ? 'The list of accepted findings is not a list of decisions.'
        : `\`${String(key)}\` of this accepted finding is missing or not written as it must be.`;
  return problemAt(place, 'acceptance-invalid', what, layout);
}

const layout =
  'Write each decision as `- id:` (the 32 figures and letters that the finding was printed with), `paper:` (the file it names), ' +
  '`person:`, `date:` (2026-03-04) and `reason:`, one a line.';
