import { describe, expect, it } from 'vitest';
import { createMeetingFinder } from '../../src/assemble/meeting-finder.ts';
import { paper, withholdFiles } from './withhold-files.ts';

/** The folders of meetings in the order of the publication, with the time that each agenda gives. */
function orderOf(times: { readonly [folder: string]: string | undefined }) {
  const files = Object.entries(times).map(([folder, time]) => [
    `harbour-board/${folder}/agenda.md`,
    paper('### 1 Lights', time === undefined ? {} : { time }),
  ]);
  return withholdFiles(Object.fromEntries(files) as { [path: string]: string }).publication.bodies[0]!;
}

describe('the meetings of a body', () => {
  it.each([
    ['days', { '2021-11-17': '10am', '2021-11-18': '9am' }, ['2021-11-18', '2021-11-17']],
    [
      'the times of a day, whatever their folders',
      { '2021-11-18': '7pm', '2021-11-18-2': '12 noon', '2021-11-18-special': '9.30 am' },
      ['2021-11-18', '2021-11-18-2', '2021-11-18-special'],
    ],
    [
      'the folders of a day, where one of its agendas gives no time',
      { '2021-11-18': '7pm', '2021-11-18-2': '10am', '2021-11-18-10': undefined },
      ['2021-11-18-10', '2021-11-18-2', '2021-11-18'],
    ],
    [
      'the folders of a day, where the times are the same',
      { '2021-11-18': '7pm', '2021-11-18-2': '19:00' },
      ['2021-11-18-2', '2021-11-18'],
    ],
  ])('stand the newest first, by %s', (_, times, order) => {
    expect(orderOf(times).meetings.map(({ slug }) => slug)).toEqual(order);
  });

  it('of one day are before and after each other', () => {
    const body = orderOf({ '2021-11-18': '7pm', '2021-11-18-2': '10am', '2021-11-17': undefined });
    const { before, after } = createMeetingFinder([body]).neighboursOf(body.meetings[1]!);
    expect([before?.slug, after?.slug]).toEqual(['2021-11-17', '2021-11-18']);
  });
});
