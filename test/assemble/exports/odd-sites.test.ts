import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicBody } from '../../../src/model/publication.ts';
import {
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from '../support/example-publication.ts';
import { decision, markdown, words } from '../support/public-text.ts';
import { contradictions } from './support/contradictions.ts';
import { exampleTexts, textAt } from './support/example-exports.ts';
import { openBrowser } from '../../../src/accessibility/open-browser.ts';
import { readCsv } from './support/read-csv.ts';

// Sites that nobody thinks of: with next to nothing on them, and with titles that break what is careless.

const awkward =
  '<b>Tŷ’r Cyngor</b> & "Ŵyl" – <![CDATA[x]]> 🏴󠁧󠁢󠁷󠁬󠁳󠁿🚲; a, b\\n \u200f‏שלום‎ {{ x }} ${y} %3C \'quoted\' <!-- c --> </title>';

/** All titles of a body and its papers awkward. */
const awkwardBody = makeBody(
  [
    makeMeeting('2021-11-18', {
      agenda: makeAgenda({
        title: words(awkward),
        venue: words(awkward),
        time: words('10am'),
        status: { word: 'adjourned', because: words(awkward) },
        parts: [
          {
            letter: 'A',
            title: words(awkward),
            restricted: false,
            text: markdown(),
            items: [
              {
                access: 'open',
                code: 'A1',
                title: words(awkward),
                text: markdown(),
                papers: [],
                lead: words(awkward),
              },
              { access: 'withheld', code: 'A2', title: words(awkward) },
            ],
          },
        ],
      }),
      reports: [
        makeReport('a1-x', awkward, { item: 'A1', summary: words(awkward), authors: [words(awkward)] }),
      ],
      minutes: makeMinutes(awkward, {
        chair: words(awkward),
        present: [words(awkward)],
        minutes: [
          {
            access: 'open',
            code: 'A1',
            title: words(awkward),
            text: [
              decision('resolution', 1, 'RESOLVED that Tŷ’r Cyngor & "Ŵyl" 🚲 be noted, <b>and</b> so on.'),
            ],
          },
        ],
      }),
    }),
  ],
  { title: words(awkward), contact: { name: words(awkward) } },
);

const sites: readonly (readonly [string, readonly PublicBody[]])[] = [
  ['no body', []],
  ['a body with no meetings', [makeBody([])]],
  ['a meeting of which nothing is held', [makeBody([makeMeeting('2021-11-18')])]],
  ['one paper', [makeBody([makeMeeting('2021-11-18', { reports: [makeReport('quay', 'Quay')] })])]],
  [
    'a meeting with no agenda',
    [
      makeBody([
        makeMeeting('2021-11-18', {
          reports: [makeReport('b1-quay', 'Quay', { item: 'B1' })],
          minutes: makeMinutes('Notes', {
            minutes: [
              {
                access: 'open',
                title: words('Any other business'),
                text: [decision('resolution', 1, 'RESOLVED that it be noted.', [], ['other'])],
              },
              { access: 'withheld', code: 'D1', title: words('Restricted item'), text: [] },
            ],
          }),
        }),
      ]),
    ],
  ],
  ['awkward titles', [awkwardBody]],
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(() => browser.close());

/** What of XML a browser's parser takes amiss, and the text that it has. */
async function readXml(xml: string): Promise<{ readonly error: string; readonly text: string }> {
  return page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    return {
      error: document.querySelector('parsererror')?.textContent ?? '',
      text: document.documentElement.textContent,
    };
  }, xml);
}

describe.each(sites)('the exports of a site with %s', (name, bodies) => {
  const texts = exampleTexts({ date: '2022-01-10', bodies });
  const filesOf = (end: RegExp) => [...texts].filter(([file]) => end.test(file));

  it('can be read: feeds and sitemaps, calendars, tables and JSON', async () => {
    for (const [file, text] of filesOf(/\.xml$/)) expect((await readXml(text)).error, file).toBe('');
    for (const [, text] of filesOf(/\.ics$/))
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    for (const [, text] of filesOf(/\.csv$/)) {
      const [header, ...rows] = readCsv(text);
      for (const row of rows) expect(row).toHaveLength(header!.length);
    }
    for (const [, text] of filesOf(/\.json$/)) JSON.parse(text);
    expect(texts.size).toBeGreaterThan(20);
  });

  it('keep to their schemas, and agree with each other', () => {
    const ajv = addFormats.default(new Ajv2020.default());
    for (const set of ['bodies', 'meetings', 'items', 'papers', 'resolutions', 'attendance']) {
      const validate = ajv.compile(JSON.parse(textAt(texts, `data/${set}.schema.json`)));
      validate(JSON.parse(textAt(texts, `data/${set}.json`)));
      expect(validate.errors, set).toBeNull();
    }
    expect(contradictions(texts)).toEqual([]);
  });

  it.runIf(name === 'awkward titles')('give every letter of a title back', async () => {
    const feed = await readXml(textAt(texts, 'feed.xml'));
    // XML has no way to tell a line's end as typed from another; there is none here.
    expect(feed.text).toContain(awkward);
    const [event] = new ICAL.Component(ICAL.parse(textAt(texts, 'calendar.ics'))).getAllSubcomponents(
      'vevent',
    );
    expect(event!.getFirstPropertyValue('summary')).toBe(awkward);
    expect(event!.getFirstPropertyValue('location')).toBe(awkward);
    for (const set of ['bodies', 'items', 'papers']) {
      const records = JSON.parse(textAt(texts, `data/${set}.json`))[set];
      for (const { title } of records) expect(title).toBe(awkward);
    }
    const [, row] = readCsv(textAt(texts, 'data/resolutions.csv'));
    expect(row).toContain(awkward);
    const meeting = JSON.parse(textAt(texts, 'data/oparl/meeting/harbour-board/2021-11-18.json'));
    expect(meeting.agendaItem.map((item: { name: string }) => item.name)).toEqual([awkward, awkward]);
  });
});
