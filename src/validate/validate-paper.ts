import type * as z from 'zod';
import { parseBlocks } from '../markdown/parse-blocks.ts';
import type { Block } from '../markdown/parse-blocks.ts';
import { agendaSchema, supplementSchema } from '../model/front-matter/agenda.ts';
import { minutesSchema } from '../model/front-matter/minutes.ts';
import { reportSchema } from '../model/front-matter/report.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open, seal } from '../model/sealed.ts';
import type { FieldPath, SourcePaper } from '../model/source.ts';
import type { ValidAgenda, ValidMinutes, ValidPaper, ValidReport, ValidSupplement } from '../model/valid.ts';
import { reservedNames } from '../model/vocabulary.ts';
import { checkFields } from './check-fields.ts';
import { checkMarkdown } from './check-markdown.ts';
import type { Complain } from './complaint.ts';
import { parseAgenda } from './parse-agenda.ts';
import { parseMinutes } from './parse-minutes.ts';
import { oneLine } from './read-headings.ts';

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
  parse: (blocks: readonly Block[], lineCount: number, complain: Complain) => Structure,
  problems: Problem[],
  check?: (frontMatter: FrontMatter, complain: ComplainOfField) => void,
): ValidPaper<FrontMatter, Structure> | undefined {
  const source = open(paper.source);
  const meeting = paper.meeting!;
  const complain: Complain = (line, code, what, instead) => {
    problems.push(problemAt({ file: paper.file, line: source.markdownLine + line, column: 1 }, code, what, instead));
  };
  const complainOfField: ComplainOfField = (path, code, what, instead) => {
    problems.push(problemAt({ file: paper.file, ...source.locate(path, 'value') }, code, what, instead));
  };
  const checked = checkFields(paper.file, source, schema, kind.name);
  const parsed = parseBlocks(source.markdown);
  const document = checkMarkdown(source.markdown, parsed, complain);
  const structure = parse(parsed.blocks, source.markdown.split('\n').length, complain);
  if ('problems' in checked) {
    problems.push(...checked.problems);
    return undefined;
  }
  const { frontMatter } = checked;
  if (frontMatter.type !== undefined && !kind.types.includes(frontMatter.type)) {
    complainOfField(['type'], 'type-against-name', 'The type is not what the file’s name says.', `Write \`type: ${kind.types[0]!}\`, or take the field out, or give the file another name.`);
  }
  if (frontMatter.date !== undefined && frontMatter.date !== meeting.slice(0, 10)) {
    complainOfField(['date'], 'date-against-folder', 'The date is not that of the folder the paper stands in.', `Write \`date: ${meeting.slice(0, 10)}\`, or take the field out, or move the paper to its meeting.`);
  }
  check?.(frontMatter, complainOfField);
  const { file, body, name } = paper;
  return { file, body, meeting, name, content: seal({ frontMatter, source, document, structure }) };
}

/** Validates an agenda. */
export function validateAgenda(paper: SourcePaper, problems: Problem[]): ValidAgenda | undefined {
  return validatePaper(paper, agendaSchema, { name: 'an agenda', types: ['agenda'] }, parseAgenda, problems);
}

/** Validates a supplement. */
export function validateSupplement(paper: SourcePaper, problems: Problem[]): ValidSupplement | undefined {
  return validatePaper(paper, supplementSchema, { name: 'a supplement', types: ['supplement'] }, parseAgenda, problems);
}

/** Validates minutes. */
export function validateMinutes(paper: SourcePaper, problems: Problem[]): ValidMinutes | undefined {
  const parse = (blocks: readonly Block[], lineCount: number, complain: Complain): ReturnType<typeof parseMinutes> => {
    for (const block of blocks) {
      if (block.kind === 'paragraph' && /^(?:PRESENT|IN ATTENDANCE|APOLOGIES)\s*:/.test(oneLine(block.text))) {
        complain(block.start, 'attendance-in-text', 'Attendance stands in the text, where nobody can search or count it.', 'Move the names into the front matter, one a line, under `present:`, `apologies:` or `in_attendance:`.');
      }
    }
    return parseMinutes(blocks, lineCount, complain);
  };
  return validatePaper(paper, minutesSchema, { name: 'minutes', types: ['minutes'] }, parse, problems);
}

/** Validates a report or an appendix: what its name and its `item` say must agree. */
export function validateReport(paper: SourcePaper, problems: Problem[]): ValidReport | undefined {
  const named = /^([a-z]\d{1,2}|\d{1,2})-/.exec(paper.name)?.[1]?.toUpperCase();
  const isAppendix = /^(?:[a-z]\d{1,2}|\d{1,2})-appendix-/.test(paper.name);
  const kind = { name: 'a report', types: isAppendix ? ['appendix', 'report'] : ['report'] };
  return validatePaper(paper, reportSchema, kind, () => null, problems, (frontMatter, complain) => {
    if ((reservedNames as readonly string[]).includes(paper.name)) {
      complain([], 'name-reserved', 'A page of the site has this name.', 'Give the file another name, such as `b2-violence-reduction-unit.md`.');
    }
    const item = frontMatter.item?.replaceAll('.', '-');
    if (named !== undefined && item === undefined) {
      complain(['item'], 'item-missing', 'The file’s name begins with an item, and the paper names none.', `Write \`item: ${named}\`, or give the file a name without it.`);
    } else if (item !== undefined && item !== named && !paper.name.startsWith(`${item}-`)) {
      complain(['item'], 'item-against-name', 'The item is not the one that the file’s name begins with, so which of the two holds cannot be known.', `Name the file \`<item>-<words>.md\` with the item in small letters, or correct the item.`);
    }
  });
}
