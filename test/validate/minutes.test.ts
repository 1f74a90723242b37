import { describe, expect, it } from 'vitest';
import { open } from '../../src/model/sealed.ts';
import type { MinuteStructure, MinutesStructure } from '../../src/model/structure.ts';
import { paperText, validateMeetingFiles } from '../support/content-in-memory.ts';
import { expectProblems } from '../support/expect-problems.ts';
import type { ExpectedProblem } from '../support/expect-problems.ts';

function read(markdown: string): MinutesStructure {
  const { bodies, problems } = validateMeetingFiles({ 'minutes.md': paperText(markdown) });
  expectProblems(problems, []);
  return open(bodies[0]!.meetings[0]!.minutes!.content).structure;
}

/** The minutes' first line is the file's line 6. */
function expectProblemsOf(
  markdown: string,
  ...rows: readonly (readonly [line: number, code: string])[]
): void {
  const { problems } = validateMeetingFiles({ 'minutes.md': paperText(markdown) });
  expectProblems(
    problems,
    rows.map(([line, code]): ExpectedProblem => ['minutes.md', line, code]),
  );
}

/** The decisions of an item that holds the words, in few words each: kind, marks of the parts, lines from its heading. */
function decisionsOf(words: string): readonly string[] {
  const [minute] = read(`### B1 Roads\n\n${words}`).minutes;
  return describeDecisions(minute!);
}

