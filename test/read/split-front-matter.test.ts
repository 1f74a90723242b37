import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/read/split-front-matter.ts';
import { expectProblems } from '../support/expect-problems.ts';

function split(text: string): ReturnType<typeof splitFrontMatter> {
  return splitFrontMatter('content/a/2021-11-18/paper.md', text);
}

/** Wraps YAML, whose first line is then the file's line 2. */
function fields(yaml: string): string {
  return `---\n${yaml}\n---\nWords.\n`;
}

const body = 'title: A\nrestricted: false\n---\nWords.\n';

describe('splitFrontMatter', () => {
  it.each<[name: string, text: string, line: number, code: string]>([
    ['a leading blank line', `\n---\n${body}`, 1, 'front-matter-missing'],
    ['a leading space', ` ---\n${body}`, 1, 'front-matter-missing'],
    ['a space after the dashes', `--- \n${body}`, 1, 'front-matter-missing'],
    ['four dashes', `----\n${body}`, 1, 'front-matter-missing'],
    ['two dashes', `--\n${body}`, 1, 'front-matter-missing'],
    ['TOML dashes', `+++\n${body}`, 1, 'front-matter-missing'],
    ['semicolons', `;;;\n${body}`, 1, 'front-matter-missing'],
    ['em dashes', `———\n${body}`, 1, 'front-matter-missing'],
    ['a code fence', `\`\`\`\n---\n${body}`, 1, 'front-matter-missing'],
    ['a comment before', `<!-- x -->\n---\n${body}`, 1, 'front-matter-missing'],
    ['---js', `---js\n${body}`, 1, 'front-matter-missing'],
    ['--- js', `--- js\n${body}`, 1, 'front-matter-missing'],
    ['---javascript', `---javascript\n${body}`, 1, 'front-matter-missing'],
    ['---json', `---json\n{"restricted": false}\n---\n`, 1, 'front-matter-missing'],
    ['---yaml', `---yaml\n${body}`, 1, 'front-matter-missing'],
    ['no front matter', 'Words.\n', 1, 'front-matter-missing'],
    ['nothing', '', 1, 'front-matter-missing'],
    ['no closing dashes', '---\ntitle: A\nrestricted: false\n\nWords.\n', 1, 'front-matter-open'],
    ['a space after the closing dashes', '---\ntitle: A\n--- \nWords.\n', 3, 'front-matter-open'],
    ['closing em dashes', '---\ntitle: A\n———\nWords.\n', 3, 'front-matter-open'],
    ['closing with one dash too many', '---\ntitle: A\n----\nWords.\n', 3, 'front-matter-open'],
    ['nothing between the dashes', '---\n---\nWords.\n', 1, 'front-matter-empty'],
    ['a comment alone', fields('# title'), 1, 'front-matter-empty'],
    [
      'a code fence in the fields',
      fields('title: A\n```\nrestricted: true\n```'),
      3,
      'front-matter-odd-line',
    ],
    ['dashes with words', fields('title: A\n---note\nrestricted: true'), 3, 'front-matter-odd-line'],
    ['another document', fields('title: A\n...\nrestricted: true'), 3, 'front-matter-odd-line'],
    ['near dashes in the fields', fields('title: A\n ---\nrestricted: true'), 3, 'front-matter-odd-line'],
    ['a merge mark', fields('<<<<<<< HEAD\nrestricted: true'), 2, 'front-matter-odd-line'],
    [
      'the middle of a merge',
      fields('restricted: true\n=======\nrestricted: false'),
      3,
      'front-matter-odd-line',
    ],
    ['the end of a merge', fields('title: A\n>>>>>>> theirs'), 3, 'front-matter-odd-line'],
    ['the base of a merge', fields('title: A\n||||||| base'), 3, 'front-matter-odd-line'],
    ['plus signs', fields('title: A\n+++'), 3, 'front-matter-odd-line'],
    ['a flag twice', fields('restricted: true\nrestricted: false'), 3, 'field-twice'],
    ['a title with a colon', fields('title: Report: the bridge'), 2, 'front-matter-unreadable'],
    ['a quote not closed', fields('restricted: false\ntitle: "A'), 3, 'front-matter-unreadable'],
    ['an apostrophe in quotes', fields("title: 'Quillby's'"), 2, 'front-matter-unreadable'],
    ['a tab before a field', fields('title: A\n\trestricted: false'), 3, 'front-matter-unreadable'],
    ['a list not closed', fields('present: [A'), 2, 'front-matter-unreadable'],
    ['an at sign', fields('title: @A'), 2, 'front-matter-unreadable'],
    ['a directive', fields('%YAML 1.1'), 2, 'front-matter-unreadable'],
    ['a field whose name is a list', fields('? [a]\n: b'), 2, 'front-matter-unreadable'],
    ['template syntax', fields('title: {{ 7*7 }}'), 2, 'front-matter-unreadable'],
    ['a flag without its space', fields('restricted:false'), 1, 'front-matter-no-fields'],
    ['a list', fields('- a\n- b'), 1, 'front-matter-no-fields'],
    ['a word', fields('restricted'), 1, 'front-matter-no-fields'],
    ['JSON in a list', fields('["restricted"]'), 1, 'front-matter-no-fields'],
    ['a local tag', fields('title: !secret A'), 2, 'front-matter-tag'],
    ['a boolean tag', fields('restricted: !!bool false'), 2, 'front-matter-tag'],
    ['a text tag', fields('title: !!str A'), 2, 'front-matter-tag'],
    ['an executable tag', fields('title: !!js/function "a"'), 2, 'front-matter-tag'],
    ['an anchor', fields('title: &a A'), 2, 'front-matter-alias'],
    ['a reference to nothing', fields('restricted: *a'), 2, 'front-matter-alias'],
    ['a title cut by a number sign', fields('title: Road #5 #6\nauthor: A #1'), 2, 'field-cut'],
    ['a title that is a comment', fields('title: #5'), 2, 'field-cut'],
    ['a comment after a flag', fields('title: A\nrestricted: false # for now'), 3, 'field-cut'],
    ['a comment in a list', fields('present:\n  - Mr A # chair'), 3, 'field-cut'],
    ['a comment after quotes', fields('title: "A" # b'), 2, 'field-cut'],
  ])('refuses %s', (_name, text, line, code) => {
    const result = split(text);
    const problems = 'problems' in result ? result.problems : [];
    const rows = problems.filter((problem) => problem.line === line && problem.code === code);
    expectProblems(rows.slice(0, 1), [['paper.md', line, code]]);
  });

  it('refuses a hundred references without building what they refer to', () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]!}, `.repeat(9)}x]`),
    ];
    const result = split(fields(bomb.join('\n')));
    expect(
      'problems' in result && result.problems.every((problem) => problem.code === 'front-matter-alias'),
    ).toBe(true);
  });

  it('names the field that needs quotes, and never its value', () => {
    const result = split(fields('title: Murder: the Zanthorpe case'));
    expect('problems' in result && result.problems[0]!.instead).toMatchInlineSnapshot(
      `"Write \`title: "…"\` with the whole value between double quotes: a value that holds a colon followed by a space, or begins with a special character, needs them."`,
    );
    const odd = split(fields('zanthorpe: case: closed'));
    expect('problems' in odd && odd.problems[0]!.instead).not.toContain('zanthorpe');
  });

  it('reads every value as text', () => {
    const result = split(
      fields('restricted: true\ntime: 10:00\nitem: 10.10\ndate: 2021-02-30\nempty:\nnumber: 010'),
    );
    expect('source' in result && result.source.fields).toEqual({
      restricted: 'true',
      time: '10:00',
      item: '10.10',
      date: '2021-02-30',
      empty: '',
      number: '010',
    });
  });

  it('gives the same answer the second time', () => {
    const text = fields('title: A\nrestricted: fals');
    const first = split(text);
    expect(JSON.stringify(split(text))).toBe(JSON.stringify(first));
    expect('source' in first && first.source.fields).toEqual({ title: 'A', restricted: 'fals' });
  });

  it('takes comments on lines of their own', () => {
    const result = split(fields('# for the officer\ntitle: A\npresent:\n  # members\n  - B\n  - C\n# end'));
    expect('source' in result && result.source.fields).toEqual({ title: 'A', present: ['B', 'C'] });
  });

  it('keeps the Markdown to the letter and knows its first line', () => {
    const result = split('---\ntitle: A\n---\n\n---\nTwo  \n');
    expect('source' in result && [result.source.markdown, result.source.markdownLine]).toEqual([
      '\n---\nTwo  \n',
      4,
    ]);
  });

  it.each<[path: (string | number)[], part: 'key' | 'value', line: number, column: number]>([
    [['title'], 'key', 2, 1],
    [['title'], 'value', 2, 8],
    [['empty'], 'value', 3, 1],
    [['present'], 'key', 4, 1],
    [['present', 1], 'value', 6, 5],
    [['contact', 'email'], 'key', 8, 3],
    [['contact', 'email'], 'value', 8, 10],
    [['contacts', 1, 'name'], 'value', 11, 11],
    [['contacts', 1, 'nothing'], 'key', 11, 5],
    [['contacts', 9, 'name'], 'value', 10, 3],
    [['summary'], 'value', 12, 10],
    [['nothing'], 'key', 1, 1],
    [[], 'key', 1, 1],
  ])('finds %j (%s) at line %i, column %i', (path, part, line, column) => {
    const yaml = [
      'title: A',
      'empty:',
      'present:',
      '  - B',
      '  - C',
      'contact:',
      '  email: a@example.org',
      'contacts:',
      '  - name: D',
      '  - name: E',
      'summary: >-',
      '  F',
    ];
    const result = split(fields(yaml.join('\n')));
    expect('source' in result && result.source.locate(path, part)).toEqual({ line, column });
  });
});
