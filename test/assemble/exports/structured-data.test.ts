import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleSite } from '../../../src/assemble/assemble-site.ts';
import { securityHeaders } from '../../../src/serve/security-headers.ts';
import { exampleSite } from '../support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from '../support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from '../support/rendered-site.ts';
import { exportsPublication } from './support/example-exports.ts';
import { openBrowser } from '../../../src/accessibility/open-browser.ts';

const plan = assembleExample(exportsPublication);
const htmlAt = (address: string) => renderPage(pageAt(plan, address));

interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

function thingsAt(address: string): Thing[] {
  const blocks = new ParsedPage(htmlAt(address))
    .named('script')
    .filter((script) => attributeOf(script, 'type') === 'application/ld+json');
  expect(blocks).toHaveLength(1);
  const data = JSON.parse(textOfNode(blocks[0]!));
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

const thingOf = (address: string, type: string) => thingsAt(address).find((thing) => thing['@type'] === type);

describe('the JSON-LD of pages', () => {
  it('describes the site, who publishes it, whom to ask and how its search is asked on the home page', () => {
    expect(thingOf('/', 'WebSite')).toMatchObject({
      name: 'Example papers',
      url: 'https://papers.example.org/meetings/',
      inLanguage: 'en-GB',
      publisher: {
        '@type': 'Organization',
        contactPoint: { email: 'papers@example.org', telephone: '01234 567890' },
      },
      potentialAction: {
        target: { urlTemplate: 'https://papers.example.org/meetings/search/?q={search_term_string}' },
      },
    });
    const others = plan.pages.filter(({ address }) => address !== '/' && address !== '/404.html');
    for (const { address } of others) expect(thingOf(address, 'WebSite'), address).toBeUndefined();
  });

  it('describes a meeting as an event', () => {
    expect(thingOf('/harbour-board/2021-11-18/', 'Event')).toMatchObject({
      startDate: '2021-11-18T10:00:00+00:00',
      endDate: '2021-11-18T13:00:00+00:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: 'https://video.example.org/1' },
      organizer: { '@type': 'GovernmentOrganization', name: 'Harbour Board' },
    });
    expect(thingOf('/harbour-board/2022-03-24/', 'Event')).toMatchObject({
      startDate: '2022-03-24',
      location: { '@type': 'Place', name: 'Town Hall' },
    });
  });

  it('says when it was cancelled or postponed', () => {
    expect(thingOf('/town-council/2020-01-02-2/', 'Event')?.['eventStatus']).toBe(
      'https://schema.org/EventCancelled',
    );
    expect(thingOf('/odd-board/2022-07-05-2/', 'Event')?.['eventStatus']).toBe(
      'https://schema.org/EventPostponed',
    );
  });

  it('describes a report with its authors and day, and minutes as a document', () => {
    expect(thingOf('/odd-board/2022-07-05/b1-odd/', 'Report')).toMatchObject({
      datePublished: '2022-07-01',
      author: [{ '@type': 'Person', name: 'Ann-Marie O’Neill', jobTitle: 'Clerk' }],
    });
    expect(thingOf('/harbour-board/2021-11-18/minutes/', 'DigitalDocument')).not.toHaveProperty(
      'datePublished',
    );
  });

  it('describes the register as a dataset, with downloads that are there', () => {
    const files = plan.files.map(({ file }) => `https://papers.example.org/meetings/${file}`);
    for (const address of ['/resolutions/', '/data/']) {
      const dataset = thingOf(address, 'Dataset')!;
      expect(dataset['temporalCoverage']).toBe('2021-07-13/2022-08-04');
      const downloads = dataset['distribution'] as { contentUrl: string }[];
      for (const { contentUrl } of downloads) expect(files).toContain(contentUrl);
    }
  });

  it('has the steps that the page shows, as whole addresses', () => {
    const list = thingOf('/odd-board/2022-07-05/b1-odd/', 'BreadcrumbList')!['itemListElement'] as {
      position: number;
      item: string;
    }[];
    expect(list.map(({ position }) => position)).toEqual(list.map((_, index) => index + 1));
    expect(list[0]?.item).toBe('https://papers.example.org/meetings/');
    expect(list.at(-1)?.item).toBe('https://papers.example.org/meetings/odd-board/2022-07-05/b1-odd/');
  });

  it('cannot be left by a title that ends a script', () => {
    const html = htmlAt('/odd-board/2022-07-05/b1-odd/');
    expect(html).not.toContain('<script>alert(1)');
    expect(thingOf('/odd-board/2022-07-05/b1-odd/', 'Report')?.['name']).toContain(
      '</script><script>alert(1)</script>',
    );
    const block = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)![1]!;
    // Neither sign alone: `<!--` and `<script` change how HTML reads what follows, and `>` ends a tag.
    expect(block).not.toMatch(/[<>&]/);
  });
});

