import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../src/assemble/assembly.ts';
import { meetingStatus, missingMinutes, replacedMeetings } from '../../src/assemble/meeting-facts.ts';
import { meetingStates } from '../../src/assemble/meeting-state.ts';
import { minutesStatus } from '../../src/assemble/minutes-status.ts';
import type { PublicAgenda, PublicMeeting } from '../../src/model/publication.ts';
import {
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from './support/example-publication.ts';
import { markdown, words } from './support/public-text.ts';
import { ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const date = '2022-01-10';
const bodyOf = (...meetings: PublicMeeting[]) =>
  makeBody(meetings.toSorted((a, b) => (a.date < b.date ? 1 : -1)));
const siteOf = (...meetings: PublicMeeting[]) => {
  const body = bodyOf(...meetings);
  return { body, assembly: createAssembly({ date, bodies: [body] }, [], exampleSite) };
};
const become = (word: NonNullable<PublicAgenda['status']>['word'], replacedBy?: string): PublicAgenda =>
  makeAgenda({ status: { word, ...(replacedBy === undefined ? {} : { replacedBy: words(replacedBy) }) } });

describe('the status of a meeting', () => {
  it.each([
    ['Notes not yet published', '2021-11-18'],
    ['No notes published', '2020-11-18'],
    ['Scheduled', '2022-03-24'],
  ])('says: %s', (text, slug) => {
    const meeting = makeMeeting(slug);
    const { body, assembly } = siteOf(meeting);
    expect(meetingStates(assembly, body, meeting).map((state) => state.text)).toContain(text);
  });

  it('expects no minutes of a meeting that was not held', () => {
    const meeting = makeMeeting('2021-11-18', { agenda: become('cancelled') });
    const { body, assembly } = siteOf(meeting);
    expect(missingMinutes(assembly, body, meeting)).toBeUndefined();
  });

  it.each([
    ['cancelled', '2021-11-18', 'This meeting was cancelled. It is replaced by the meeting of'],
    [
      'cancelled',
      '2022-02-18',
      'This meeting is cancelled and will not be held. It is replaced by the meeting of',
    ],
    [
      'postponed',
      '2022-02-18',
      'This meeting is postponed and will not be held on this day. It is replaced by the meeting of',
    ],
    [
      'inquorate',
      '2021-11-18',
      'Too few members came for this meeting to take decisions. It is replaced by the meeting of',
    ],
    ['adjourned', '2021-11-18', 'This meeting was adjourned. It goes on at the meeting of'],
  ] as const)(
    'says of a meeting that was %s (%s) what became of it, and the other says so too',
    (word, slug, text) => {
      const first = makeMeeting(slug, { agenda: become(word, '2022-03-01') });
      const second = makeMeeting('2022-03-01');
      const { body, assembly } = siteOf(first, second);
      const status = meetingStatus(assembly, body, first);
      expect(`${status!.text} ${status!.replacedBy!.name}`).toBe(text);
      expect(status?.replacedBy?.href).toBe('/meetings/harbour-board/2022-03-01/');
      expect(replacedMeetings(assembly, second)).toMatchObject([
        {
          name: word === 'adjourned' ? 'Goes on from' : 'Held instead of',
          href: `/meetings/harbour-board/${slug}/`,
        },
      ]);
    },
  );
});

describe('minutes that are not settled', () => {
  const withNotes = (status: 'draft' | 'not-recorded', next: string) => {
    const minutes = makeMinutes('Notes', { status });
    const papers = [{ kind: 'paper', meeting: '2021-07-13', name: 'minutes' }] as const;
    const item = {
      access: 'open',
      code: 'A4',
      title: words('Notes of 13 July'),
      text: markdown(),
      papers,
    } as const;
    const agenda = makeAgenda({ parts: [{ restricted: false, text: markdown(), items: [item] }] });
    const { body, assembly } = siteOf(makeMeeting('2021-07-13', { minutes }), makeMeeting(next, { agenda }));
    return minutesStatus(assembly, body, minutes);
  };

  it.each([
    ['draft', '2022-03-24', 'Draft notes, to be agreed on 24 March 2022'],
    ['draft', '2021-11-18', 'Draft notes, not yet agreed; they were put to the meeting of 18 November 2021'],
    [
      'not-recorded',
      '2021-11-18',
      'It is not recorded whether these notes were agreed; they were put to the meeting of 18 November 2021',
    ],
  ] as const)('say which agenda has them: %s, %s', (status, next, text) => {
    expect(withNotes(status, next)).toMatchObject({ text, href: `/meetings/harbour-board/${next}/` });
  });
});

describe('how to cite', () => {
  const plan = assembleExample();
  const main = (address: string): string =>
    textOfNode(new ParsedPage(renderPage(pageAt(plan, address))).named('main')[0]!);

  it('names a report and a paragraph of it by body, day, item and number, with the address', () => {
    expect(main('/harbour-board/2021-11-18/b2-quay-repair/')).toContain(
      'Harbour Board, 18 November 2021, item B2, paragraph 2.1, https://papers.example.org/meetings/harbour-board/2021-11-18/b2-quay-repair/#para-2-1',
    );
  });

  it('names a resolution in the minutes and in the register', () => {
    const citation =
      'Harbour Board, 18 November 2021, item B2, resolution 1, https://papers.example.org/meetings/harbour-board/2021-11-18/minutes/#b2-resolution-1';
    expect(main('/harbour-board/2021-11-18/minutes/')).toContain(citation);
    expect(main('/resolutions/')).toContain(`Cite: ${citation}`);
  });
});

describe('a paper that came after the agenda', () => {
  it('says so, and when', () => {
    const papers = [{ kind: 'paper', meeting: '2021-11-18', name: 'b1-quay' }] as const;
    const item = { access: 'open', code: 'B1', title: words('Quay'), text: markdown(), papers } as const;
    const meeting = makeMeeting('2021-11-18', {
      agenda: makeAgenda({
        published: '2021-11-10',
        parts: [{ restricted: false, text: markdown(), items: [item] }],
      }),
      reports: [makeReport('b1-quay', 'Quay', { item: 'B1', published: '2021-11-15' })],
    });
    const plan = assembleExample({ date, bodies: [bodyOf(meeting)] }, []);
    const page = renderPage(pageAt(plan, '/harbour-board/2021-11-18/'));
    expect(page).toContain('added 15 November 2021, after the agenda');
  });
});
