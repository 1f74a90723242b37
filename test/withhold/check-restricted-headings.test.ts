import { describe, expect, it } from 'vitest';
import { createHeadingTest } from '../../src/withhold/check-restricted-headings.ts';

const items = [
  { code: 'D1', title: 'Domestic Homicide Review Update' },
  { code: 'D2', title: 'Update' },
];
const looks = createHeadingTest(['D'], items);

describe('a line that reads like the heading of a restricted item', () => {
  it.each([
    'D1 Case Smith',
    '**D1 Case Smith**',
    '**D1** Case Smith',
    '> D1. Case Smith',
    '| D1 Case Smith | noted |',
    '| 3 | D1: Case Smith |',
    '    D1 - Case Smith',
    'Ｄ１ Case Smith',
    '**Dl Case Smith**',
    '### D I Case Smith',
    'D.1 Case Smith',
    'D-1 Case Smith',
    'Item D1: Case Smith',
    'Agenda item D1 Case Smith',
    '36. Case Smith (Item D1)',
    '36. D1 Case Smith',
    'd1',
    '(D1) Case Smith',
    '[D1](#d1) Case Smith',
    '&#68;1 Case Smith',
    '&#x44;1&nbsp;Case Smith',
    'D1<br>Case Smith',
    'D - RESTRICTED ITEM(S)',
    'Part D',
    'Part D: Others',
    '> ## D. Restricted items',
    'EXEMPT ITEMS',
    '**RESTRICTED**',
    'Private and Confidential:',
    'Confidential business',
    'Domestic Homicide Review Update',
    '*Domestic homicide review – update*',
    'Domestic Homicide Review Update: Smith died.',
    '**Domestic Homicide Review Update** Smith died.',
    'Item D one: Smith',
    'D(i) Case Smith',
    'D1: Domestic Homicide Review Update',
  ])('is known: %s', (line) => {
    expect(looks(line)).toBe(true);
  });

  it.each([
    '',
    '| --- | --- |',
    'The Chair said that item D1 was deferred.',
    'It was noted (item D1).',
    'DI Smith reported on burglary.',
    'DO NOT use the lift.',
    'Do I know?',
    'D is a letter.',
    'Vitamin D1 was handed out.',
    'Update',
    'Unrestricted items',
    'B1 Lights',
    'Domestic Homicide Review Update was noted.',
    'See: nothing',
    'Part A',
    'Restricted growth was noted.',
    'The update on the Domestic Homicide Review was noted.',
  ])('is not seen in other lines: %s', (line) => {
    expect(looks(line)).toBe(false);
  });
});
