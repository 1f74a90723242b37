import { describe, expect, it } from 'vitest';
import type { OpenItem, PublicMeeting, Publication } from '../../../src/model/publication.ts';
import {
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from '../support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from '../support/parsed-page.ts';
import { decision, markdown, words } from '../support/public-text.ts';
import { assembleExample, pageAt, renderPage } from '../support/rendered-site.ts';

const quay = (papers: OpenItem['papers'] = []) =>
  makeAgenda({
    parts: [
      {
        restricted: false,
        text: markdown(),
        items: [{ access: 'open', code: 'B1', title: words('Quay'), text: markdown(), papers }],
      },
    ],
  });
const resolved = (...blocks: ReturnType<typeof decision>[]) =>
  makeMinutes('Notes', { minutes: [{ access: 'open', code: 'B1', title: words('Quay'), text: blocks }] });
const held = makeMeeting('2021-01-01', {
  agenda: quay([{ kind: 'paper', meeting: '2021-01-01', name: 'b1-quay' }]),
  reports: [makeReport('b1-quay', 'State of the quay', { item: 'B1' })],
  minutes: resolved(
    decision('resolution', 1, 'RESOLVED that the quay be noted.', [], ['noted']),
    decision('action', 1, 'ACTION: Mr Gull to measure it.'),
  ),
});
const reported = makeMeeting('2021-06-01', { reports: [makeReport('quay', 'Quay update')] });
const coming = makeMeeting('2022-06-01', { agenda: quay([{ kind: 'to follow' }]) });
const publicationOf = (...meetings: PublicMeeting[]): Publication => ({
  date: '2022-01-10',
  bodies: [makeBody(meetings.toReversed())],
});
const plan = assembleExample(publicationOf(held, reported, coming), []);
const parsed = (address: string): ParsedPage => new ParsedPage(renderPage(pageAt(plan, address)));
const main = (address: string): string => textOfNode(parsed(address).named('main')[0]!);
const hrefs = (address: string): (string | undefined)[] =>
  parsed(address)
    .named('a')
    .map((link) => attributeOf(link, 'href'));

describe('the page of a topic', () => {
  it('tells the story in order of time: report, decision in its own words, next report', () => {
    expect(main('/topics/quay/')).toMatch(
      /Quay At 3 meetings between 1 January 2021 and 1 June 2022.*History Friday 1 January 2021 Item B1: Quay State of the quay Report.*Noted RESOLVED that the quay be noted\..*Tuesday 1 June 2021 Quay update.*Wednesday 1 June 2022 Item B1: Quay Paper to follow/,
    );
  });

  it('says what is open: meetings to come, actions, and meetings of which no notes are published', () => {
    const open = main('/topics/quay/').match(/What is open(.*)History/)?.[1];
    expect(open).toContain('It is to be considered by the Harbour Board on 1 June 2022, item B1');
    expect(open).toContain('ACTION: Mr Gull to measure it. action of 1 January 2021');
    expect(open).toContain('no notes on it are published: 1 June 2021');
  });

  it('says so when nothing is open', () => {
    const done = publicationOf(held, {
      ...held,
      slug: '2021-02-01',
      date: '2021-02-01',
      minutes: resolved(),
    });
    const page = new ParsedPage(renderPage(pageAt(assembleExample(done, []), '/topics/quay/')));
    expect(textOfNode(page.named('main')[0]!)).toContain('leave nothing open');
  });

  it('is listed with how much there is, and on the page of its body', () => {
    expect(main('/topics/')).toContain('Quay At 3 meetings between 1 January 2021 and 1 June 2022');
    expect(hrefs('/harbour-board/')).toContain('/meetings/topics/quay/');
    expect(main('/topics/')).not.toContain('No item has come back yet');
  });
});

describe('where an item was before and after', () => {
  it('stands under the item of an agenda', () => {
    expect(main('/harbour-board/2021-01-01/')).toContain('After: 1 June 2021. All meetings: Quay');
    expect(main('/harbour-board/2022-06-01/')).toContain('Before: 1 June 2021. All meetings: Quay');
    expect(hrefs('/harbour-board/2022-06-01/')).toContain('/meetings/harbour-board/2021-06-01/quay/');
  });

  it('stands under the item of minutes whose agenda is not held', () => {
    const withoutAgenda = makeMeeting('2021-01-01', { minutes: held.minutes!, reports: held.reports });
    const page = renderPage(
      pageAt(assembleExample(publicationOf(withoutAgenda, reported), []), '/harbour-board/2021-01-01/'),
    );
    expect(textOfNode(new ParsedPage(page).named('main')[0]!)).toContain(
      'After: 1 June 2021. All meetings: Quay',
    );
  });

  it('stands on a report as the earlier and later reports of its topic', () => {
    expect(main('/harbour-board/2021-01-01/b1-quay/')).toContain(
      'Later reports on this topic Quay update, 1 June 2021',
    );
    expect(main('/harbour-board/2021-06-01/quay/')).toContain(
      'Earlier reports on this topic State of the quay, 1 January 2021',
    );
  });

  it('stands in the register as the later items of a resolution', () => {
    expect(main('/resolutions/')).toContain('Later: 1 June 2021; 1 June 2022, item B1. All meetings: Quay');
  });
});
