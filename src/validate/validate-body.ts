import { parseBlocks } from '../markdown/parse-blocks.ts';
import { bodySchema } from '../model/front-matter/body.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { SourcePaper } from '../model/source.ts';
import type { ValidBody } from '../model/valid.ts';
import { checkFields } from './check-fields.ts';
import { checkFragments, checkMarkdown } from './check-markdown.ts';

/** A valid body without its meetings, if it is one, and every problem of its page. */
export interface ValidatedBody {
  readonly body?: Omit<ValidBody, 'meetings'>;
  readonly problems: readonly Problem[];
}

/** Validates the page of a body, `index.md`, which may be missing. Pure. */
export function validateBody(slug: string, paper: SourcePaper | undefined): ValidatedBody {
  const file = `content/${slug}/index.md`;
  const problems: Problem[] = [];
  if (paper === undefined) {
    problems.push(
      problemAt(
        { file, line: 1, column: 1 },
        'body-missing',
        'This body has no index.md, so which of its parts are restricted cannot be known.',
        'Write the file with the fields `title`, `restricted_parts` and `rules`.',
      ),
    );
    return { problems };
  }
  const source = open(paper.source);
  const checked = checkFields(paper.file, source, bodySchema, 'a body');
  const complain = (line: number, code: string, what: string, instead: string): void => {
    problems.push(problemAt({ file, line: source.markdownLine + line, column: 1 }, code, what, instead));
  };
  const parsed = parseBlocks(source.markdown);
  const document = checkMarkdown(source.markdown, parsed, complain);
  checkFragments(parsed, complain);
  if (document.exempt.length > 0)
    complain(
      document.exempt[0]!.start,
      'exempt-in-body',
      'The page of a body is public as a whole.',
      'Take the passage out.',
    );
  if ('problems' in checked) return { problems: [...problems, ...checked.problems] };
  return { body: { slug, file, frontMatter: checked.frontMatter, source }, problems };
}
