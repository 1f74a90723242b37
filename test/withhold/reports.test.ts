import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';
import type { Files } from './withhold-files.ts';

const codes = (files: Files): readonly string[] => withholdFiles(files).codes;
const agenda = (line = ''): string => paper(`### B1 Lights\n\n${line}`);
const grounds = agenda('- Not for publication: Appendix 2; paragraph 3');

describe('a public report whose own words say that it is not for publication', () => {
  it.each([
    'Appendix 2 is NOT FOR PUBLICATION by virtue of paragraph 3.',
    'See the exempt appendix.',
    'Appendix 2 is exempt.',
    'The costs are in the confidential annex.',
    'It is exempt under *Schedule 12A*, paragraph 3.',
    'It is exempt under Schedule\n12A.',
  ])('is refused, unless the agenda or a cut passage tells so: %s', (words) => {
    const report = paper(`Before.\n\n${words}`, { item: 'B1' });
    expect(codes({ agenda: agenda(), 'b1-a': report })).toEqual(['b1-a:phrase-restricted']);
    expect(codes({ agenda: grounds, 'b1-a': report })).toEqual([]);
    expect(codes({ agenda: agenda(), 'supplement-1': grounds, 'b1-a': report })).toEqual([]);
    expect(
      codes({
        agenda: agenda(),
        'b1-a': paper(`${words}\n\n::: exempt paragraph 3\nNot for publication.\n:::`, { item: 'B1' }),
      }),
    ).toEqual([]);
  });

  it.each([
    'Private and Confidential',
    '**RESTRICTED**',
    '> OFFICIAL-SENSITIVE',
    'This report contains exempt information.',
  ])('is refused when it says so of itself, whatever the agenda tells: %s', (words) => {
    const report = paper(words, { item: 'B1' });
    expect(codes({ agenda: grounds, 'b1-a': report })).toEqual(['b1-a:phrase-restricted']);
  });

  it('is refused for the words of its title, summary and classification', () => {
    expect(codes({ a: paper('Words.', { title: 'Not for publication' }) })).toEqual(['a:phrase-restricted']);
    expect(codes({ a: paper('Words.', { summary: 'Has an exempt appendix' }) })).toEqual([
      'a:phrase-restricted',
    ]);
    expect(codes({ a: paper('Words.', { classification: 'Restricted' }) })).toEqual(['a:phrase-restricted']);
  });

  it('is published when a comment answers for the words', () => {
    expect(
      codes({
        a: paper(
          '<!-- may be published: A. Clerk, 3 May 2021, Schedule 12A is only cited -->\n\nSchedule 12A was amended.',
        ),
      }),
    ).toEqual([]);
    expect(codes({ a: paper('<!-- may be published: -->\n\nSchedule 12A was amended.') })).toEqual([
      'a:phrase-restricted',
    ]);
  });

  it.each([
    'For Information',
    'The unrestricted items were noted.',
    'An exempt charity may apply.',
    'Access was restricted by snow.',
  ])('is not seen in ordinary words: %s', (words) => {
    expect(codes({ a: paper(words, { classification: 'For Decision' }) })).toEqual([]);
  });
});

describe('two public reports of one item', () => {
  const long = (start: number): string =>
    Array.from({ length: 60 }, (_, index) => `word${start + index}`).join(' ');
  const item = { item: 'B1' };
  it('are refused when they say the same for the most part', () => {
    expect(
      codes({
        'b1-a': paper(`${long(0)} and the name of Smith`, item),
        'b1-a-redacted': paper(long(0), item),
      }),
    ).toEqual(['b1-a-redacted:report-twin']);
    expect(codes({ 'b1-a': paper(long(0), item), 'b1-b': paper(`${long(0)} ${long(100)}`, item) })).toEqual([
      'b1-b:report-twin',
    ]);
  });

  it('may share a passage, be short, be of other items, or be one public and one withheld', () => {
    expect(codes({ 'b1-a': paper(long(0), item), 'b1-b': paper(long(40), item) })).toEqual([]);
    expect(codes({ 'b1-a': paper('Words.', item), 'b1-b': paper('Words.', item) })).toEqual([]);
    expect(
      codes({ 'b1-a': paper(long(0), item), 'b2-a': paper(long(0), { item: 'B2' }), c: paper(long(0)) }),
    ).toEqual([]);
    expect(
      codes({ 'b1-a': paper(long(0), item), 'b1-b': paper(long(0), { ...item, restricted: 'true' }) }),
    ).toEqual([]);
  });
});