describe('the head of a page', () => {
  const metaOf = (address: string) =>
    new Map(
      new ParsedPage(htmlAt(address))
        .named('meta')
        .map((meta) => [
          attributeOf(meta, 'property') ?? attributeOf(meta, 'name'),
          attributeOf(meta, 'content'),
        ]),
    );
  const linksOf = (address: string, rel: string) =>
    new ParsedPage(htmlAt(address))
      .named('link')
      .filter((link) => attributeOf(link, 'rel') === rel)
      .map((link) => attributeOf(link, 'href'));

  it('has its one lasting address, and a preview that agrees', () => {
    for (const { address } of plan.pages) {
      const [canonical, ...others] = linksOf(address, 'canonical');
      expect(others).toEqual([]);
      expect(canonical).toBe(`https://papers.example.org/meetings${address}`);
      const meta = metaOf(address);
      expect(meta.get('og:url')).toBe(canonical);
      expect(meta.get('og:title')).toMatch(/\S/);
      expect(meta.get('og:description')).toBe(meta.get('description'));
    }
  });

  it('says what is on this page, in words of its own', () => {
    const described = new Map<string, string>();
    for (const { address } of plan.pages) {
      const description = metaOf(address).get('description') ?? '';
      expect(description, address).toMatch(/\S/);
      expect(described.get(description), `${address} is described as another page is`).toBeUndefined();
      described.set(description, address);
    }
    const descriptionOf = (address: string) => metaOf(address).get('description');
    expect(descriptionOf('/')).toBe('Papers of two bodies.');
    expect(descriptionOf('/harbour-board/')).toBe(
      'The Harbour Board: meetings, papers, decisions, members and contact. 3 meetings between 13 July 2021 and 24 March 2022.',
    );
    expect(descriptionOf('/harbour-board/2021-11-18/')).toBe(
      'Meeting of the Harbour Board on Thursday 18 November 2021, 10am, Online: agenda, 3 reports, 1 supplement and notes.',
    );
    expect(descriptionOf('/harbour-board/2021-07-13/minutes/')).toBe(
      'Notes of the meeting of the Harbour Board on Tuesday 13 July 2021, with 3 resolutions.',
    );
    expect(descriptionOf('/harbour-board/2021-11-18/b2-quay-repair/')).toBe('The quay needs repair.');
    expect(descriptionOf('/harbour-board/2021-07-13/b1-dredging/')).toBe(
      'Dredging: report on item B1 for the meeting of the Harbour Board on Tuesday 13 July 2021.',
    );
  });

  it('previews a link with the logo, where there is one', () => {
    expect(metaOf('/').get('og:image')).toBeUndefined();
    expect(metaOf('/').get('og:locale')).toBe('en_GB');
    const logo = { bytes: new Uint8Array([1]), width: 96, height: 48 };
    const { pages } = assembleSite({
      publication: exportsPublication,
      attachments: [],
      site: { ...exampleSite, logo },
      assets: [],
    });
    expect(renderPage(pages.find(({ address }) => address === '/')!)).toContain(
      '<meta property="og:image" content="https://papers.example.org/meetings/assets/logo.png">',
    );
  });

  it('offers the feed of the site, and of the body or register that the page is', () => {
    expect(linksOf('/', 'alternate')).toEqual(['/meetings/feed.xml']);
    expect(linksOf('/odd-board/', 'alternate')).toEqual([
      '/meetings/odd-board/feed.xml',
      '/meetings/feed.xml',
    ]);
    expect(linksOf('/resolutions/', 'alternate')).toEqual([
      '/meetings/resolutions/feed.xml',
      '/meetings/feed.xml',
    ]);
  });
});

describe('a browser under the strict headers of the server', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((request, response) => {
      const page = plan.pages.find(({ address }) => `/meetings${address}` === request.url);
      response.writeHead(page === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...securityHeaders,
      });
      response.end(page === undefined ? '' : renderPage(page));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('lets the data block be, and refuses a script in the same place', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    });
    await page.goto(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/meetings/odd-board/2022-07-05/b1-odd/`,
    );
    const refused = () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
    expect(
      await page.evaluate(
        () => document.querySelector('script[type="application/ld+json"]')?.textContent.length,
      ),
    ).toBeGreaterThan(100);
    expect(await refused()).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
    });
    // The event comes in a task of its own.
    await page.waitForFunction(() => (globalThis as unknown as { refused: string[] }).refused.length > 0);
    expect(await refused()).toEqual(['script-src-elem']);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });
});
