import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
} from '../support/example-publication.ts';
import { markdown, words } from '../support/public-text.ts';
import { exampleTexts, textAt } from './support/example-exports.ts';

// Read by ical.js, which wrote none of it.

const texts = exampleTexts();
const calendars = [...texts.keys()].filter((file) => file.endsWith('.ics'));

function parse(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

function eventsOf(text: string): ICAL.Event[] {
  const calendar = parse(text);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

const odd = eventsOf(textAt(texts, 'odd-board/calendar.ics'));
const eventOf = (slug: string) => odd.find(({ uid }) => uid === `odd-board/${slug}@papers.example.org`)!;
const valueOf = (event: ICAL.Event, name: string) => String(event.component.getFirstPropertyValue(name));

describe('the calendars', () => {
  it('are one for the site and one for each body', () => {
    expect(calendars).toEqual([
      'calendar.ics',
      'harbour-board/calendar.ics',
      'town-council/calendar.ics',
      'odd-board/calendar.ics',
    ]);
  });

  it.each(calendars)(
    '%s ends its lines with CR LF and folds them at 75 octets, never within a character',
    (file) => {
      const lines = textAt(texts, file).split('\r\n');
      expect(lines.at(-1)).toBe('');
      for (const line of lines) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
    },
  );

  it('have one event for each meeting, known by body and day for ever', () => {
    const uids = eventsOf(textAt(texts, 'calendar.ics')).map(({ uid }) => uid);
    expect(uids).toEqual([
      'harbour-board/2022-03-24@papers.example.org',
      'harbour-board/2021-11-18@papers.example.org',
      'harbour-board/2021-07-13@papers.example.org',
      'town-council/2020-01-02-2@papers.example.org',
      'odd-board/2022-09-08@papers.example.org',
      'odd-board/2022-08-04@papers.example.org',
      'odd-board/2022-07-05-2@papers.example.org',
      'odd-board/2022-07-05@papers.example.org',
      'odd-board/2022-01-04@papers.example.org',
    ]);
  });

  it('give a meeting in summer its moment, by the time zone that they bring', () => {
    const event = eventOf('2022-07-05');
    expect(event.startDate.zone.tzid).toBe('Europe/London');
    expect(event.startDate.toJSDate().toISOString()).toBe('2022-07-05T09:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2022-07-05T12:00:00.000Z');
  });

  it('give a meeting in winter its moment, and two hours where its papers tell no end, and say so', () => {
    const event = eventOf('2022-01-04');
    expect(event.startDate.toJSDate().toISOString()).toBe('2022-01-04T12:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2022-01-04T14:30:00.000Z');
    expect(event.component.hasProperty('dtend')).toBe(false);
    expect(event.description).toContain('No paper says when it ends; two hours are shown.');
    expect(eventOf('2022-07-05').description).not.toContain('two hours');
  });

  it('have no event without a length', () => {
    for (const file of calendars)
      for (const event of eventsOf(textAt(texts, file)))
        expect(event.duration.toSeconds()).toBeGreaterThan(0);
  });

  it('change the clocks on the last Sundays of March and October', () => {
    const zone = new ICAL.Timezone(parse(textAt(texts, 'calendar.ics')).getFirstSubcomponent('vtimezone')!);
    const offset = (time: string) => zone.utcOffset(ICAL.Time.fromDateTimeString(time)) / 3600;
    expect(
      ['2022-03-27T00:30:00', '2022-03-27T03:00:00', '2022-10-29T12:00:00', '2022-10-30T12:00:00'].map(
        offset,
      ),
    ).toEqual([0, 1, 1, 0]);
    expect(['2031-03-29T12:00:00', '2031-03-30T12:00:00', '2031-10-26T12:00:00'].map(offset)).toEqual([
      0, 1, 0,
    ]);
  });

  it('give a meeting without a time its whole day', () => {
    const [event] = eventsOf(textAt(texts, 'harbour-board/calendar.ics'));
    expect(event!.startDate.isDate).toBe(true);
    expect(event!.startDate.toString()).toBe('2022-03-24');
    expect(event!.duration.toSeconds()).toBe(86_400);
  });

  it('mark a cancelled meeting so that a calendar that has it takes the change', () => {
    const [event] = eventsOf(textAt(texts, 'town-council/calendar.ics'));
    expect(valueOf(event!, 'status')).toBe('CANCELLED');
    expect(event!.summary).toBe('Cancelled: The Town Council');
    expect(event!.description).toContain('This meeting was cancelled.\nSnow.');
  });

  it('take a postponed meeting off its day too', () => {
    const event = eventOf('2022-07-05-2');
    expect([valueOf(event, 'status'), event.summary]).toEqual([
      'CANCELLED',
      'Postponed: Odd & Co; Board, the',
    ]);
    expect(event.description).toContain('It is replaced by the meeting of 12 July 2022.');
  });

  it('give words with commas, semicolons, line ends and emoji back as they were', () => {
    const event = eventOf('2022-07-05');
    expect(event.summary).toBe('Odd & Co; Board, the');
    expect(event.location).toBe(
      'Room 1, Old Hall; first floor, where the very long name of the place goes on – “Ærøskøbing” – 🚲🚲🚲🚲',
    );
    // ical.js reads a comma as it is too; others end the value there.
    const unfolded = textAt(texts, 'odd-board/calendar.ics').replaceAll('\r\n ', '');
    expect(unfolded).toContain('\r\nLOCATION:Room 1\\, Old Hall\\; first floor\\, where');
  });

  it('link to the meeting, among the words too', () => {
    const event = eventOf('2022-07-05');
    const url = `${exampleSite.url}odd-board/2022-07-05/`;
    expect(valueOf(event, 'url')).toBe(url);
    expect(event.description).toContain(url);
  });

  it('are stamped by the last day that a paper of the meeting came out, else of the meeting, and never by the clock', () => {
    for (const name of ['dtstamp', 'last-modified']) {
      expect(valueOf(eventOf('2022-07-05'), name)).toBe('2022-07-20T00:00:00Z');
      expect(valueOf(eventOf('2022-01-04'), name)).toBe('2022-01-04T00:00:00Z');
    }
  });

  it('have a higher number after each change of a meeting, so that a calendar that has it takes the change', () => {
    const agenda = makeAgenda({ time: words('10am') });
    const published = { ...agenda, published: '2022-01-01' };
    const supplement = {
      file: 's',
      name: 'supplement-1',
      title: words('Late'),
      text: markdown(),
      texts: [],
      items: [],
    };
    const status = { word: 'postponed' as const };
    const states = [
      {},
      { agenda },
      { agenda: published },
      { agenda: { ...published, published: '2022-01-02' } },
      { agenda: { ...published, published: '2022-01-02' }, supplements: [supplement] },
      { agenda: { ...published, published: '2022-01-02', status }, supplements: [supplement] },
      {
        agenda: {
          ...published,
          published: '2022-01-02',
          status: { ...status, replacedBy: words('2022-03-01') },
        },
        supplements: [supplement],
      },
      {
        agenda: {
          ...published,
          published: '2022-01-02',
          status: { ...status, replacedBy: words('2022-03-01') },
        },
        supplements: [supplement],
        minutes: makeMinutes('Notes'),
      },
    ];
    const sequences = states.map((state) => {
      const bodies = [makeBody([makeMeeting('2022-02-01', state)])];
      const built = exampleTexts({ date: '2022-01-10', bodies });
      return eventsOf(textAt(built, 'calendar.ics'))[0]!.sequence;
    });
    expect(sequences).toEqual(sequences.toSorted((first, second) => first - second));
    expect(new Set(sequences).size).toBe(states.length);
  });

  it('are calendars where no body meets yet', () => {
    expect(eventsOf(textAt(exampleTexts({ date: '2022-01-10', bodies: [] }), 'calendar.ics'))).toEqual([]);
  });
});
