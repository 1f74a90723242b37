import { describe, expect, it } from 'vitest';
import {
  attachmentAddress,
  hrefOf,
  minutesAddress,
  outputFileOf,
  packAddress,
  reportAddress,
  yearAddress,
} from '../../src/assemble/addresses.ts';
import { formatDate, formatDay, formatMeetingDay } from '../../src/assemble/format-date.ts';
import { countOf, formatCount, formatSize, listInWords, withArticle } from '../../src/assemble/phrase.ts';
import { exampleSite } from './support/example-publication.ts';

describe('dates', () => {
  it("are written in full, without the machine's clock or locale", () => {
    expect(formatDay('2021-11-18')).toBe('Thursday 18 November 2021');
    expect(formatDay('2024-02-29')).toBe('Thursday 29 February 2024');
    expect(formatDate('2021-07-03')).toBe('3 July 2021');
  });

  it('are left as typed where they are none', () => {
    expect(formatDay('soon')).toBe('soon');
    expect(formatDate('2021-13-01')).toBe('2021-13-01');
  });

  it('tell two meetings of one day apart', () => {
    expect(formatMeetingDay({ date: '2021-11-18', slug: '2021-11-18' })).toBe('Thursday 18 November 2021');
    expect(formatMeetingDay({ date: '2021-11-18', slug: '2021-11-18-2' })).toBe(
      'Thursday 18 November 2021 (second meeting)',
    );
    expect(formatMeetingDay({ date: '2021-11-18', slug: '2021-11-18-special' })).toBe(
      'Thursday 18 November 2021 (special)',
    );
  });
});

describe('addresses', () => {
  const meeting = { body: 'harbour-board', slug: '2021-11-18' };

  it('last: a page is known by body, date and paper', () => {
    expect(reportAddress(meeting, 'b2-quay')).toBe('/harbour-board/2021-11-18/b2-quay/');
    expect(minutesAddress(meeting)).toBe('/harbour-board/2021-11-18/minutes/');
    expect(packAddress(meeting)).toBe('/harbour-board/2021-11-18/pack/');
    expect(yearAddress('2021')).toBe('/resolutions/2021/');
  });

  it('are links under the path prefix, and files without it', () => {
    expect(hrefOf(exampleSite, minutesAddress(meeting))).toBe('/meetings/harbour-board/2021-11-18/minutes/');
    expect(outputFileOf(minutesAddress(meeting))).toBe('harbour-board/2021-11-18/minutes/index.html');
    expect(attachmentAddress(meeting, 'a map.png')).toBe('/harbour-board/2021-11-18/files/a%20map.png');
    expect(outputFileOf(attachmentAddress(meeting, 'a map.png'))).toBe(
      'harbour-board/2021-11-18/files/a map.png',
    );
  });
});

describe('numbers and lists in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1204, '1,204'],
    [1234567, '1,234,567'],
  ])('write %i as %s', (count, written) => {
    expect(formatCount(count)).toBe(written);
  });

  it('count one and many', () => {
    expect([countOf(1, 'body', 'bodies'), countOf(2, 'body', 'bodies')]).toEqual(['1 body', '2 bodies']);
    expect([formatSize(1), formatSize(2048), formatSize(1.5 * 1024 * 1024)]).toEqual([
      '1 byte',
      '2 KB',
      '1.5 MB',
    ]);
  });

  it('join names as a sentence does', () => {
    expect([
      listInWords([]),
      listInWords(['A']),
      listInWords(['A', 'B']),
      listInWords(['A', 'B', 'C']),
    ]).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });

  it('put one article before a title', () => {
    expect([withArticle('Harbour Board'), withArticle('The Town Council')]).toEqual([
      'the Harbour Board',
      'the Town Council',
    ]);
  });
});
