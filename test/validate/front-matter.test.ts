import { describe, expect, it } from 'vitest';
import {
  bodyPage,
  paperText,
  sampleBody,
  sampleMeeting,
  validateFiles,
  validateMeetingFiles,
} from '../support/content-in-memory.ts';
import { expectProblems } from '../support/expect-problems.ts';
import type { ExpectedProblem } from '../support/expect-problems.ts';

function problemsOfReport(
  frontMatter: string,
  name = 'roads.md',
): ReturnType<typeof validateFiles>['problems'] {
  return validateMeetingFiles({ [name]: `---\n${frontMatter}\n---\n\nWords.\n` }).problems;
}

describe('the flag', () => {
  it.each<[name: string, lines: string, rows: readonly (readonly [line: number, code: string])[]]>([
    ['missing', 'title: A', [[1, 'restricted-missing']]],
    [
      'capital',
      'title: A\nRestricted: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    [
      'misspelt',
      'title: A\nrestrictd: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    [
      'with a hyphen before',
      'title: A\nun-restricted: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    [
      'in Cyrillic letters',
      'title: A\nrеstricted: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    [
      'in full-width letters',
      'title: A\nｒｅｓｔｒｉｃｔｅｄ: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    [
      'with a space that does not break',
      'title: A\nrestricted\u00a0: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    ['beside its misspelling', 'title: A\nrestricted: false\nRestricted: true', [[4, 'field-unknown']]],
    [
      'nested',
      'title: A\ncontact:\n  restricted: true',
      [
        [1, 'restricted-missing'],
        [3, 'field-unknown'],
      ],
    ],
    ['twice', 'title: A\nrestricted: false\nrestricted: true', [[4, 'field-twice']]],
    ['"no"', 'title: A\nrestricted: "no"', [[3, 'restricted-not-a-flag']]],
    ['yes', 'title: A\nrestricted: yes', [[3, 'restricted-not-a-flag']]],
    ['on', 'title: A\nrestricted: on', [[3, 'restricted-not-a-flag']]],
    ['False', 'title: A\nrestricted: False', [[3, 'restricted-not-a-flag']]],
    ['FALSE', 'title: A\nrestricted: FALSE', [[3, 'restricted-not-a-flag']]],
    ['0', 'title: A\nrestricted: 0', [[3, 'restricted-not-a-flag']]],
    ['a space in quotes', 'title: A\nrestricted: "false "', [[3, 'restricted-not-a-flag']]],
    ['a space that does not break', 'title: A\nrestricted: \u00a0false', [[3, 'restricted-not-a-flag']]],
    ['a Cyrillic letter', 'title: A\nrestricted: fаlse', [[3, 'restricted-not-a-flag']]],
    ['full-width letters', 'title: A\nrestricted: ｆａｌｓｅ', [[3, 'restricted-not-a-flag']]],
    ['empty', 'title: A\nrestricted:', [[3, 'restricted-not-a-flag']]],
    ['a tilde', 'title: A\nrestricted: ~', [[3, 'restricted-not-a-flag']]],
    ['a list', 'title: A\nrestricted: [false]', [[3, 'restricted-not-a-flag']]],
    ['a list of lines', 'title: A\nrestricted:\n  - false\n  - true', [[4, 'restricted-not-a-flag']]],
    ['a map', 'title: A\nrestricted: {value: false}', [[3, 'restricted-not-a-flag']]],
    ['two words', 'title: A\nrestricted: false true', [[3, 'restricted-not-a-flag']]],
    ['two lines', 'title: A\nrestricted: fal\n  se', [[3, 'restricted-not-a-flag']]],
    ['not-recorded', 'title: A\nrestricted: not-recorded', [[3, 'restricted-not-a-flag']]],
  ])('refuses %s', (_name, lines, rows) => {
    expectProblems(
      problemsOfReport(lines),
      rows.map(([line, code]): ExpectedProblem => ['roads.md', line, code]),
    );
  });

  it('suggests the word that was meant', () => {
    const [missing, unknown] = problemsOfReport('title: A\nrestrictd: true');
    expect(missing!.instead).toMatchInlineSnapshot(
      `"Write \`restricted: false\`, or \`restricted: true\` to withhold it."`,
    );
    expect(unknown!.instead).toMatchInlineSnapshot(
      `"Did you mean \`restricted\`? Write that, in small letters, with nothing before it."`,
    );
  });

  it('takes true, false, and both in quotes', () => {
    for (const flag of ['true', 'false', '"true"', "'false'"])
      expectProblems(problemsOfReport(`title: A\nrestricted: ${flag}`), []);
  });
});

describe('fields', () => {
  const base = 'title: A\nrestricted: false\n';

  it.each<[name: string, lines: string, line: number, code: string, instead: string]>([
    ['no title', 'restricted: false', 1, 'field-missing', 'Write it on a line of its own'],
    ['an empty title', 'title:\nrestricted: false', 2, 'field-value', 'Write text after the colon'],
    ['a title in bold', 'title: "**A**"\nrestricted: false', 2, 'field-value', 'Write plain words'],
    ['a title with a link', 'title: "[A](b.md)"\nrestricted: false', 2, 'field-value', 'Write plain words'],
    ['a title with HTML', 'title: A <br> B\nrestricted: false', 2, 'field-value', 'Write plain words'],
    ['an unknown field', `${base}layout: base`, 4, 'field-unknown', 'Take it out'],
    ['permalink', `${base}permalink: /secret/`, 4, 'field-unknown', 'Take it out'],
    ['__proto__', `${base}__proto__: x`, 4, 'field-unknown', 'Take it out'],
    ['constructor', `${base}constructor: x`, 4, 'field-unknown', 'Take it out'],
    [
      'an unknown field of a contact',
      `${base}contacts:\n  - name: A\n    emial: a@b.org`,
      6,
      'field-unknown',
      'Did you mean `email`?',
    ],
    [
      'a date that the calendar lacks',
      `${base}date: 2021-02-30`,
      4,
      'field-value',
      'Write a day of the calendar',
    ],
    [
      'another date than the folder’s',
      `${base}date: 2021-11-19`,
      4,
      'date-against-folder',
      'Write `date: 2021-11-18`',
    ],
    ['another type than the name’s', `${base}type: minutes`, 4, 'type-against-name', 'Write `type: report`'],
    ['no type', `${base}type: paper`, 4, 'field-value', 'Write `agenda`'],
    [
      'an item in small letters',
      `${base}item: b2`,
      4,
      'field-value',
      'Write the item as the agenda numbers it',
    ],
    [
      'an item with a Cyrillic letter',
      `${base}item: В2`,
      4,
      'field-value',
      'Write the item as the agenda numbers it',
    ],
    ['an item that the name does not have', `${base}item: B2`, 4, 'item-against-name', 'Name the file'],
    [
      'a published date that is none',
      `${base}published: soon`,
      4,
      'field-value',
      'Write a day, such as 2021-11-10, or `not-recorded`.',
    ],
    [
      'a line of a list that is empty',
      `${base}background:\n  - A\n  -\n  - B`,
      6,
      'field-value',
      'Write text after the colon',
    ],
    [
      'a line of a list with a colon',
      `${base}author:\n  - A\n  - Name: B`,
      6,
      'field-value',
      'Write text after the colon, in double quotes',
    ],
    ['an author that is a map', `${base}author: {name: A}`, 4, 'field-value', 'Write a list: one line each'],
    ['a contact that is a line', `${base}contacts: A`, 4, 'field-value', 'Write a list; each entry'],
    [
      'a contact without an address',
      `${base}contacts:\n  - name: A\n  - email: nobody`,
      6,
      'field-value',
      'Write one e-mail address.',
    ],
    [
      'an attachment elsewhere',
      `${base}attachments:\n  - map.png\n  - ../secret.pdf`,
      6,
      'field-value',
      'Write the name of a file',
    ],
    [
      'an attachment without its file',
      `${base}attachments:\n  - title: A map`,
      5,
      'field-missing',
      'Write it on a line of its own: `file: …`',
    ],
    ['a language by its name', `${base}language: Welsh language`, 4, 'field-value', 'Write a language tag'],
    [
      'paragraph 8',
      `title: A\nrestricted: true\nexempt: 8`,
      4,
      'field-value',
      'Write paragraphs of Schedule 12A',
    ],
    [
      'paragraphs that are a map',
      `title: A\nrestricted: true\nexempt: {a: b}`,
      4,
      'field-value',
      'Write the paragraphs of Schedule 12A',
    ],
    ['grounds on an open paper', `${base}exempt: 3`, 4, 'grounds-on-open-paper', 'Write `restricted: true`'],
    ['a reason on an open paper', `${base}reason: A`, 4, 'grounds-on-open-paper', 'Write `restricted: true`'],
    [
      'exempt and confidential',
      `title: A\nrestricted: true\nexempt: 3\nconfidential: true`,
      5,
      'grounds-two',
      'Keep',
    ],
  ])('refuses %s and says what to write', (_name, lines, line, code, instead) => {
    const problems = problemsOfReport(lines);
    expectProblems(problems, [['roads.md', line, code]]);
    expect(problems[0]!.instead).toContain(instead);
  });

  it('names the field within a field', () => {
    expect(problemsOfReport(`${base}contacts:\n  - name: A\n    email: nobody`)[0]!.what).toBe(
      '`contacts.email` has a value that cannot be used.',
    );
  });

  it('takes dates, times, lists and paragraphs in the forms that officers write', () => {
    const agenda = `---\ntitle: A\nrestricted: false\ntime: 10.00 am\ncloses: "13:00"\npublished: 10 November 2021\ndate: 18 November 2021\n---\n\n### 1 Item\n`;
    const minutes = `---\ntitle: A\nrestricted: true\nexempt: 1, 2\npresent: Mr A\napologies: not-recorded\n---\n\n### 1. Item\n`;
    expectProblems(validateMeetingFiles({ 'agenda.md': agenda, 'minutes.md': minutes }).problems, []);
  });

  it.each<[name: string, fields: string, line: number, code: string]>([
    ['an impossible time', 'time: 25:00', 4, 'field-value'],
    ['a reason without a status', 'because: A', 4, 'status-missing'],
    ['a new date without a status', 'replaced_by: 2021-12-02', 4, 'status-missing'],
    ['an unknown status', 'status: off', 4, 'field-value'],
    ['attendance', 'present: A', 4, 'field-unknown'],
  ])('refuses %s in an agenda', (_name, fields, line, code) => {
    expectProblems(validateMeetingFiles({ 'agenda.md': paperText('### B1 Item', fields) }).problems, [
      ['agenda.md', line, code],
    ]);
  });

  it('refuses a topic of an item that the minutes do not have', () => {
    const minutes = paperText('### B1 Roads', 'topics:\n  B1: Roads\n  B2: Bridges');
    expectProblems(validateMeetingFiles({ 'minutes.md': minutes }).problems, [
      ['minutes.md', 6, 'topic-without-item'],
    ]);
  });

  it('gives the same problems whether a paper has LF, CRLF or a byte order mark', () => {
    const text = paperText('## B2 Item\n\n::: exempt\nA\n', 'layout: x');
    const problems = [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`].map(
      (typed) => validateMeetingFiles({ 'roads.md': typed }).problems,
    );
    expect(problems[0]!.length).toBeGreaterThan(1);
    expect(problems[1]).toEqual(problems[0]);
    expect(problems[2]).toEqual(problems[0]);
  });
});

describe('a body', () => {
  const check = (
    page: string | undefined,
    papers: { readonly [path: string]: string } = {},
  ): ReturnType<typeof validateFiles>['problems'] =>
    validateFiles({ ...(page === undefined ? {} : { [`${sampleBody}/index.md`]: page }), ...papers })
      .problems;
  const page = (lines: string, markdown = 'Words.'): string =>
    `---\ntitle: A\n${lines}\n---\n\n${markdown}\n`;

  it.each<[name: string, page: string, line: number, code: string]>([
    ['no restricted parts', page('rules: adopted'), 1, 'field-missing'],
    ['no rules', page('restricted_parts: D'), 1, 'field-missing'],
    ['a part in a small letter', page('restricted_parts: d\nrules: adopted'), 3, 'field-value'],
    ['a part in a Cyrillic letter', page('restricted_parts: В\nrules: adopted'), 3, 'field-value'],
    ['none and a part', page('restricted_parts: none, D\nrules: adopted'), 3, 'field-value'],
    ['an unknown rule', page('restricted_parts: D\nrules: schedule 12A'), 4, 'field-value'],
    ['a flag that is true', page('restricted_parts: D\nrules: adopted\nrestricted: true'), 5, 'field-value'],
    ['an unknown field', page('restricted_parts: D\nrules: adopted\nrestrictedparts: E'), 5, 'field-unknown'],
    [
      'a passage cut out',
      page('restricted_parts: D\nrules: adopted', '::: exempt paragraph 3\nA\n:::'),
      7,
      'exempt-in-body',
    ],
    ['HTML', page('restricted_parts: D\nrules: adopted', '<b>A</b>'), 7, 'raw-html'],
    ['a link to nowhere', page('restricted_parts: D\nrules: adopted', '[A](#nowhere)'), 7, 'link-fragment'],
  ])('refuses %s', (_name, text, line, code) => {
    expectProblems(check(text), [['index.md', line, code]]);
  });

  it('is needed wherever there are papers', () => {
    expectProblems(check(undefined, { [`${sampleMeeting}/roads.md`]: paperText('A') }), [
      ['index.md', 1, 'body-missing'],
    ]);
  });

  it('refuses attachments of a meeting without papers', () => {
    expectProblems(check(bodyPage, { [`${sampleMeeting}/files/map.png`]: 'x' }), [
      ['map.png', 1, 'attachment-without-meeting'],
    ]);
  });

  it('demands grounds where Schedule 12A binds', () => {
    const bound = bodyPage.replace('adopted', 'schedule-12a');
    const paper = (lines: string): string => `---\ntitle: A\nrestricted: true\n${lines}---\n\nA\n`;
    const problemsOf = (lines: string): ReturnType<typeof check> =>
      check(bound, { [`${sampleMeeting}/roads.md`]: paper(lines) });
    expectProblems(problemsOf(''), [['roads.md', 3, 'grounds-missing']]);
    expectProblems(problemsOf('exempt: 3\n'), [['roads.md', 3, 'grounds-missing']]);
    expectProblems(problemsOf('reason: A\n'), [['roads.md', 3, 'grounds-missing']]);
    expectProblems(problemsOf('exempt: 1, 3\nreason: A\n'), []);
    expectProblems(problemsOf('confidential: true\nreason: A\n'), []);
  });
});

describe('reports', () => {
  it.each<[name: string, file: string, lines: string, line: number, code: string]>([
    ['a reserved name', 'pack.md', '', 1, 'name-reserved'],
    ['a name with an item and no item', 'b2-roads.md', '', 1, 'item-missing'],
    ['another item than its name', 'b2-roads.md', 'item: B3', 4, 'item-against-name'],
    ['another item than the name of an appendix', 'b2-appendix-1-map.md', 'item: B3', 4, 'item-against-name'],
  ])('refuses %s', (_name, file, lines, line, code) => {
    expectProblems(validateMeetingFiles({ [file]: paperText('A', lines) }).problems, [[file, line, code]]);
  });

  it('refuses an item that the agenda lacks, and a report without one beside an agenda', () => {
    const agenda = paperText('### B2 Roads');
    const papers = {
      'agenda.md': agenda,
      'b3-bridges.md': paperText('A', 'item: B3'),
      'roads.md': paperText('A'),
    };
    expectProblems(validateMeetingFiles(papers).problems, [
      ['b3-bridges.md', 4, 'item-not-on-agenda'],
      ['roads.md', 1, 'item-missing'],
    ]);
  });

  it('takes an item that a supplement adds, numbers with and without letters, and appendices', () => {
    const papers = {
      'agenda.md': paperText('### B2 Roads\n\n### 7 Bridges\n\n### 10.1 Paths'),
      'supplement-1.md': paperText('### B9 Flood\n\n- Urgent: the chair said so'),
      'b2-roads.md': paperText('A', 'item: B2'),
      'b2-appendix-1-map.md': paperText('A', 'item: B2\ntype: appendix'),
      '7-bridges.md': paperText('A', 'item: 7'),
      '10-1-paths.md': paperText('A', 'item: 10.1'),
      'b9-flood.md': paperText('A', 'item: B9'),
    };
    expectProblems(validateMeetingFiles(papers).problems, []);
  });

  it('refuses minutes filed as a report, in which a restricted item would be published', () => {
    const notes =
      '## B1 Roads\n\nA.\n\n### 36. Case review\n(Item D1)\n\nB.\n\n**D2 Case**\n\nC.\n\n### 38. Other\n\n(Item D3)\n\nD.';
    expectProblems(validateMeetingFiles({ 'notes.md': paperText(notes) }).problems, [
      ['notes.md', 10, 'minutes-in-report'],
      ['notes.md', 15, 'minutes-in-report'],
      ['notes.md', 19, 'minutes-in-report'],
    ]);
    expectProblems(
      validateMeetingFiles({ 'notes.md': paperText(notes).replace('false', 'true') }).problems,
      [],
    );
  });
});
