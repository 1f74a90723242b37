import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../src/assemble/topics/find-topics.ts';
import type { OpenItem, PublicItem, PublicMeeting, Publication } from '../../../src/model/publication.ts';
import {
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from '../support/example-publication.ts';
import { decision, markdown, words } from '../support/public-text.ts';

const item = (code: string, title: string, more: Partial<OpenItem> = {}): OpenItem => ({
  ...{ access: 'open', code, title: words(title), text: markdown(), papers: [] },
  ...more,
});
const agendaOf = (...items: PublicItem[]) =>
  makeAgenda({ parts: [{ restricted: false, text: markdown(), items }] });
const minute = (code: string, title: string, topic?: string) => ({
  ...({ access: 'open', code, title: words(title) } as const),
  ...(topic === undefined ? {} : { topic: words(topic) }),
  text: [decision('resolution', 1, 'RESOLVED that it be noted.')],
});
const withheld = (code: string, title: string) =>
  ({ access: 'withheld', code, title: words(title) }) as const;
const publicationOf = (...meetings: PublicMeeting[]): Publication => ({
  date: '2024-01-01',
  bodies: [makeBody(meetings.toReversed())],
});
const shown = (publication: Publication) =>
  findTopics(publication).map(({ name, slug, items }) => ({
    ...{ name, slug },
    items: items.map(({ meeting, code }) => `${meeting.slug} ${code ?? '-'}`),
  }));

describe('the topics of a publication', () => {
  it('are the items that two meetings had under one title, wherever it stands', () => {
    const publication = publicationOf(
      makeMeeting('2021-01-01', { agenda: agendaOf(item('B1', 'Quay update')) }),
      makeMeeting('2022-01-01', {
        minutes: makeMinutes('Notes', { minutes: [minute('B2', 'The Quay'), minute('B3', 'QUAY')] }),
      }),
      makeMeeting('2023-01-01', { reports: [makeReport('quay', 'Quay - Update')] }),
    );
    expect(shown(publication)).toEqual([
      { name: 'Quay', slug: 'quay', items: ['2021-01-01 B1', '2022-01-01 B3', '2023-01-01 -'] },
    ]);
  });

  it('are none where one meeting had an item twice', () => {
    expect(
      shown(
        publicationOf(
          makeMeeting('2021-01-01', { agenda: agendaOf(item('B1', 'Quay'), item('B2', 'Quay')) }),
        ),
      ),
    ).toEqual([]);
  });

  it('have one entry for an item, its reports and its minute', () => {
    const papers = [{ kind: 'paper', meeting: '2021-01-01', name: 'b1-wall' }] as const;
    const meeting = makeMeeting('2021-01-01', {
      agenda: agendaOf(item('B1', 'Quay', { papers })),
      reports: [makeReport('b1-wall', 'A wall', { item: 'B1' })],
      minutes: makeMinutes('Notes', { minutes: [minute('b1', 'Wall of the quay')] }),
    });
    const other = makeMeeting('2022-01-01', { agenda: agendaOf(item('7', 'Quay')) });
    const [topic] = findTopics(publicationOf(meeting, other));
    expect(topic!.items[0]!.reports.map(({ name }) => name)).toEqual(['b1-wall']);
    expect(topic!.items[0]!.minutes.map(({ anchor }) => anchor)).toEqual(['b1']);
  });

  it.each([
    [
      'a line of the agenda',
      makeMeeting('2022-01-01', { agenda: agendaOf(item('B1', 'Stones', { topic: words('Quay') })) }),
    ],
    [
      'the minutes',
      makeMeeting('2022-01-01', {
        minutes: makeMinutes('Notes', { minutes: [minute('B1', 'Stones', 'Quay')] }),
      }),
    ],
    [
      'a report',
      makeMeeting('2022-01-01', { reports: [makeReport('stones', 'Stones', { topic: words('Quay') })] }),
    ],
  ])('join what an officer has joined in %s, and take the name that was written', (_, meeting) => {
    const first = makeMeeting('2021-01-01', { agenda: agendaOf(item('B1', 'QUAY update')) });
    expect(shown(publicationOf(first, meeting))[0]).toMatchObject({ name: 'Quay', slug: 'quay' });
  });

  it('do not join two bodies by a title, and join them by what officers wrote', () => {
    const meeting = (slug: string, topic?: string) =>
      makeMeeting(slug, {
        agenda: agendaOf(item('1', 'Budget', topic === undefined ? {} : { topic: words(topic) })),
      });
    const bodies = (topic?: string): Publication => ({
      date: '2024-01-01',
      bodies: ['harbour-board', 'town-council'].map((slug) => ({
        ...makeBody([
          { ...meeting('2022-01-01', topic), body: slug },
          { ...meeting('2021-01-01', topic), body: slug },
        ]),
        slug,
      })),
    });
    expect(shown(bodies()).map(({ slug }) => slug)).toEqual(['budget', 'budget-2']);
    expect(shown(bodies('Budget')).map(({ items }) => items.length)).toEqual([4]);
  });

  it('leave out what is withheld in the agenda or in the minutes, with every paper and minute of its number', () => {
    const secret = (slug: string): PublicMeeting =>
      makeMeeting(slug, {
        agenda: agendaOf(withheld('D1', 'Berths'), item('B1', 'Lease')),
        minutes: makeMinutes('Notes', {
          minutes: [
            minute('D1', 'Berths'),
            { ...withheld('B1', 'Lease'), text: [decision('resolution', 1, 'RESOLVED to sign.')] },
          ],
        }),
        reports: [makeReport('d1-berths', 'Berths', { item: 'D1', topic: words('Berths') })],
      });
    expect(findTopics(publicationOf(secret('2021-01-01'), secret('2022-01-01')))).toEqual([]);
  });

  it('keep their address when another topic of that name comes later', () => {
    const budget = (slug: string): PublicMeeting =>
      makeMeeting(slug, { agenda: agendaOf(item('1', 'Budget')) });
    const ofBody = (slug: string, ...years: string[]) => ({
      ...makeBody(years.map((year) => ({ ...budget(`${year}-01-01`), body: slug })).toReversed()),
      slug,
    });
    const publication: Publication = {
      date: '2024-01-01',
      bodies: [ofBody('a-board', '2022', '2023'), ofBody('z-board', '2020', '2021')],
    };
    const oldest = findTopics(publication).find(({ items }) => items[0]!.body.slug === 'z-board');
    expect(oldest?.slug).toBe('budget');
  });

  it('are those of a first look, though bodies have changed one after another since the last', () => {
    const title = fc.constantFrom('Quay', 'Quay update', 'Pier', 'Pier 2', 'Pier-2', 'Ä', 'Ö');
    const papers = fc.array(fc.tuple(title, fc.option(title, { freq: 3, nil: undefined })), { maxLength: 4 });
    const meetings = fc.array(fc.tuple(fc.constantFrom('2021', '2022'), papers), { maxLength: 4 });
    const bodyOf = (
      slug: string,
      ofBody: readonly (readonly [string, readonly (readonly [string, string | undefined])[]])[],
    ) => ({
      ...makeBody(
        ofBody.map(([year, reports], place) => ({
          ...makeMeeting(`${year}-01-01-${place}`, {
            reports: reports.map(([name, topic], number) =>
              makeReport(`b${number}`, name, topic === undefined ? {} : { topic: words(topic) }),
            ),
          }),
          body: slug,
        })),
      ),
      slug,
    });
    fc.assert(
      fc.property(
        meetings,
        fc.array(fc.tuple(fc.constantFrom('z-board', 'a-board'), meetings)),
        (first, edits) => {
          let bodies = [bodyOf('z-board', first), bodyOf('a-board', [])];
          for (const [slug, changed] of edits) {
            // A meeting that has not changed is the same value, in another body.
            const made = bodyOf(slug, changed);
            bodies = bodies.map((body) =>
              body.slug === slug
                ? { ...made, meetings: [...body.meetings.slice(1), ...made.meetings] }
                : body,
            );
            const publication: Publication = { date: '2024-01-01', bodies };
            expect(findTopics(publication)).toEqual(findTopics(structuredClone(publication)));
          }
        },
      ),
    );
  });
});
