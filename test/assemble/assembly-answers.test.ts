import { describe, expect, it } from 'vitest';
import { AnswerDigests, areStillGiven, writeDownAnswers } from '../../src/assemble/assembly-answers.ts';
import { createAssembly, type Assembly } from '../../src/assemble/assembly.ts';
import type { PublicAttachment, PublicMeeting, Publication } from '../../src/model/publication.ts';
import {
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from './support/example-publication.ts';
import { decision, markdown, words } from './support/public-text.ts';

type Question = Exclude<keyof Assembly, 'site' | 'href'>;

const file = 'content/harbour-board/2021-01-01/minutes.md';
const minutes = makeMinutes('Notes', {
  file,
  minutes: [
    {
      ...{ access: 'open', code: 'B1', title: words('Quay') },
      text: [decision('resolution', 1, 'RESOLVED to note.')],
    },
  ],
});
const agendaWith = (title: string, ...papers: readonly (readonly [meeting: string, name: string])[]) =>
  makeAgenda({
    parts: [
      {
        restricted: false,
        text: markdown(),
        items: [
          {
            ...{ access: 'open', code: 'B1', title: words(title), text: markdown() },
            papers: papers.map(([meeting, name]) => ({ kind: 'paper', meeting, name }) as const),
          },
        ],
      },
    ],
  });
const first = makeMeeting('2021-01-01', {
  agenda: agendaWith('Quay', ['2021-01-01', 'b1-quay']),
  reports: [makeReport('b1-quay', 'State of the quay', { item: 'B1' })],
  minutes,
});
const second = makeMeeting('2021-06-01', {
  agenda: agendaWith('Quay', ['2021-01-01', 'minutes'], ['2021-06-01', 'b1-quay']),
  reports: [makeReport('b1-quay', 'The quay again', { item: 'B1' })],
  minutes: { ...minutes, file: 'content/harbour-board/2021-06-01/minutes.md' },
});
const other = makeMeeting('2021-09-01');
const picture: PublicAttachment = {
  ...{ body: 'harbour-board', meeting: '2021-01-01', name: 'map.png', kind: 'image', text: '' },
  bytes: pngOf(20),
};

function pngOf(width: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(10, 20);
  return bytes;
}

interface SiteAround {
  readonly meetings?: readonly PublicMeeting[];
  readonly about?: string;
  readonly attachments?: readonly PublicAttachment[];
  readonly date?: string;
}

function assemblyOf({ meetings = [second, first], about = '', attachments = [picture], date }: SiteAround) {
  const body = makeBody(meetings, { about: markdown(about) });
  const publication: Publication = { date: date ?? '2022-01-10', bodies: [body] };
  return createAssembly(publication, attachments, exampleSite);
}

/** By each question that a page may ask: how it asks, and a site on which the answer is another. */
const questions: {
  readonly [question in Question]: [ask: (assembly: Assembly) => unknown, other: SiteAround];
} = {
  findBody: [({ findBody }) => findBody('harbour-board'), { about: 'It meets.' }],
  findMeeting: [
    ({ findMeeting }) => findMeeting('harbour-board', '2021-06-01'),
    { meetings: [{ ...second, reports: [] }, first] },
  ],
  findReport: [
    ({ findReport }) => findReport('harbour-board', '2021-06-01', 'b1-quay'),
    { meetings: [{ ...second, reports: [makeReport('b1-quay', 'Another')] }, first] },
  ],
  findAttachment: [
    ({ findAttachment }) => findAttachment('harbour-board', '2021-01-01', 'map.png'),
    { attachments: [{ ...picture, bytes: pngOf(21) }] },
  ],
  sizeOfImage: [
    ({ sizeOfImage, href }) => sizeOfImage(href('/harbour-board/2021-01-01/files/map.png')),
    { attachments: [{ ...picture, bytes: pngOf(21) }] },
  ],
  isToCome: [({ isToCome }) => isToCome('2022-01-05'), { date: '2022-01-04' }],
  notAfterBuild: [({ notAfterBuild }) => notAfterBuild('2022-02-01'), { date: '2022-01-11' }],
  isLongPast: [({ isLongPast }) => isLongPast('2021-01-01'), { date: '2021-12-01' }],
  neighboursOf: [
    ({ neighboursOf }) => neighboursOf(first),
    { meetings: [second, makeMeeting('2021-02-01'), first] },
  ],
  meetingsReplacedBy: [
    ({ meetingsReplacedBy }) => meetingsReplacedBy(first),
    {
      meetings: [
        { ...second, agenda: makeAgenda({ status: { word: 'cancelled', replacedBy: words('2021-01-01') } }) },
        first,
      ],
    },
  ],
  findMeetingThatAgrees: [
    ({ findMeetingThatAgrees }) => findMeetingThatAgrees(file),
    { meetings: [{ ...second, agenda: agendaWith('Quay', ['2021-06-01', 'b1-quay']) }, first] },
  ],
  historyOfItem: [
    ({ historyOfItem }) => historyOfItem(first, 'b1'),
    { meetings: [{ ...second, agenda: agendaWith('Pier') }, first] },
  ],
  historyOfMinute: [
    ({ historyOfMinute }) => historyOfMinute(first, 'b1'),
    { meetings: [{ ...second, date: '2021-06-02' }, first] },
  ],
  historyOfReport: [
    ({ historyOfReport }) => historyOfReport(first, 'b1-quay'),
    { meetings: [{ ...second, reports: [makeReport('b1-quay', 'It stands', { item: 'B1' })] }, first] },
  ],
};

/** Knows meetings and reports by what is in them, as a build does. */
function knowing(...sites: readonly SiteAround[]): AnswerDigests {
  const digests = new AnswerDigests();
  for (const { meetings = [second, first] } of sites)
    for (const meeting of meetings) {
      digests.know(meeting, JSON.stringify(meeting));
      for (const report of meeting.reports) digests.know(report, JSON.stringify(report));
    }
  return digests;
}

describe('answers that a page was given', () => {
  it.each(Object.entries(questions))(
    'are given again by the same site, and not by another: %s',
    (_, [ask, site]) => {
      const digests = knowing({}, site);
      const listening = writeDownAnswers(assemblyOf({}), digests);
      ask(listening.assembly);
      const given = listening.answers();
      expect(areStillGiven(given, assemblyOf({}), digests)).toBe(true);
      expect(areStillGiven(given, assemblyOf(site), digests)).toBe(false);
      const otherAround = {
        meetings: [second, first, makeMeeting('2020-01-01', { body: 'parish-council' })],
      };
      expect(areStillGiven(structuredClone(given), assemblyOf({}), knowing(otherAround))).toBe(true);
    },
  );

  it('are all of them looked at, in whatever order they were given', () => {
    const all = Object.values(questions);
    for (const [, site] of all) {
      const digests = knowing({}, site);
      const listening = writeDownAnswers(assemblyOf({}), digests);
      for (const [ask] of all) ask(listening.assembly);
      for (const [ask] of all.toReversed()) ask(listening.assembly);
      expect(areStillGiven(listening.answers(), assemblyOf({}), digests)).toBe(true);
      expect(areStillGiven(listening.answers(), assemblyOf(site), digests)).toBe(false);
    }
  });

  it('do not make a long answer to know it', () => {
    const never = { digest: 'known', read: () => expect.unreachable('It was made.') };
    expect(new AnswerDigests().of(never)).toBe('known');
  });

  it('are nothing where nothing was asked', () => {
    const digests = knowing({});
    const given = writeDownAnswers(assemblyOf({}), digests).answers();
    expect(areStillGiven(given, assemblyOf({ meetings: [other] }), digests)).toBe(true);
  });
});
