import { describe, expect, it } from 'vitest';
import { parseAddressList } from '../../src/addresses/address-list.ts';
import { lastingAddresses } from '../../src/addresses/lasting-addresses.ts';
import { exampleAttachments, examplePublication } from '../assemble/support/example-publication.ts';
import { ParsedPage } from '../assemble/support/parsed-page.ts';
import { assembleExample, renderPage } from '../assemble/support/rendered-site.ts';

const plan = assembleExample(examplePublication, exampleAttachments);
const lasting = lastingAddresses(plan);

describe('the addresses that last', () => {
  it('are every page, and every file that a page links or offers to follow', () => {
    const links = plan.pages.flatMap((page) => {
      const parsed = new ParsedPage(renderPage(page));
      const loaded = new Set([...parsed.named('link', 'script')].filter(isLoaded).flatMap(hrefsOf));
      return parsed.values('href').filter((href) => href.startsWith('/') && !loaded.has(href));
    });
    const addresses = new Set(links.map((href) => href.slice('/meetings'.length).split('#')[0]!));
    expect(addresses.size).toBeGreaterThan(40);
    expect([...addresses].filter((address) => !lasting.has(address))).toEqual([]);
    for (const { address } of plan.pages) expect(lasting).toContain(address);
  });

  it('are attachments, feeds, calendars and data, and not what only pages load', () => {
    for (const address of [
      '/harbour-board/2021-11-18/files/survey.pdf',
      '/harbour-board/feed.xml',
      '/harbour-board/calendar.ics',
      '/data/resolutions.csv',
      '/resolutions/2021/resolutions-excel.csv',
      '/harbour-board/resolutions/2021/resolutions.json',
      '/data/meetings.schema.json',
      '/data/oparl/system.json',
    ])
      expect(lasting).toContain(address);
    expect(
      [...lasting].filter((address) => /^\/(?:assets|pagefind|data\/oparl\/.*\/)/.test(address)),
    ).toEqual([]);
  });

  it('can all stand in the list', () => {
    const yaml = [...lasting].map((address) => `- ${address}\n`).join('');
    expect(parseAddressList(yaml)).toMatchObject({ recorded: { length: lasting.size } });
  });
});

type Element = ParsedPage['elements'][number];

function isLoaded(element: Element): boolean {
  const rel = element.attrs.find(({ name }) => name === 'rel')?.value;
  return element.tagName === 'script' || rel === 'stylesheet' || rel === 'icon';
}

function hrefsOf(element: Element): string[] {
  return element.attrs.filter(({ name }) => name === 'href' || name === 'src').map(({ value }) => value);
}
