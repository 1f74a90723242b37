import { describe, expect, it } from 'vitest';
import { assembleSite } from '../../src/assemble/assemble-site.ts';
import type { PublicMeeting, PublicMinutes, Publication } from '../../src/model/publication.ts';
import {
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from './support/example-publication.ts';
import { decision, markdown, words } from './support/public-text.ts';

const minutesOf = (resolved: string, more: Partial<PublicMinutes> = {}) =>
  makeMinutes('Notes', {
    ...more,
    minutes: [
      {
        access: 'open',
        code: 'B1',
        title: words('Quay'),
        text: [
          decision('resolution', 1, resolved, [], ['noted']),
          decision('resolution', 2, 'RESOLVED that it be painted.', [], ['agreed']),
        ],
      },
    ],
  });
const agenda = makeAgenda({
  parts: [
    {
      restricted: false,
      text: markdown(),
      items: [
        {
          ...{ access: 'open', code: 'B1', title: words('Quay'), text: markdown() },
          papers: [{ kind: 'paper', meeting: '2021-01-01', name: 'b1-quay' }],
        },
      ],
    },
  ],
});
const quay = (content: string) =>
  makeReport('b1-quay', 'State of the quay', { item: 'B1', text: markdown(content) });
const report = quay('It stands.');
const first = makeMeeting('2021-01-01', {
  ...{ agenda, reports: [report] },
  minutes: minutesOf('RESOLVED that the quay be noted.'),
});
const second = makeMeeting('2021-06-01', {
  agenda,
  minutes: minutesOf('RESOLVED that the quay be seen.'),
});
const other = makeMeeting('2021-03-01', { minutes: minutesOf('RESOLVED that the bells be noted.') });

const siteOf = (meetings: readonly PublicMeeting[], date = '2022-01-10'): Publication => ({
  date,
  bodies: [
    makeBody(meetings.toSorted((one, two) => (one.date < two.date ? 1 : -1))),
    makeBody([{ ...other, body: 'parish-council' }], {
      slug: 'parish-council',
      title: words('Parish Council'),
    }),
  ],
});

/** What may happen to a site between two builds. */
const sites: { readonly [what: string]: Publication } = {
  'as it was': siteOf([first, second]),
  'another resolution': siteOf([{ ...first, minutes: minutesOf('RESOLVED that it be sold.') }, second]),
  'other words in a report that is linked': siteOf([
    { ...first, reports: [quay('It stands no more.')] },
    second,
  ]),
  'another title of a report that is linked': siteOf([
    { ...first, reports: [{ ...report, title: words('The quay') }] },
    second,
  ]),
  'no longer a report': siteOf([{ ...first, reports: [] }, second]),
  'a later meeting': siteOf([first, second, makeMeeting('2021-09-01', { agenda })]),
  'a meeting fewer': siteOf([first]),
  'a later day': siteOf([first, second], '2023-05-01'),
  'minutes with a day of publication': siteOf([
    first,
    { ...second, minutes: minutesOf('RESOLVED that the quay be seen.', { published: '2021-07-01' }) },
  ]),
  'minutes in another language': siteOf([
    first,
    { ...second, minutes: minutesOf('RESOLVED that the quay be seen.', { language: 'cy' }) },
  ]),
};

/** By address or file: what it says that it is made from, and what came of it. */
function madeOf(publication: Publication): ReadonlyMap<string, { madeFrom: string; made: string }> {
  const { pages, files } = assembleSite({ publication, attachments: [], site: exampleSite, assets: [] });
  return new Map([
    ...pages.flatMap(({ address, madeFrom, ...page }) =>
      madeFrom === undefined
        ? []
        : [[address, { madeFrom: madeFrom(), made: JSON.stringify(page.props) }] as const],
    ),
    ...files.flatMap(({ file, madeFrom, ...other }) =>
      madeFrom === undefined
        ? []
        : [[file, { madeFrom: madeFrom(), made: Buffer.from(other.bytes).toString() }] as const],
    ),
  ]);
}

const made = new Map(Object.entries(sites).map(([what, publication]) => [what, madeOf(publication)]));
const before = made.get('as it was')!;

describe('what a page or file says that it is made from', () => {
  it.each(Object.keys(sites))('is another wherever it comes out another: %s', (what) => {
    for (const [name, { madeFrom, made: now }] of made.get(what)!) {
      const then = before.get(name);
      if (then?.madeFrom === madeFrom) expect(now, name).toBe(then.made);
    }
  });

  it('is the same where nothing that it shows has changed', () => {
    const same = (what: string, name: string): boolean =>
      made.get(what)!.get(name)!.madeFrom === before.get(name)!.madeFrom;
    expect(same('another resolution', '/resolutions/')).toBe(false);
    expect(same('another resolution', '/parish-council/resolutions/')).toBe(true);
    // Another resolution of the same meeting stands there, and is as it was.
    expect(same('another resolution', '/resolutions/noted/')).toBe(false);
    expect(same('another resolution', '/resolutions/agreed/')).toBe(true);
    expect(same('another resolution', 'resolutions/feed.xml')).toBe(false);
    expect(same('minutes with a day of publication', '/resolutions/')).toBe(true);
    // The number of its words stands there.
    expect(same('other words in a report that is linked', '/resolutions/')).toBe(false);
    expect(same('other words in a report that is linked', 'resolutions/feed.xml')).toBe(true);
    expect(same('a later meeting', '/resolutions/')).toBe(false);
    expect(same('a later meeting', '/parish-council/resolutions/')).toBe(true);
    expect(same('a later meeting', 'topics/quay/feed.xml')).toBe(false);
    expect(same('a later meeting', '/topics/quay/')).toBe(false);
    expect(same('other words in a report that is linked', '/topics/quay/')).toBe(false);
    expect(same('minutes with a day of publication', '/topics/quay/')).toBe(true);
  });

  it('is told by every page of the register or of a topic, and every feed', () => {
    const named = [...before.keys()];
    expect(named).toContain('/topics/quay/');
    expect(named.filter((name) => name.endsWith('feed.xml'))).toHaveLength(5);
    expect(
      named.filter((name) => name.includes('/resolutions/') && name.endsWith('/')).length,
    ).toBeGreaterThan(6);
  });
});
