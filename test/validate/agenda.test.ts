import { describe, expect, it } from 'vitest';
import { open } from '../../src/model/sealed.ts';
import type { AgendaStructure } from '../../src/model/structure.ts';
import { paperText, validateMeetingFiles } from '../support/content-in-memory.ts';
import { expectProblems } from '../support/expect-problems.ts';
import type { ExpectedProblem } from '../support/expect-problems.ts';

function read(markdown: string): AgendaStructure {
  const { bodies, problems } = validateMeetingFiles({ 'agenda.md': paperText(markdown) });
  expectProblems(problems, []);
  return open(bodies[0]!.meetings[0]!.agenda!.content).structure;
}

/** The agenda's first line is the file's line 6. */
function expectProblemsOf(
  markdown: string,
  ...rows: readonly (readonly [line: number, code: string])[]
): void {
  const { problems } = validateMeetingFiles({ 'agenda.md': paperText(markdown) });
  expectProblems(
    problems,
    rows.map(([line, code]): ExpectedProblem => ['agenda.md', line, code]),
  );
}

describe('an agenda’s headings', () => {
  it('give parts, items, the text of each and what stands before', () => {
    const agenda = read(
      'Before.\n\n## A. Business\n\nOf the part.\n\n### A1 Apologies\n\nOf the item.\n\n## D - RESTRICTED ITEM(S)\n\n### D1 Review\n',
    );
    expect(agenda.introduction).toEqual({ start: 0, end: 3 });
    expect(
      agenda.parts.map(({ letter, title, saysRestricted, items }) => [
        letter,
        title,
        saysRestricted,
        items.map((item) => item.code),
      ]),
    ).toEqual([
      ['A', 'Business', false, ['A1']],
      ['D', 'RESTRICTED ITEM(S)', true, ['D1']],
    ]);
    expect(agenda.parts[0]!.text).toEqual({ start: 4, end: 7 });
    expect(agenda.parts[0]!.items[0]).toMatchObject({
      title: 'Apologies',
      text: { start: 8, end: 11 },
      range: { start: 7, end: 11 },
    });
  });

  it.each<[heading: string, letter: string | undefined, title: string | undefined, restricted: boolean]>([
    ['## B. Matters', 'B', 'Matters', false],
    ['## B: Matters', 'B', 'Matters', false],
    ['## B - Matters', 'B', 'Matters', false],
    ['## B – Matters', 'B', 'Matters', false],
    ['## Part B Matters', 'B', 'Matters', false],
    ['## PART D: EXEMPT BUSINESS', 'D', 'EXEMPT BUSINESS', true],
    ['## Part D', 'D', undefined, false],
    ['## Confidential items', undefined, 'Confidential items', true],
    ['## Private session', undefined, 'Private session', true],
    ['## Unrestricted items', undefined, 'Unrestricted items', false],
    ['## **D. Restricted**', 'D', 'Restricted', true],
    ['D. Restricted\n-------------', 'D', 'Restricted', true],
    ['## D. Rеstricted', 'D', 'Rеstricted', true],
    ['## D. Ｒｅｓｔｒｉｃｔｅｄ', 'D', 'Ｒｅｓｔｒｉｃｔｅｄ', true],
  ])('read %s as a part', (heading, letter, title, restricted) => {
    const [part] = read(heading).parts;
    expect([part!.letter, part!.title, part!.saysRestricted]).toEqual([letter, title, restricted]);
  });

  it.each<[heading: string, code: string, title: string]>([
    ['### B2 Roads', 'B2', 'Roads'],
    ['### B2. Roads', 'B2', 'Roads'],
    ['### B2: Roads', 'B2', 'Roads'],
    ['### B2 – Roads', 'B2', 'Roads'],
    ['## B2 Roads', 'B2', 'Roads'],
    ['#### 7 Roads', '7', 'Roads'],
    ['### 7. Roads', '7', 'Roads'],
    ['### 10.1 Roads', '10.1', 'Roads'],
    ['### **B2** *Roads*', 'B2', 'Roads'],
    ['### B2 Roads ###', 'B2', 'Roads'],
    ['B2 Roads\n--------', 'B2', 'Roads'],
    ['### B2 A, B & C', 'B2', 'A, B & C'],
  ])('read %s as an item', (heading, code, title) => {
    const [item] = read(heading).parts[0]!.items;
    expect([item!.code, item!.title]).toEqual([code, title]);
  });

  it('give an agenda without parts one part without a heading', () => {
    const { parts } = read('### 1 Apologies\n\n### 2 Roads');
    expect(parts.map(({ letter, title, items }) => [letter, title, items.length])).toEqual([
      [undefined, undefined, 2],
    ]);
  });

  it.each<[name: string, markdown: string, ...rows: (readonly [line: number, code: string])[]]>([
    ['words alone', '## A. X\n\n### Roads', [8, 'agenda-heading']],
    ['a small letter', '### b2 Roads', [6, 'agenda-heading']],
    ['no space after the code', '### B2.Roads', [6, 'agenda-heading']],
    ['a space in the code', '## B 2 Roads', [6, 'agenda-heading']],
    ['no title', '### B2', [6, 'agenda-heading']],
    ['a code alone as a part', '## D1', [6, 'agenda-heading']],
    ['the word item', '## Item D1 Review', [6, 'agenda-heading']],
    ['a full-width code', '## Ｄ1 Review', [6, 'agenda-heading']],
    ['a Cyrillic code', '## В2 Roads', [6, 'agenda-heading']],
    ['the letter l for 1', '## Dl Review', [6, 'agenda-heading']],
    ['the letter O for 0', '### D1O Review', [6, 'agenda-heading']],
    ['a code with a letter', '### B2a Roads', [6, 'agenda-heading']],
    ['a year', '### 2021 Roads', [6, 'agenda-heading']],
    ['a full-width part letter', '## Ｄ. Review', [6, 'agenda-part-letter']],
    ['a Cyrillic part letter', '## А. Business', [6, 'agenda-part-letter']],
    ['a part letter without a stop', '## D Review', [6, 'agenda-part-letter']],
    ['a part letter alone', '## D', [6, 'agenda-part-letter']],
    ['a misspelt restricted', '## D. Restrcted items', [6, 'part-nearly-restricted']],
    ['two letters misspelt', '## Restircted items', [6, 'part-nearly-restricted']],
    ['a misspelt exempt', '## Exemt items', [6, 'part-nearly-restricted']],
    ['a misspelt confidential', '## Confidental items', [6, 'part-nearly-restricted']],
    ['a letter twice', '## A. X\n\n## A. Y', [8, 'agenda-part-twice']],
    ['an item twice', '### B2 X\n\n### B2 Y', [8, 'agenda-item-twice']],
    ['an item in another part', '## C. X\n\n### D1 Y', [8, 'agenda-item-part']],
    ['the title', '# Agenda\n\n### B2 Roads', [6, 'heading-first-level'], [6, 'agenda-heading']],
    ['a title underlined', 'Agenda\n===\n\n### B2 Roads', [6, 'heading-first-level'], [6, 'agenda-heading']],
    ['a heading in a quote', '### B2 X\n\n> ## D. Restricted', [8, 'heading-nested']],
    ['a heading in a list', '### B2 X\n\n- ### D1 Review', [8, 'heading-nested']],
    ['a heading in a passage', '### B2 X\n\n::: lang cy\n## D. Cyfyngedig\n:::', [9, 'heading-nested']],
    ['a bold part', '### 7 X\n\n**D. Restricted**\n\n### 8 Y', [8, 'agenda-heading-unmarked']],
    ['bold exempt items', '### 7 X\n\n**Exempt items**\n\n### 8 Y', [8, 'agenda-heading-unmarked']],
    ['exempt items as text', '### 7 X\n\nEXEMPT ITEMS\n\n### 8 Y', [8, 'agenda-heading-unmarked']],
    ['part two as text', '### 7 X\n\nPART II\n\n### 8 Y', [8, 'agenda-heading-unmarked']],
    ['a bold item', '### B1 X\n\n**B2 Roads**', [8, 'agenda-heading-unmarked']],
    ['an item as text', '### B1 X\n\nB2 Roads\n\nText.', [8, 'agenda-heading-unmarked']],
    ['an item as text, with lines', '### B1 X\n\nB2 Roads\nLead: Mr Gull', [8, 'agenda-heading-unmarked']],
    ['an item as text before all others', 'B1. Roads\n\n### B2 X', [6, 'agenda-heading-unmarked']],
    ['the next number as text', '### 7 X\n\n8 Roads', [8, 'agenda-heading-unmarked']],
    ['items as a list', '1. Apologies\n2. Roads\n', [6, 'agenda-heading-unmarked']],
    ['the next number as a list', '### 7 X\n\n8. Roads', [8, 'agenda-heading-unmarked']],
    ['an item as a line of a list', '### B1 X\n\n- B2 Roads', [8, 'agenda-heading-unmarked']],
    ['a bold code', '### B1 X\n\n**B2** Roads', [8, 'agenda-heading-unmarked'], [8, 'item-code-dressed']],
    ['no space after the signs', '### B1 X\n\n###B2 Roads', [8, 'heading-without-space']],
    ['a space that does not break', '### B1 X\n\n###\u00a0B2 Roads', [8, 'heading-without-space']],
    ['seven signs', '### B1 X\n\n####### B2 Roads', [8, 'heading-without-space']],
    ['four spaces', '### B1 X\n\n    ### B2 Roads', [8, 'text-indented']],
  ])('are refused: %s', (_name, markdown, ...rows) => {
    expectProblemsOf(markdown, ...rows);
  });

  it('leave text alone that begins with a number', () => {
    read(
      '8 members are needed for a quorum\n\n1. Register\n2. Join\n\n### 1 W\n\n1. Roads\n2. Parks\n\n### 7 X\n\n8 June 2021\n\nA20 closures are listed below.\n\n9 Elms Lane\n\n1. First\n2. Second\n\n### 8 Y\n\n- B2 was deferred, and is not taken.',
    );
  });

  it('leave prose alone that speaks of restricted items', () => {
    read(
      '### B1 Exempt items\n\nThe press and public may be excluded while exempt items are considered.\n\nMembers may ask about item D1.\n\n## A. Except the last\n\n### A1 X',
    );
  });
});

