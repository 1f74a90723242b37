import { describe, expect, it } from 'vitest';
import { anchorMinutes } from '../../src/assemble/anchor-minutes.ts';
import { makeMinutes } from './support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { decision, textBlock, words } from './support/public-text.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const page = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-07-13/minutes/')));
const text = textOfNode(page.named('main')[0]!);

describe('the page of minutes', () => {
  it('begins with their status and amendments', () => {
    expect(text).toContain(
      'Notes agreed on 18 November 2021 (note 4), with one amendment Mr Gull was present',
    );
    const draft = textOfNode(
      new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/minutes/'))).named('main')[0]!,
    );
    expect(draft).toContain('Draft notes, not yet agreed');
  });

  it('lists who was present as printed, and says what is not recorded', () => {
    expect(text).toContain('Present Ms Anchor (Chair) Mr Gull Apologies Not recorded');
    expect(text).not.toContain('Declarations');
  });

  it('gives items, running numbers, resolutions and their parts anchors that last', () => {
    expect(page.textAt('b1')).toBe('28. Dredging Item B1');
    expect(page.textAt('minute-28')).toBe('28.');
    expect(page.textAt('b1-resolution-1')).toBe(
      'Resolution on B1 Dredging Noted Agreed RESOLVED to: a) note the dredging report; b) agree the timetable.',
    );
    expect(page.textAt('b1-resolution-1-b')).toBe('b) agree the timetable.');
    expect(page.textAt('b1-resolution-2')).toContain('the quay be noted');
    expect(page.textAt('any-other-business')).toBe('Any other business');
    expect(page.textAt('any-other-business-action-1')).toBe(
      'Action on Any other business ACTION: Mr Gull to write.',
    );
    expect(page.textAt('any-other-business-recommendation-1')).toContain('Recommendation');
  });

  it('leads from each item to the agenda and to its papers', () => {
    const quay = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/minutes/')));
    const hrefs = (words: string): (string | undefined)[] =>
      quay
        .named('a')
        .filter((link) => textOfNode(link) === words)
        .map((link) => attributeOf(link, 'href'));
    expect(hrefs('Item B2 on the agenda')).toEqual(['/meetings/harbour-board/2021-11-18/#b2']);
    expect(hrefs('Repair of the quay & crane')).toEqual([
      '/meetings/harbour-board/2021-11-18/b2-quay-repair/',
    ]);
    expect(textOfNode(quay.named('main')[0]!)).toContain(
      'Papers: Repair of the quay & crane; Costs; survey.pdf',
    );
    expect(hrefs('Item D1 on the agenda')).toEqual(['/meetings/harbour-board/2021-11-18/#d1']);
    // No agenda is held of July: there the report of the item is found by its number.
    expect(page.textAt('b1')).toBe('28. Dredging Item B1');
    expect(text).toContain('Dredging Item B1 Paper: Dredging');
  });

  it('lists its items at the top when they are more than three', () => {
    expect(text).toContain(
      'Contents 27. Introduction (item A1) 28. Dredging (item B1) Any other business Berths in dispute (item D1) Lease (item D2)',
    );
    const link = page.named('a').find((each) => textOfNode(each) === '28. Dredging (item B1)');
    expect(attributeOf(link!, 'href')).toBe('#b1');
    const short = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/minutes/')));
    expect(textOfNode(short.named('main')[0]!)).not.toContain('Contents');
  });

  it('shows the texts and decisions of a minute in their order', () => {
    const order = ['spoke of silt', 'note the dredging report', 'spoke of sand', 'the quay be noted'].map(
      (part) => text.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((first, second) => first - second));
    expect(order).not.toContain(-1);
  });

  it('shows of a restricted item the notice alone, and a public summary where one was written', () => {
    const sections = page.named('section').map(textOfNode);
    expect(sections.find((section) => section.startsWith('Berths'))).toBe(
      'Berths in dispute Item D1 Not open to the public',
    );
    expect(sections.find((section) => section.startsWith('Lease'))).toBe(
      'Lease Item D2 Not open to the public Exempt information, paragraph 3 The lease was discussed. Resolution on D2 Lease Noted RESOLVED that the lease be signed.',
    );
  });
});

describe('anchorMinutes', () => {
  const open = (title: string, more: { code?: string; number?: string } = {}) =>
    ({
      access: 'open',
      title: words(title),
      text: [
        textBlock('Words.'),
        decision('resolution', 1, 'RESOLVED to:', [
          ['a', 'one'],
          ['a', 'two'],
        ]),
      ],
      ...more,
    }) as const;

  it('takes the item, else the number, else the title', () => {
    const minutes = makeMinutes('Notes', {
      minutes: [
        open('A', { code: 'B3', number: '31' }),
        open('B', { code: '10.1' }),
        open('C', { number: '32' }),
        open('Any business?'),
      ],
    });
    expect(anchorMinutes(minutes).map(({ anchor, numberAnchor }) => [anchor, numberAnchor])).toEqual([
      ['b3', 'minute-31'],
      ['item-10-1', undefined],
      ['minute-32', undefined],
      ['any-business', undefined],
    ]);
  });

  it('uses no anchor twice, even where an item comes back or a mark is repeated', () => {
    const anchors = anchorMinutes(
      makeMinutes('Notes', { minutes: [open('A', { code: 'B3' }), open('B', { code: 'B3' })] }),
    );
    const all = anchors.flatMap((minute) => [
      minute.anchor,
      ...minute.blocks.flatMap((block) =>
        block.kind === 'decision' ? [block.anchor, ...block.parts.map((part) => part.anchor)] : [],
      ),
    ]);
    expect(all).toEqual([
      'b3',
      'b3-resolution-1',
      'b3-resolution-1-a',
      'b3-resolution-1-a-2',
      'b3-2',
      'b3-2-resolution-1',
      'b3-2-resolution-1-a',
      'b3-2-resolution-1-a-2',
    ]);
  });
});
