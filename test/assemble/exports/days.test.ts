import { describe, expect, it } from 'vitest';
import { exampleTexts, exportsPublication, textAt } from './support/example-exports.ts';

// The example has meetings after the day of its build, with papers whose day of publication is not recorded.

const builtOn = '2022-07-20';
const texts = exampleTexts({ ...exportsPublication, date: builtOn });

describe('the days that something is said to have come out', () => {
  it('are never after the build, in feeds, calendars and the OParl export', () => {
    const days = [...texts].flatMap(([, text]) => [
      ...Array.from(text.matchAll(/<updated>(\d{4}-\d\d-\d\d)T/g), ([, day]) => day!),
      ...Array.from(text.matchAll(/^DTSTAMP:(\d{4})(\d\d)(\d\d)T/gm), ([, ...parts]) => parts.join('-')),
      ...Array.from(text.matchAll(/"(?:created|modified)":\s*"(\d{4}-\d\d-\d\d)T/g), ([, day]) => day!),
    ]);
    expect(days.length).toBeGreaterThan(100);
    expect(days.toSorted().at(-1)).toBe(builtOn);
  });

  it('do not go with the clock: a later build says the same of what is past by then', () => {
    const later = exampleTexts({ ...exportsPublication, date: '2022-12-01' });
    const stampsOf = (ics: string) => ics.split('\r\n').filter((line) => line.startsWith('DTSTAMP'));
    expect(stampsOf(textAt(later, 'odd-board/calendar.ics'))).toEqual(
      stampsOf(textAt(exampleTexts({ ...exportsPublication, date: '2023-12-01' }), 'odd-board/calendar.ics')),
    );
    expect(textAt(later, 'odd-board/feed.xml')).toContain('<updated>2022-08-04T00:00:00Z</updated>');
  });
});