describe('item lines', () => {
  it('are read from the list directly under the heading', () => {
    const agenda = read(
      '### B2 Roads\n\n- Paper: b2-roads.md\n- Paper: to follow\n- Lead: Mr Powell: chair\n- Not for publication: Appendix 2; paragraph 3\n- Title withheld\n\nText.\n\n- a list\n',
    );
    const [item] = agenda.parts[0]!.items;
    expect(item!.lines.map(({ word, value, line }) => [word, value, line])).toEqual([
      ['Paper', 'b2-roads.md', 3],
      ['Paper', 'to follow', 4],
      ['Lead', 'Mr Powell: chair', 5],
      ['Not for publication', 'Appendix 2; paragraph 3', 6],
      ['Title withheld', '', 7],
    ]);
    expect(item!.text).toEqual({ start: 9, end: 14 });
  });

  it('leave an ordinary list its text', () => {
    const [item] = read(
      '### B2 Roads\n\n- Potholes on the A2\n- Paper copies are in the hall\n- Note: bring a map',
    ).parts[0]!.items;
    expect(item).toMatchObject({ lines: [], text: { start: 2 } });
  });

  it.each<[name: string, lines: string, line: number, code: string]>([
    ['a small letter', '- paper: b2.md', 8, 'item-line-word'],
    ['a plural', '- Papers: b2.md', 8, 'item-line-word'],
    ['an unknown word among known ones', '- Lead: A\n- Cost: B', 9, 'item-line-word'],
    ['a misspelt word', '- Not for publicaton: Appendix 2', 8, 'item-line-word'],
    ['other case', '- NOT FOR PUBLICATION: Appendix 2', 8, 'item-line-word'],
    ['no colon', '- Not for publication', 8, 'item-line-word'],
    ['another mark for the colon', '- Not for publication; paragraph 3', 8, 'item-line-word'],
    ['a full-width colon', '- Not for publication：Appendix 2', 8, 'item-line-word'],
    ['a Cyrillic letter', '- Nоt for publication: Appendix 2', 8, 'item-line-word'],
    ['a misspelt title line', '- Title witheld', 8, 'item-line-word'],
    ['a title line in small letters', '- title withheld', 8, 'item-line-word'],
    ['opened without a colon', '- Opened 2021-11-18, minute 45', 8, 'item-line-word'],
    ['no value', '- Lead:', 8, 'item-line-value'],
    ['a value for Title withheld', '- Title withheld: yes', 8, 'item-line-value'],
    ['a word twice', '- Lead: A\n- Lead: B', 9, 'item-line-twice'],
    ['a list within', '- Lead: A\n  - B', 8, 'item-line-more'],
    ['a second paragraph', '- Lead: A\n\n  B', 8, 'item-line-more'],
    ['a line after text', 'Text.\n\n- Not for publication: Appendix 2', 10, 'item-line-place'],
    ['a second list', '- Lead: A\n\nText.\n\n- Opened: 2021-11-18, minute 45', 12, 'item-line-place'],
    ['a paragraph', 'Title withheld', 8, 'item-line-place'],
  ])('are refused: %s', (_name, lines, line, code) => {
    expectProblemsOf(`### B2 Roads\n\n${lines}`, [line, code]);
  });
});

describe('a supplement', () => {
  it('is read as an agenda', () => {
    const supplement = paperText(
      '### B9 Flood\n\n- Urgent: the chair said so\n\n### Other',
      'late: The river rose.\nkind: tabled',
    );
    expectProblems(validateMeetingFiles({ 'supplement-1.md': supplement }).problems, [
      ['supplement-1.md', 12, 'agenda-heading'],
    ]);
  });
});