describe('a report', () => {
  it('shows each of its fields, and no ground, reason or flag', () => {
    const { meeting } = withholdFiles({
      'files/map.csv': 'a',
      'b1-a': paper('Text.', {
        item: 'B1',
        to: 'Board',
        classification: 'For Information',
        summary: 'In short',
        published: '2021-11-10',
        topic: 'lamps',
        language: 'en-GB',
        author: '[A - Clerk, B]',
        contacts: '[{ name: A, email: a@example.org }]',
        background: 'Survey',
        attachments: '[map.csv]',
      }),
    });
    expect(meeting?.reports).toEqual([
      {
        file: 'content/harbour-board/2021-11-18/b1-a.md',
        name: 'b1-a',
        isAppendix: false,
        words: 1,
        title: 'A title',
        authors: ['A - Clerk', 'B'],
        contacts: [{ name: 'A', email: 'a@example.org' }],
        background: ['Survey'],
        attachments: [{ name: 'map.csv' }],
        item: 'B1',
        to: 'Board',
        classification: 'For Information',
        summary: 'In short',
        published: '2021-11-10',
        topic: 'lamps',
        language: 'en-GB',
        text: expect.objectContaining({ markdown: 'Text.' }),
      },
    ]);
  });

  it('that is withheld is withheld with every field, its grounds noted for the ledger', () => {
    const { hidden, withheld } = withholdFiles({
      'd1-case-smith': paper('Secret.', {
        restricted: 'true',
        item: 'D1',
        exempt: '1, 3',
        reason: 'It names people',
        summary: 'In short',
        contacts: '[{ name: Jones }]',
      }),
      b: paper('Secret.', { restricted: 'true', confidential: 'true' }),
    });
    for (const words of ['A title zq', 'In short zq', 'Jones zq', 'Secret. zq', 'It names people zq'])
      expect(hidden).toContain(words);
    expect(withheld.pieces).toMatchObject([
      { what: 'paper', because: 'restricted: true', item: 'D1' },
      { what: 'paper', because: 'restricted: true' },
    ]);
  });
});

describe('the publication', () => {
  it('has bodies by title and meetings newest first, and no meeting of which nothing is public', () => {
    const bodyOf = (title: string): string =>
      `---\ntitle: ${title}\nrestricted_parts: D\nrules: adopted\nmembers:\n  - name: Ms Anchor\n    from: 2020-01-01\npartners: Port\ncontact:\n  name: Ann\nopen_notice: Open\npart_of: Port\nformerly: Quay\n---\n`;
    const { publication } = withholdFiles({
      'harbour-board/index.md': bodyOf('Harbour Board'),
      'aa/index.md': bodyOf('Harbour Board'),
      'town/index.md': bodyOf('Council'),
      a: paper('Words.'),
      'harbour-board/2021-11-18-2/a.md': paper('Words.'),
      'harbour-board/2022-01-01/a.md': paper('Words.'),
      'harbour-board/2022-01-02/a.md': paper('Words.', { restricted: 'true' }),
    });
    expect(
      publication.bodies.map(({ slug, meetings }) => [slug, meetings.map((meeting) => meeting.slug)]),
    ).toEqual([
      ['town', []],
      ['aa', []],
      ['harbour-board', ['2022-01-01', '2021-11-18-2', '2021-11-18']],
    ]);
    expect(publication.bodies[0]).toMatchObject({
      members: [{ name: 'Ms Anchor', from: '2020-01-01' }],
      partners: ['Port'],
      contact: { name: 'Ann' },
      openNotice: 'Open',
      partOf: 'Port',
      formerly: 'Quay',
    });
  });
});
