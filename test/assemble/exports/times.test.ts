import { describe, expect, it } from 'vitest';
import { londonOffset } from '../../../src/assemble/exports/london-offset.ts';
import { parseClockTime } from '../../../src/model/parse-clock-time.ts';

describe('parseClockTime', () => {
  it.each([
    ['10.00 am', '10:00'],
    ['10:00', '10:00'],
    ['10am', '10:00'],
    ['9', '09:00'],
    ['13:00', '13:00'],
    ['1.30 pm', '13:30'],
    ['7 PM', '19:00'],
    ['12pm', '12:00'],
    ['12.15 am', '00:15'],
    ['14.00 pm', '14:00'],
    ['12 noon', '12:00'],
    ['12.00 noon', '12:00'],
    ['Midday', '12:00'],
  ])('reads %s as %s', (typed, time) => {
    expect(parseClockTime(typed)).toBe(time);
  });

  it.each(['', '11 noon', '25:00', '10:75', '10 to 12', 'not-recorded'])('makes no time of “%s”', (typed) => {
    expect(parseClockTime(typed)).toBeUndefined();
  });
});

describe('londonOffset', () => {
  it('agrees with the time zones that this machine knows, at noon of every day of forty years', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const wrong: string[] = [];
    for (let time = Date.UTC(1996, 0, 1, 12); time < Date.UTC(2036, 0, 1); time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10);
      const expected = clock.format(time) === '13' ? '+01:00' : '+00:00';
      if (londonOffset(day, '12:00') !== expected) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('changes at one in the morning and at two', () => {
    expect(londonOffset('2022-03-27', '00:59')).toBe('+00:00');
    expect(londonOffset('2022-03-27', '02:00')).toBe('+01:00');
    expect(londonOffset('2022-10-30', '00:59')).toBe('+01:00');
    expect(londonOffset('2022-10-30', '02:00')).toBe('+00:00');
  });
});
