import { describe, expect, it } from 'vitest';
import type { OpenItem, PublicReport } from '../../src/model/publication.ts';
import {
  exampleAttachments,
  examplePublication,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeReport,
} from './support/example-publication.ts';
import { ParsedPage, textOfNode } from './support/parsed-page.ts';
import { markdown, words } from './support/public-text.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const meeting = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/')));
const articles = meeting.named('article').map(textOfNode);

describe('the page of a meeting', () => {
  it('says what it is over its day', () => {
    expect(meeting.named('h1').map(textOfNode)).toEqual(['Harbour Board Thursday 18 November 2021']);
  });

  it('gives time in the form of all times, place, publication and contact as printed', () => {
    expect(textOfNode(meeting.named('dl')[0]!)).toBe(
      'Time 10am Expected to close 1pm Place Online Watch https://video.example.org/1 Agenda published 10 November 2021 Contact Ann Clerk 01234 2 ann@example.org',
    );
  });

  it('says in a word or two how far the meeting has come', () => {
    const stateOf = (slug: string): string[] =>
      new ParsedPage(renderPage(pageAt(plan, `/harbour-board/${slug}/`))).elements
        .filter((element) => element.attrs.some(({ value }) => /govuk-tag--(grey|blue)/.test(value)))
        .map(textOfNode);
    expect(stateOf('2021-11-18')[0]).toBe('Draft notes published');
    expect(stateOf('2021-07-13')[0]).toBe('Notes agreed on 18 November 2021');
    expect(stateOf('2022-03-24')).toEqual(['Scheduled', 'Agenda published']);
  });

  it('shows every part and item of the agenda with its anchor', () => {
    expect(meeting.textAt('part-b')).toBe('B. Matters');
    expect(['a1', 'a4', 'b1', 'b2', 'b3', 'd1'].map((id) => meeting.textAt(id))).toEqual([
      'A1 Welcome',
      'A4 Notes of 13 July',
      'B1 Lights',
      'B2 Quay',
      'B3 Buoys',
      'D1 Berths in dispute',
    ]);
  });

  it('puts papers, what is not for publication, the decision and the way to the minute under their item', () => {
    const quay = articles.find((text) => text.startsWith('B2 Quay'));
    expect(quay).toBe(
      'B2 Quay Before lunch. Repair of the quay & crane Report by Ida Rope and Tom Knot, 55 words Costs Appendix, 3 words survey.pdf PDF, 3 pages, 2 KB ' +
        'Contact: Ida Rope 01234 1 ida@example.org www.example.org Not for publication: Appendix 2, Tenders Exempt information, paragraph 3 Decision on B2 Quay Agreed RESOLVED that the repair be agreed. Notes of item B2 Break for tea',
    );
  });

  it('links the notes of the meeting before under the item that has them as its paper', () => {
    expect(articles.find((text) => text.startsWith('A4'))).toContain(
      'Notes of the July meeting Notes of 13 July 2021',
    );
  });

  it('says that a report is verbal or to follow', () => {
    expect(articles.find((text) => text.startsWith('B1'))).toBe(
      'B1 Lights Led by: Mr Gull Verbal report: there is no paper',
    );
    expect(articles.find((text) => text.startsWith('B3'))).toBe(
      'B3 Buoys The paper was to follow, and is not published here',
    );
    expect(pageWith([{ kind: 'to follow' }], [], '2022-03-24')).toContain('Paper to follow');
  });

  it('says under an item whom its papers say to ask, each once, and the clerk of the meeting not again', () => {
    const page = pageWith(
      [
        { kind: 'paper', meeting: '2021-11-18', name: 'b2-quay' },
        { kind: 'paper', meeting: '2021-11-18', name: 'b2-appendix-1-costs' },
      ],
      [
        makeReport('b2-quay', 'Quay', {
          authors: [words('Tom Knot - Surveyor')],
          contacts: [
            { name: words('Ida Rope'), role: words('Engineer'), email: words('ida@example.org') },
            { name: words('A. Clerk'), email: words('Ann@example.org') },
          ],
        }),
        makeReport('b2-appendix-1-costs', 'Costs', {
          contacts: [
            { name: words('Ida Rope'), role: words('Head of Works'), email: words('ida@example.org') },
            { name: words('Cai Crane'), telephone: words('01234 3') },
          ],
        }),
      ],
    );
    expect(page).toContain('Contact: Ida Rope, Engineer ida@example.org Contact: Cai Crane 01234 3');
    expect(page.match(/ida@example\.org|Ann@example\.org/gi)).toHaveLength(2);
    expect(page).not.toContain('Contact: Tom Knot');
  });

  it('says beside a paper that no item names whom it says to ask', () => {
    const page = pageWith(
      [],
      [makeReport('b9-tides', 'Tides', { contacts: [{ name: words('Ida Rope'), role: words('Engineer') }] })],
    );
    expect(page).toContain('Tides Report, 3 words Contact: Ida Rope, Engineer');
  });

  it('names nobody of a paper that is not in the publication', () => {
    const report = makeReport('b2-quay', 'Quay', { contacts: [{ name: words('Ida Rope') }] });
    const papers = [{ kind: 'paper', meeting: '2021-11-18', name: 'b2-quay' }] as const;
    expect(pageWith(papers, [report])).toContain('Contact: Ida Rope');
    expect(pageWith(papers, [])).not.toContain('Contact: Ida Rope');
  });

  it('gives the contact of the body where the agenda names none', () => {
    const body = makeBody([makeMeeting('2021-11-18')], { contact: { name: words('Bea Clerk') } });
    const held = pageAt(
      assembleExample({ ...examplePublication, bodies: [body] }),
      '/harbour-board/2021-11-18/',
    );
    expect(textOfNode(new ParsedPage(renderPage(held)).named('dl')[0]!)).toBe('Contact Bea Clerk');
  });

  it('shows of a restricted item its number, title, notice and grounds, and no more', () => {
    expect(articles.find((text) => text.startsWith('D1'))).toBe(
      'D1 Berths in dispute Not open to the public Exempt information, paragraph 1, 2 Reason: It names people',
    );
  });

  it('shows reports, supplements and minutes that no item of the agenda names', () => {
    const text = textOfNode(meeting.named('main')[0]!);
    expect(text).toContain('Other papers of this meeting Tide tables');
    expect(text).toContain(
      'Supplement 1: Late paper Published 15 November 2021 The survey came late A storm came. B9 Storm It blew.',
    );
    expect(text).toContain('Also in the notes B8 Urgent: storm');
  });

  it('leads to the meetings before and after', () => {
    const links = meeting.named('a').filter((link) => link.attrs.some(({ name }) => name === 'rel'));
    expect(links.map(textOfNode)).toEqual([
      'Meeting before: Tuesday 13 July 2021',
      'Meeting after: Thursday 24 March 2022',
    ]);
  });

  it('is made from what there is, where no agenda is held', () => {
    const july = textOfNode(
      new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-07-13/'))).named('main')[0]!,
    );
    expect(july).toContain(
      'No agenda of this meeting is published here. Papers Dredging Report, 3 words Items and decisions A1 Introduction',
    );
    expect(july).toContain(
      'Decision on B1 Dredging Noted Agreed RESOLVED to: a) note the dredging report; b) agree the timetable. Decision 2 on B1 Dredging Noted RESOLVED that the quay be noted.',
    );
    expect(july).toContain('D1 Berths in dispute Not open to the public D2 Lease');
    expect(july).toContain('Who was there Present Ms Anchor (Chair) Mr Gull Apologies Not recorded');
    expect(july).not.toContain('Agenda published');
  });

  it('says that a meeting was cancelled, why, and what replaces it', () => {
    const cancelled = new ParsedPage(renderPage(pageAt(plan, '/town-council/2020-01-02-2/')));
    expect(textOfNode(cancelled.named('main')[0]!)).toContain(
      'The Town Council Thursday 2 January 2020 (second meeting) ! This meeting was cancelled. Snow. It is replaced by the meeting of 1 February 2020.',
    );
  });

  it('has no link to a paper that the publication does not hold', () => {
    const item = {
      access: 'open',
      code: 'B2',
      title: words('Quay'),
      text: markdown('See [it](d1-secret.md) and [that](../1999-01-01/b2-gone.md).'),
      papers: [
        { kind: 'paper', meeting: '2021-11-18', name: 'd1-secret' },
        { kind: 'attachment', name: 'secret.pdf' },
      ],
    } as const;
    const held = makeMeeting('2021-11-18', {
      agenda: makeAgenda({ parts: [{ restricted: false, text: markdown(), items: [item] }] }),
      reports: [makeReport('b9-open', 'Open')],
    });
    const html = assembleExample({ ...examplePublication, bodies: [makeBody([held])] }, exampleAttachments)
      .pages.map(renderPage)
      .join('\n');
    expect(html).not.toMatch(/secret|gone/);
  });
});

/** The words of the page of a meeting with one item, B2, that has these papers; the clerk is ann@example.org. */
function pageWith(papers: OpenItem['papers'], reports: readonly PublicReport[], slug = '2021-11-18'): string {
  const item = { access: 'open', code: 'B2', title: words('Quay'), text: markdown(), papers } as const;
  const held = makeMeeting(slug, {
    agenda: makeAgenda({
      contact: { name: words('Ann Clerk'), email: words('ann@example.org') },
      parts: [{ restricted: false, text: markdown(), items: [item] }],
    }),
    reports,
  });
  const plan = assembleExample({ ...examplePublication, bodies: [makeBody([held])] });
  return textOfNode(new ParsedPage(renderPage(pageAt(plan, `/harbour-board/${slug}/`))).named('main')[0]!);
}
