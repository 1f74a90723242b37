import { expect, it } from 'vitest';
import { paper, withholdFiles } from '../withhold/withhold-files.ts';
import { ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const agenda = (time: string): string => paper('### 1 Harbour lights\n\n- Lead: Mr Gull', { time });
const minutes = (words: string): string =>
  paper(`### 1. Harbour lights (Item 1)\n\nRESOLVED that the ${words} meeting be noted.`);

/** The evening meeting has the plain folder, and the one before it the second. */
const { publication } = withholdFiles(
  {
    'harbour-board/2021-11-18/agenda.md': agenda('7pm'),
    'harbour-board/2021-11-18/minutes.md': minutes('evening'),
    'harbour-board/2021-11-18-2/agenda.md': agenda('10am'),
    'harbour-board/2021-11-18-2/minutes.md': minutes('morning'),
  },
  { date: '2021-11-18' },
);
const plan = assembleExample(publication, []);
const main = (address: string): string =>
  textOfNode(new ParsedPage(renderPage(pageAt(plan, address))).named('main')[0]!);

it('lists the next meetings of one day by their times, and past ones the other way round', () => {
  expect(main('/')).toMatch(
    /Next meetings .*\(second meeting\), Harbour Board 10am.*2021, Harbour Board 7pm/,
  );
  expect(main('/harbour-board/')).toMatch(/2021 Thursday 18 November 2021 7pm.*\(second meeting\) 10am/);
});

it('leads from one meeting of a day to the other', () => {
  expect(main('/harbour-board/2021-11-18/')).toContain('Meeting before: Thursday 18 November 2021 (second');
  expect(main('/harbour-board/2021-11-18-2/')).toContain('Meeting after: Thursday 18 November 2021');
});

it('puts the later meeting first in the register', () => {
  expect(main('/resolutions/2021/')).toMatch(/evening meeting be noted.*morning meeting be noted/);
});

it('tells the story of an item in their order', () => {
  expect(main('/harbour-board/2021-11-18/')).toMatch(/Before: 18 November 2021/);
  expect(main('/harbour-board/2021-11-18-2/')).toMatch(/After: 18 November 2021/);
});