function describeDecisions(minute: MinuteStructure): readonly string[] {
  return minute.decisions.map(({ kind, parts, range, by }) =>
    [
      kind,
      parts.map((part) => part.mark).join(''),
      `${range.start - minute.line}-${range.end - minute.line}`,
      by ?? '',
    ]
      .join(' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
}

describe('a heading of minutes', () => {
  it.each<[typed: string, code: string | undefined, number: string | undefined, title: string]>([
    ['### B3 MARAC review', 'B3', undefined, 'MARAC review'],
    ['### B3. MARAC review', 'B3', undefined, 'MARAC review'],
    ['### B3 - MARAC review', 'B3', undefined, 'MARAC review'],
    ['## **B3 MARAC review**', 'B3', undefined, 'MARAC review'],
    ['#### B3 MARAC review', 'B3', undefined, 'MARAC review'],
    ['###### B3 MARAC review', 'B3', undefined, 'MARAC review'],
    ['### 31. MARAC review (Item B3)', 'B3', '31', 'MARAC review'],
    ['### 31. MARAC review (item b3)', 'B3', '31', 'MARAC review'],
    ['### MARAC review (Item B3)', 'B3', undefined, 'MARAC review'],
    ['### B3 MARAC review (Item B3)', 'B3', undefined, 'MARAC review'],
    ['### 31. MARAC review\n\n(Item B3)', 'B3', '31', 'MARAC review'],
    ['### 31. MARAC review\n(Item B3)', 'B3', '31', 'MARAC review'],
    ['### 3 MARAC review', undefined, '3', 'MARAC review'],
    ['### 10.1 – MARAC review', undefined, '10.1', 'MARAC review'],
    ['MARAC review\n(Item B3)\n---', 'B3', undefined, 'MARAC review'],
    ['B3 MARAC review\n---------------', 'B3', undefined, 'MARAC review'],
    ['**B3 MARAC review**', 'B3', undefined, 'MARAC review'],
    ['__B3 MARAC review__', 'B3', undefined, 'MARAC review'],
    ['**31. MARAC review**\n(Item B3)', 'B3', '31', 'MARAC review'],
    ['**31. MARAC review (Item B3)**', 'B3', '31', 'MARAC review'],
    ['**MARAC review**\n\n*(Item B3)*', 'B3', undefined, 'MARAC review'],
    ['### 7. MARAC review (Item 7)', '7', '7', 'MARAC review'],
    ['### 7. MARAC review', undefined, '7', 'MARAC review'],
  ])('names an item: %s', (typed, code, number, title) => {
    const { minutes } = read(`${typed}\n\nWords.`);
    expect(minutes.map((minute) => [minute.code, minute.number, minute.title])).toEqual([
      [code, number, title],
    ]);
    const lines = `${typed}\n\nWords.\n`.split('\n').length;
    expect(minutes[0]!.text).toEqual({ start: typed.split('\n').length + 2, end: lines + 1 });
  });

  it('ends the record before it, whatever the levels', () => {
    const { minutes, introduction } = read(
      'Before.\n\n### A1 X\n\nOne.\n\n##### Within\n\nTwo.\n\n#### B1 Y\n\nThree.\n\n## B2 Z',
    );
    expect(introduction).toEqual({ start: 0, end: 3 });
    expect(minutes.map(({ code, range }) => [code, range.start, range.end])).toEqual([
      ['A1', 3, 11],
      ['B1', 11, 15],
      ['B2', 15, 17],
    ]);
  });

  it.each<[heading: string, restricted: boolean]>([
    ['## UNRESTRICTED ITEMS', false],
    ['## D - RESTRICTED ITEM(S)', true],
    ['## Part D', false],
    ['## PART 2 - EXEMPT ITEMS', true],
    ['## Part II: Confidential', true],
    ['## Part 1 (open to the public)', false],
    ['**D. RESTRICTED ITEMS**', true],
    ['RESTRICTED ITEMS\n----------------', true],
    ['## Ｄ. Ｒｅｓｔｒｉｃｔｅｄ items', true],
  ])('opens a part: %s', (heading, restricted) => {
    const { minutes, partHeadings } = read(`### A1 X\n\n${heading}\n\n### D1 Y`);
    expect(partHeadings).toEqual([3]);
    expect(minutes.map((minute) => minute.underRestrictedHeading)).toEqual([false, restricted]);
    expect(minutes[0]!.range.end).toBe(3);
  });

  it('stands under the part’s heading until another part begins', () => {
    const { minutes } = read(
      '## Restricted items\n\n### D1 X\n\n### D2 Y\n\n## Unrestricted items\n\n### C1 Z',
    );
    expect(minutes.map((minute) => minute.underRestrictedHeading)).toEqual([true, true, false]);
  });

  it.each<[name: string, markdown: string, ...rows: (readonly [line: number, code: string])[]]>([
    ['words alone', '### A1 X\n\n### Domestic Homicide Reviews', [8, 'minutes-heading']],
    ['a full-width code', '### A1 X\n\n### Ｄ1 Review', [8, 'minutes-heading']],
    ['a Cyrillic code', '### A1 X\n\n##### В1 Review', [8, 'minutes-heading']],
    ['a space in the code', '### A1 X\n\n##### D 1 Review', [8, 'minutes-heading']],
    ['the letter l for 1', '### A1 X\n\n##### Dl Review', [8, 'minutes-heading']],
    ['the word item', '### A1 X\n\n##### Item D1 Review', [8, 'minutes-heading']],
    ['a number within words', '### A1 X\n\n### 3 options were put', [8, 'minutes-heading']],
    ['a reference to two items', '### A1 X\n\n### 36. Reviews (Items D1 and D2)', [8, 'minutes-heading']],
    ['a reference with a space', '### A1 X\n\n### 36. Reviews (Item D 1)', [8, 'minutes-heading']],
    ['a reference without its word', '### A1 X\n\n### 36. Reviews (D1)', [8, 'minutes-heading']],
    ['a reference in square brackets', '### A1 X\n\n### 36. Reviews [Item D1]', [8, 'minutes-heading']],
    ['a reference not closed', '### A1 X\n\n### 36. Reviews (Item D1', [8, 'minutes-heading']],
    ['a sub-heading that says restricted', '### A1 X\n\n##### Exempt matters', [8, 'minutes-heading']],
    ['a number without signs', '### A1 X\n\n36. Reviews\n(Item D1)\n\nWords.', [8, 'minutes-heading']],
    ['a reference after plain words', '### A1 X\n\nReviews\n(Item D1)\n\nWords.', [8, 'minutes-heading']],
    ['a bold number without an item', '### A1 X\n\n**36. Reviews**\n\nWords.', [8, 'minutes-heading']],
    ['a bold line that says confidential', '### A1 X\n\n**Confidential**\n\nWords.', [8, 'minutes-heading']],
    ['two items in one', '### D1 Reviews (Item B3)', [6, 'minutes-two-references']],
    ['two items in two paragraphs', '### D1 Reviews\n\n(Item B3)', [6, 'minutes-two-references']],
    ['in a list', '### A1 X\n\n- ### D1 Review', [8, 'heading-nested']],
    ['in a quote', '### A1 X\n\n> ### D1 Review', [8, 'heading-nested']],
    ['in a public summary', '### D1 X\n\n::: public-summary\n##### Y\n\nWords.\n:::', [9, 'heading-nested']],
    ['a bold code before plain words', '### A1 X\n\n**D1** Review', [8, 'item-code-dressed']],
    ['a code in a link', '### A1 X\n\n[D1](#d1) Review', [8, 'item-code-dressed']],
    ['a code in a list, in bold', '### A1 X\n\n- **D1 Review**', [8, 'item-code-dressed']],
    [
      'a code in a table, in bold',
      '### A1 X\n\n| a | b |\n|---|---|\n| **D1** | Review |',
      [10, 'item-code-dressed'],
    ],
    ['a code by a character’s number', '### A1 X\n\n&#68;1 Review', [8, 'item-code-dressed']],
    ['a heading escaped', '### A1 X\n\n\\### D1 Review', [8, 'item-code-dressed']],
    ['the title', '# Minutes\n\n### A1 X', [6, 'heading-first-level'], [6, 'minutes-heading']],
    ['a misspelt restricted', '## D - RESTRCITED ITEMS\n\n### D1 X', [6, 'part-nearly-restricted']],
    ['no heading at all', 'All the words.', [6, 'minutes-without-items']],
    [
      'text under an open part',
      '## Unrestricted items\n\nWords.\n\n### A1 X',
      [8, 'minutes-text-under-part'],
    ],
    [
      'text under a restricted part',
      '## Restricted items\n\nWords.\n\n### D1 X',
      [8, 'minutes-text-under-part'],
    ],
    ['text on the line after a bold heading', '**B1 X**\nWords.', [6, 'minutes-text-under-part']],
    [
      'text on the line after a bold part',
      '### A1 X\n\n**D. Restricted items**\nWords.\n\n### D1 X',
      [8, 'minutes-text-under-part'],
    ],
    ['attendance in capitals', '### A1 X\n\nPRESENT: Mr A, Mr B', [8, 'attendance-in-text']],
    [
      'attendance in bold',
      'Words.\n\n**Present:** Mr A\n\n**Apologies**\n\n### A1 X',
      [8, 'attendance-in-text'],
      [10, 'attendance-in-text'],
    ],
  ])('is refused: %s', (_name, markdown, ...rows) => {
    expectProblemsOf(markdown, ...rows);
  });

  it('is not seen in prose', () => {
    expect(
      read(
        '### A1 X\n\nMembers asked about item D1.\n\nA2 closures were noted (see Item B3).\n\n**Roads** are long.\n\n**Roads**\n\nWords.',
      ).minutes,
    ).toHaveLength(1);
  });
});

describe('a resolution', () => {
  it.each([
    ['RESOLVED to note the progress and actions.'],
    ['RESOLVED that the update be noted.'],
    ['It was RESOLVED that the minutes were correctly recorded.'],
    ['RESOLVED the Kent Community Safety Partnership noted the progress.'],
    ['RESOLVED that the Partnership considered the Agreement. Agreed to the priorities; noted the duty.'],
    ['**RESOLVED** that the update be noted.'],
    ['**RESOLVED that the update be noted.**'],
    ['*It was RESOLVED* that the update be noted.'],
    ['RESOLVED: That the update be noted.'],
    ['RESOLVED – that the update be noted.'],
    ['RESOLVED unanimously that the update be noted.'],
    ['It was unanimously RESOLVED that the update be noted.'],
    ['The Board RESOLVED that the update be noted.'],
    ['The Kent Community Safety Partnership RESOLVED that the update be noted.'],
    ['Members RESOLVED to note the update.'],
    ['Resolved: That the update be noted.'],
    ['Resolved that the update be noted.'],
    ['It was resolved that the update be noted.'],
    ['AGREED that the update be noted.'],
    ['12.1 RESOLVED that the update be noted.'],
    ['RESOLVED that\nthe update be noted.'],
  ])('begins: %s', (words) => {
    expect(decisionsOf(words)).toEqual([`resolution 2-${2 + words.split('\n').length}`]);
  });

  it.each([
    ['It was agreed that Mr A would report back.'],
    ['Resolved issues were listed.'],
    ['Agreed to the priorities.'],
    ['The dispute was resolved.'],
    ['UNRESOLVED matters remain.'],
    ['RESOLVED-CASES is a table.'],
  ])('does not begin: %s', (words) => {
    const { problems } = validateMeetingFiles({ 'minutes.md': paperText(`### B1 Roads\n\n${words}`) });
    const found = problems.filter((problem) => problem.code !== 'resolution-inside');
    expectProblems(found, []);
    if (!words.startsWith('RESOLVED-')) expect(decisionsOf(words)).toEqual([]);
  });

  it.each<[name: string, words: string, decisions: readonly string[]]>([
    ['A. in paragraphs', 'RESOLVED to:\n\nA. to agree\n\nB. To note\n\nC. to note', ['resolution abc 2-9']],
    ['(a) in paragraphs', 'RESOLVED to:\n\n(a) agree\n\n(b) note', ['resolution ab 2-7']],
    ['i) as a list', 'RESOLVED to:\n\ni) agree\n\nii) note\n\niii) thank', ['resolution iiiiii 2-9']],
    ['A) as a list', 'RESOLVED to:\n\nA) agree\nB) note', ['resolution ab 2-6']],
    ['a list of letters', 'RESOLVED to:\n\na. agree\nb. note', ['resolution ab 2-6']],
    ['a numbered list', 'RESOLVED that:\n\n1. it be agreed\n2. it be noted', ['resolution 12 2-6']],
    ['bullets', 'RESOLVED that:\n\n- it be agreed\n- it be noted', ['resolution 12 2-6']],
    ['a list after a dash', 'RESOLVED to –\n\n- agree\n- note', ['resolution 12 2-6']],
    [
      'marks after a full sentence',
      'RESOLVED that the plan be agreed.\n\nA. It be noted\n\nWords.',
      ['resolution a 2-5'],
    ],
    [
      'words after the parts',
      'RESOLVED to:\n\nA. agree\n\nWords.\n\nRESOLVED that it be noted.',
      ['resolution a 2-5', 'resolution 8-9'],
    ],
    [
      'a list after a full sentence',
      'RESOLVED that it be noted.\n\n- a matter of its own',
      ['resolution 2-3'],
    ],
    ['an item of a list', '1. Words.\n2. RESOLVED that it be noted.\n3. More.', ['resolution 3-4']],
    ['an item of a list, in bold', '1. Words.\n2. **RESOLVED** that it be noted.', ['resolution 3-4']],
    [
      'an item of a list, with parts',
      '11. Words.\n12. RESOLVED to:\n    a) agree\n    b) note\n13. More.',
      ['resolution ab 3-6'],
    ],
    ['a name with a stop', 'RESOLVED that it be noted.\n\nCllr. A spoke.', ['resolution 2-3']],
    ['a recommendation', 'RECOMMENDED that the Cabinet approve it.', ['recommendation 2-3']],
    [
      'a recommendation with parts',
      'It was RECOMMENDED that the Cabinet:\n\n(i) approve it\n\n(ii) fund it',
      ['recommendation iii 2-7'],
    ],
    ['an action', 'ACTION: Mr Powell to report back', ['action 2-3']],
    ['an action with a day', 'ACTION: Mr Powell to report back (by 2022-03-24)', ['action 2-3 2022-03-24']],
    [
      'an action with a day in words',
      'ACTION: Mr Powell to report back (by 24 March 2022)',
      ['action 2-3 2022-03-24'],
    ],
    ['an action in a list', '- ACTION: Mr Powell to report back (by 2022-03-24)', ['action 2-3 2022-03-24']],
    [
      'two',
      'RESOLVED that it be noted.\n\nRESOLVED that it be agreed.',
      ['resolution 2-3', 'resolution 4-5'],
    ],
  ])('is read: %s', (_name, words, decisions) => {
    expect(decisionsOf(words)).toEqual(decisions);
  });

  it('stands in public summaries and not in what is cut out', () => {
    const { minutes } = read(
      '### D1 X\n\nRESOLVED that it be noted.\n\n::: public-summary\nRESOLVED that a report be noted.\n:::\n\n::: exempt paragraph 3\nRESOLVED that it be sold.\n:::',
    );
    expect(describeDecisions(minutes[0]!)).toEqual(['resolution 2-3']);
    expect(minutes[0]!.summaries.map(({ range, decisions }) => [range, decisions.length])).toEqual([
      [{ start: 6, end: 7 }, 1],
    ]);
  });

  it.each<[name: string, words: string, line: number, code: string]>([
    ['in the middle', 'After debate it was RESOLVED that it be noted.', 8, 'resolution-inside'],
    [
      'twice in one paragraph',
      'RESOLVED that it be noted. RESOLVED that it be agreed.',
      8,
      'resolution-inside',
    ],
    ['in a quote', '> RESOLVED that it be noted.', 8, 'resolution-inside'],
    ['in a table', '| a |\n|---|\n| RESOLVED that it be noted |', 8, 'resolution-inside'],
    ['in a list within a list', '- Words.\n  - RESOLVED that it be noted.', 9, 'resolution-inside'],
    ['in a second paragraph of a list', '- Words.\n\n  RESOLVED that it be noted.', 10, 'resolution-inside'],
    ['in another language', '::: lang cy\nRESOLVED that it be noted.\n:::', 9, 'resolution-inside'],
    ['in code', '```\nRESOLVED that it be noted.\n```', 8, 'resolution-inside'],
    ['with two parts run together', 'RESOLVED to:\n\nA. agree; B. note', 10, 'resolution-run-together'],
    [
      'with two lines of parts run together',
      'RESOLVED to:\n\n(a) agree\n(b) note',
      10,
      'resolution-run-together',
    ],
    [
      'with Roman parts run together',
      'RESOLVED to:\n\n(i) agree, and (ii) note',
      10,
      'resolution-run-together',
    ],
    ['without the parts that it announces', 'RESOLVED to:\n\nNote it.', 8, 'resolution-unfinished'],
    ['with a day that the calendar lacks', 'ACTION: Mr A (by 2022-02-30)', 8, 'action-date'],
  ])('is refused: %s', (_name, words, line, code) => {
    expectProblemsOf(`### B1 Roads\n\n${words}`, [line, code]);
  });

  it('is refused before the first item', () => {
    expectProblemsOf('RESOLVED that it be noted.\n\n### B1 Roads', [6, 'resolution-outside-item']);
  });
});
