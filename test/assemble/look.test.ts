import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { assembleSite } from '../../src/assemble/assemble-site.ts';
import { formatTime } from '../../src/assemble/format-time.ts';
import { imageSize } from '../../src/assemble/image-size.ts';
import { mailAbout } from '../../src/assemble/mail-about.ts';
import type { SiteAccessibility } from '../../src/model/site.ts';
import { exampleAttachments, examplePublication, exampleSite } from './support/example-publication.ts';
import { ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const stylesheet = { file: 'assets/minutebook.css', bytes: Buffer.from('a{}') };
const themed = (more: object) =>
  assembleSite({
    publication: examplePublication,
    attachments: exampleAttachments,
    site: { ...exampleSite, ...more },
    assets: [stylesheet],
  });
const fileOf = (more: object, file: string): string | undefined =>
  themed(more)
    .files.find((each) => each.file === file)
    ?.bytes.toString();

describe('the look of a site', () => {
  it('adds the organisation’s colours to the style sheet', () => {
    expect(fileOf({}, stylesheet.file)).toBe('a{}');
    const colours = { brand: '#5b2c83', brandText: '#ffffff', link: '#0b5394' };
    expect(fileOf({ colours }, stylesheet.file)).toBe(
      'a{}:root{--govuk-brand-colour:#5b2c83;--brand-text:#ffffff;--govuk-link-colour:#0b5394}\n',
    );
    expect(fileOf({ colours }, 'assets/icon.svg')).toContain('fill="#5b2c83"');
  });

  it('has an icon with the site’s initial, so that no browser asks for another', () => {
    expect(fileOf({}, 'assets/icon.svg')).toContain('>E</text>');
    expect(fileOf({ name: '“ystrad”' }, 'assets/icon.svg')).toContain('>Y</text>');
    expect(fileOf({ name: '…' }, 'assets/icon.svg')).toContain('></text>');
    expect(renderPage(pageAt(themed({}), '/'))).toContain(
      '<link rel="icon" type="image/svg+xml" href="/meetings/assets/icon.svg">',
    );
  });

  it('shows a logo at its size, and the name beside it as text', () => {
    const plan = themed({ logo: { bytes: new Uint8Array([1]), width: 96, height: 48 } });
    expect(plan.files.map(({ file }) => file)).toContain('assets/logo.png');
    expect(renderPage(pageAt(plan, '/'))).toContain(
      '<img src="/meetings/assets/logo.png" width="96" height="48" alt="">',
    );
  });

  it('leaves the site’s name out of a window title that has no room for it', () => {
    const titles = assembleExample().pages.map(
      (page) => (page.props['layout'] as { documentTitle: string }).documentTitle,
    );
    expect(titles).toContain('Search all papers - Example papers');
    expect(titles).toContain('Thursday 18 November 2021, Harbour Board - Example papers');
  });
});

describe('the accessibility statement', () => {
  const statement = (accessibility?: SiteAccessibility): string => {
    const plan = themed(accessibility === undefined ? {} : { accessibility });
    return textOfNode(new ParsedPage(renderPage(pageAt(plan, '/accessibility/'))).named('main')[0]!);
  };
  const run = { date: '2026-01-15', checker: 'axe-core 4.13.0', pages: 30, checks: 180, violations: [] };

  it('claims nothing that nobody has judged or tested', () => {
    expect(statement()).toContain('Nobody has yet judged the whole of it');
    expect(statement()).toContain('No test of this website has been recorded yet.');
    expect(statement()).not.toMatch(/(fully|partially) compliant/);
  });

  it('says what the organisation has written', () => {
    const said = statement({ compliance: 'partial', reviewed: '2026-03-01', known: ['Maps have no text.'] });
    expect(said).toContain('partially compliant');
    expect(said).toContain('Maps have no text.');
    expect(said).toContain('last reviewed on 1 March 2026');
  });

  it('says when the last test was and what it found', () => {
    expect(statement({ known: [], run })).toContain(
      'last tested on 15 January 2026, by a program (axe-core 4.13.0). It looked at 30 pages',
    );
    expect(statement({ known: [], run })).toContain('(180 checks in all). It found no failure.');
    const violations = [{ rule: 'image-alt', meaning: 'Images must have alternative text', pages: 2 }];
    expect(statement({ known: [], run: { ...run, violations } })).toContain(
      'It found 1 kind of failure: Images must have alternative text (on 2 pages)',
    );
  });
});

describe('formatTime', () => {
  it.each([
    ['10.00 am', '10am'],
    ['10:00', '10am'],
    ['13:00', '1pm'],
    ['10.30 am', '10:30am'],
    ['12:00', 'midday'],
    ['0:00', 'midnight'],
    ['12.15 pm', '12:15pm'],
    ['on the rising of the court', 'on the rising of the court'],
  ])('writes %s as %s', (typed, formatted) => {
    expect(formatTime(typed)).toBe(formatted);
  });
});

describe('imageSize', () => {
  const picture = sharp({ create: { width: 70, height: 30, channels: 3, background: '#112233' } });

  it.each(['png', 'jpeg', 'webp'] as const)('reads the size of a %s', async (format) => {
    expect(imageSize(await picture.clone().toFormat(format).toBuffer())).toEqual({ width: 70, height: 30 });
  });

  it('reads the other forms of WebP', async () => {
    expect(imageSize(await picture.clone().webp({ lossless: true }).toBuffer())).toEqual({
      width: 70,
      height: 30,
    });
    expect(imageSize(await picture.clone().ensureAlpha(0.5).webp().toBuffer())).toEqual({
      width: 70,
      height: 30,
    });
  });

  it('says nothing of what it does not know, or of a file that ends too early', () => {
    expect(imageSize(Buffer.from('GIF89a........................'))).toBeUndefined();
    expect(imageSize(Buffer.from([0xff, 0xd8, 0xff]))).toBeUndefined();
    expect(imageSize(Buffer.from('RIFF....WEBPJUNK........................'))).toBeUndefined();
  });
});

describe('mailAbout', () => {
  it('names the page in subject and letter', () => {
    const url = new URL(mailAbout('papers@example.org', 'Costs & fees', 'https://papers.example.org/a/?b'));
    expect(url.pathname).toBe('papers@example.org');
    expect(url.searchParams.get('subject')).toBe('About: Costs & fees');
    expect(url.searchParams.get('body')).toContain('Page: https://papers.example.org/a/?b\r\n');
  });
});
