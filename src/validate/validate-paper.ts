import type * as z from 'zod';
import { parseBlocks } from '../markdown/parse-blocks.ts';
import type { Block, ParsedMarkdown } from '../markdown/parse-blocks.ts';
import { agendaSchema, supplementSchema } from '../model/front-matter/agenda.ts';
import { minutesSchema } from '../model/front-matter/minutes.ts';
import { reportSchema } from '../model/front-matter/report.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { FieldPath, SourcePaper } from '../model/source.ts';
import type { AgendaStructure, MinutesStructure } from '../model/structure.ts';
import type { ValidAgenda, ValidMinutes, ValidPaper, ValidReport, ValidSupplement } from '../model/valid.ts';
import { reservedNames } from '../model/vocabulary.ts';
import { checkFields } from './check-fields.ts';
import { checkAttendance } from './check-attendance.ts';
import { checkHeadingPlaces } from './check-headings.ts';
import { checkFragments, checkMarkdown } from './check-markdown.ts';
import type { Complain } from './complaint.ts';
import { parseAgenda } from './parse-agenda.ts';
import { parseMinutes } from './parse-minutes.ts';

/** Fields that every paper has and that are checked against its place. */
interface PlacedFields {
  readonly type?: string | undefined;
  readonly date?: string | undefined;
}

/** Notes a problem at a field. */
type ComplainOfField = (path: FieldPath, code: string, what: string, instead: string) => void;

/**
 * Validates one paper by the schema and the structure of its kind; undefined when its front matter does not keep to
 * the schema. Problems are added to `problems`.
 */
function validatePaper<FrontMatter extends PlacedFields, Structure>(
  paper: SourcePaper,
  schema: z.ZodObject & z.ZodType<FrontMatter>,
  kind: { readonly name: string; readonly types: readonly string[] },
  parse: (parsed: ParsedMarkdown, lineCount: number, complain: Complain) => Structure,
  problems: Problem[],
  check?: (frontMatter: FrontMatter, complain: ComplainOfField) => void,
): ValidPaper<FrontMatter, Structure> | undefined {
  const source = open(paper.source);
  const meeting = paper.meeting!;
  const complain: Complain = (line, code, what, instead) => {
    problems.push(
      problemAt({ file: paper.file, line: source.markdownLine + line, column: 1 }, code, what, instead),
    );
  };
  const complainOfField: ComplainOfField = (path, code, what, instead) => {
    problems.push(problemAt({ file: paper.file, ...source.locate(path, 'value') }, code, what, instead));
  };
  const checked = checkFields(paper.file, source, schema, kind.name);
  const parsed = parseBlocks(source.markdown);
  const document = checkMarkdown(source.markdown, parsed, complain);
  const structure = parse(parsed, source.markdown.split('\n').length, complain);
  if ('problems' in checked) {
    problems.push(...checked.problems);
    return undefined;
  }
  const { frontMatter } = checked;
  if (frontMatter.type !== undefined && !kind.types.includes(frontMatter.type)) {
    complainOfField(
      ['type'],
      'type-against-name',
      'The type is not what the file’s name says.',
      `Write \`type: ${kind.types[0]!}\`, or take the field out, or give the file another name.`,
    );
  }
  if (frontMatter.date !== undefined && frontMatter.date !== meeting.slice(0, 10)) {
    complainOfField(
      ['date'],
      'date-against-folder',
      'The date is not that of the folder the paper stands in.',
      `Write \`date: ${meeting.slice(0, 10)}\`, or take the field out, or move the paper to its meeting.`,
    );
  }
  check?.(frontMatter, complainOfField);
  const { file, body, name } = paper;
  return { file, body, meeting, name, content: seal({ frontMatter, source, document, structure }) };
}

/** Validates an agenda. */
export function validateAgenda(paper: SourcePaper, problems: Problem[]): ValidAgenda | undefined {
  return validatePaper(
    paper,
    agendaSchema,
    { name: 'an agenda', types: ['agenda'] },
    readAgenda,
    problems,
    (frontMatter, complain) => {
      for (const field of ['because', 'replaced_by'] as const) {
        if (frontMatter.status === undefined && frontMatter[field] !== undefined) {
          complain(
            [field],
            'status-missing',
            `\`${field}\` says why or until when a meeting does not take place, and no status says so.`,
            'Write `status: cancelled`, `postponed`, `inquorate` or `adjourned`, or take the field out.',
          );
        }
      }
    },
  );
}

/** Validates a supplement. */
export function validateSupplement(paper: SourcePaper, problems: Problem[]): ValidSupplement | undefined {
  return validatePaper(
    paper,
    supplementSchema,
    { name: 'a supplement', types: ['supplement'] },
    readAgenda,
    problems,
  );
}

function readAgenda(parsed: ParsedMarkdown, lineCount: number, complain: Complain): AgendaStructure {
  checkHeadingPlaces(parsed, complain);
  return parseAgenda(parsed.blocks, lineCount, complain);
}

/** Validates minutes. */
export function validateMinutes(paper: SourcePaper, problems: Problem[]): ValidMinutes | undefined {
  const read = (parsed: ParsedMarkdown, lineCount: number, complain: Complain): MinutesStructure => {
    checkHeadingPlaces(parsed, complain);
    checkAttendance(parsed.blocks, complain);
    return parseMinutes(parsed.blocks, lineCount, complain);
  };
  return validatePaper(paper, minutesSchema, { name: 'minutes', types: ['minutes'] }, read, problems);
}

/** A valid report with its blocks, which are checked against the rules of its body and then forgotten. */
export interface ReportWithBlocks {
  readonly report: ValidReport;
  readonly blocks: readonly Block[];
}

/** Validates a report or an appendix: what its name and its `item` say must agree. */
export function validateReport(paper: SourcePaper, problems: Problem[]): ReportWithBlocks | undefined {
  let blocks: readonly Block[] = [];
  const read = (parsed: ParsedMarkdown, _lineCount: number, complain: Complain): null => {
    checkFragments(parsed, complain);
    blocks = parsed.blocks;
    return null;
  };
  const named = /^([a-z]\d{1,2}|\d{1,2})-/.exec(paper.name)?.[1]?.toUpperCase();
  const isAppendix = /^(?:[a-z]\d{1,2}|\d{1,2})-appendix-/.test(paper.name);
  const kind = { name: 'a report', types: isAppendix ? ['appendix', 'report'] : ['report'] };
  const report = validatePaper(paper, reportSchema, kind, read, problems, (frontMatter, complain) => {
    if ((reservedNames as readonly string[]).includes(paper.name)) {
      complain(
        [],
        'name-reserved',
        'A page of the site has this name.',
        'Give the file another name, such as `b2-violence-reduction-unit.md`.',
      );
    }
    const item = frontMatter.item?.replaceAll('.', '-');
    if (named !== undefined && item === undefined) {
      complain(
        ['item'],
        'item-missing',
        'The file’s name begins with an item, and the paper names none.',
        `Write \`item: ${named}\`, or give the file a name without it.`,
      );
    } else if (item !== undefined && item !== named && !paper.name.startsWith(`${item}-`)) {
      complain(
        ['item'],
        'item-against-name',
        'The item is not the one that the file’s name begins with, so which of the two holds cannot be known.',
        `Name the file \`<item>-<words>.md\` with the item in small letters, or correct the item.`,
      );
    }
  });
  return report === undefined ? undefined : { report, blocks };
}
