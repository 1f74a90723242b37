import { describe, expect, it } from 'vitest';
import { hashAddress } from '../../src/addresses/address-list.ts';
import { formerPages } from '../../src/assemble/former-pages.ts';
import { createAssembly } from '../../src/assemble/assembly.ts';
import { pageOf } from '../../src/assemble/page-of.ts';
import {
  formerToShow,
  ownAddresses,
  readAddresses,
  settleAddresses,
} from '../../src/publish/settle-addresses.ts';
import type { WithheldNote } from '../../src/model/withheld.ts';
import { examplePublication, exampleSite } from '../assemble/support/example-publication.ts';
import { renderPage } from '../assemble/support/rendered-site.ts';

const withheldFile = (file: string): WithheldNote => {
  const [, body, meeting] = file.split('/');
  return {
    what: file.includes('/files/') ? 'attachment' : 'paper',
    ...({ because: 'restricted: true', file, body: body!, meeting: meeting! } as const),
    resolutions: 0,
  };
};
const assembly = createAssembly(examplePublication, [], exampleSite);

/** What a build with these files of `data/`, these pages and these withheld papers makes and says. */
function settle(
  data: { addresses?: string; redirects?: string },
  pages: readonly string[],
  withheld: readonly string[] = [],
  outputFiles: readonly string[] = [],
) {
  const files = new Map(Object.entries(data).map(([name, text]) => [`${name}.yaml`, text]));
  const settings = readAddresses(files);
  const pieces = withheld.map(withheldFile);
  const own = pages.map((address) => pageOf(address, 'home', {}));
  const former = formerPages(assembly, formerToShow(settings, pieces), own);
  const settled = settleAddresses(
    settings,
    {
      pages: [...own, ...former],
      files: outputFiles.map((file) => ({ file, bytes: new Uint8Array() })),
      searchRecords: [],
      carried: new Map(),
    },
    pieces,
  );
  return {
    former,
    problems: [...settings.problems, ...settled.problems].map(
      ({ file, line, code }) => `${file}:${line} ${code}`,
    ),
    words: [...settings.problems, ...settled.problems]
      .map(({ what, instead }) => `${what} ${instead}`)
      .join(' '),
  };
}

describe('addresses last', () => {
  it('says nothing where no list is kept', () => {
    expect(settle({}, ['/']).problems).toEqual([]);
  });

  it('says nothing while every recorded address has a page', () => {
    expect(settle({ addresses: '- /\n- /a/\n' }, ['/', '/a/', '/b/']).problems).toEqual([]);
  });

  it('stops the build when an address vanishes, names its line and does not quote it', () => {
    const { problems, words } = settle({ addresses: '# Ours.\n- /\n- /a/pier/\n' }, ['/']);
    expect(problems).toEqual(['data/addresses.yaml:3 address-vanished']);
    expect(words).not.toContain('pier');
  });

  it('says once that a list is of other bodies, as where a site begins as a copy of another', () => {
    const addresses = '- /\n- /moot/\n- /moot/2021-01-01/\n- /moot/2021-01-01/b1-pier/\n';
    const { problems, words } = settle({ addresses }, ['/', '/council/']);
    expect(problems).toEqual(['data/addresses.yaml:2 addresses-of-other-bodies']);
    expect(words).toContain('3 pages and files');
    expect(words).not.toMatch(/moot|pier/);
    expect(settle({ addresses }, ['/', '/moot/']).problems).toEqual([
      'data/addresses.yaml:3 address-vanished',
      'data/addresses.yaml:4 address-vanished',
    ]);
  });

  it.each([
    ['a redirect', '- from: /a/\n  to: /b/\n'],
    ['a redirect to a place on a page', '- from: /a/\n  to: /b/#item-1\n'],
    ['a page that says what it was', '- from: /a/\n  gone: The list of 2021 was taken over by the county.\n'],
  ])('lets an address go for %s', (_, redirects) => {
    const { problems, former } = settle({ addresses: '- /a/\n- /b/\n', redirects }, ['/b/']);
    expect(problems).toEqual([]);
    expect(former.map(({ address, file }) => `${address} ${file}`)).toEqual(['/a/ a/index.html']);
  });

  it.each([
    ['a report', '/moot/2021-01-01/b1-pier/', 'content/moot/2021-01-01/b1-pier.md'],
    ['minutes', '/moot/2021-01-01/minutes/', 'content/moot/2021-01-01/minutes.md'],
    ['an agenda', '/moot/2021-01-01/', 'content/moot/2021-01-01/agenda.md'],
    ['a pack', '/moot/2021-01-01/pack/', 'content/moot/2021-01-01/b1-pier.md'],
  ])('never stops the withdrawal of %s', (_, address, file) => {
    expect(settle({ addresses: `- ${address}\n` }, [], [file]).problems).toEqual([]);
    expect(settle({ addresses: `- ${address}\n` }, []).problems).toHaveLength(1);
  });

  it('lets topics and registers go with a paper that is withdrawn, and only then', () => {
    const addresses =
      '- /moot/2021-01-01/b1-pier/\n- /topics/pier/\n- /topics/pier/feed.xml\n- /resolutions/2021/\n- /resolutions/noted/2021/\n- /moot/resolutions/\n- /moot/resolutions/2021/\n- /moot/resolutions/resolutions-excel.csv\n- /moot/resolutions/2021/resolutions.json\n- /moot/\n';
    expect(settle({ addresses }, ['/moot/'], ['content/moot/2021-01-01/b1-pier.md']).problems).toEqual([]);
    expect(settle({ addresses: '- /topics/pier/\n' }, []).problems).toEqual([
      'data/addresses.yaml:1 address-vanished',
    ]);
  });

  it('leads the years of an outcome on to its page when that lists all again, and leaves them while they have pages', () => {
    const addresses = '- /resolutions/noted/\n- /resolutions/noted/2019/\n- /resolutions/noted/2020/\n';
    const short = settle({ addresses }, ['/resolutions/noted/']);
    expect(short.problems).toEqual([]);
    expect(short.former.map(({ address }) => address)).toEqual([
      '/resolutions/noted/2019/',
      '/resolutions/noted/2020/',
    ]);
    expect(renderPage(short.former[0]!)).toContain('href="/meetings/resolutions/noted/"');
    const long = settle({ addresses }, [
      '/resolutions/noted/',
      '/resolutions/noted/2019/',
      '/resolutions/noted/2020/',
    ]);
    expect([long.problems, long.former]).toEqual([[], []]);
    // Without the outcome they have nowhere to lead.
    expect(settle({ addresses }, ['/']).problems).toHaveLength(3);
    expect(settle({ addresses: '- /resolutions/2019/\n' }, ['/resolutions/']).problems).toHaveLength(1);
  });

  it.each([
    [
      'an attachment',
      'moot/2021-01-01/files/plan of (a) Über-1.PDF',
      '/moot/2021-01-01/files/plan%20of%20(a)%20%C3%9Cber-1.PDF',
    ],
    ['a feed', 'topics/pier/feed.xml', '/topics/pier/feed.xml'],
    ['a calendar', 'calendar.ics', '/calendar.ics'],
    ['a table of the data', 'data/resolutions.csv', '/data/resolutions.csv'],
    ['the place to begin with OParl', 'data/oparl/system.json', '/data/oparl/system.json'],
  ])('holds %s to its address as it does a page', (_, file, address) => {
    const addresses = `- /\n- ${address}\n`;
    expect(settle({ addresses }, ['/'], [], [file]).problems).toEqual([]);
    expect(settle({ addresses }, ['/']).problems).toEqual(['data/addresses.yaml:2 address-vanished']);
  });

  it('never stops the withdrawal of an attachment, and lets no topic go with it', () => {
    const addresses = '- /moot/2021-01-01/files/plan%201.pdf\n';
    const withheld = ['content/moot/2021-01-01/files/plan 1.pdf'];
    expect(settle({ addresses }, [], withheld).problems).toEqual([]);
    expect(settle({ addresses: `${addresses}- /topics/pier/\n` }, [], withheld).problems).toEqual([
      'data/addresses.yaml:2 address-vanished',
    ]);
  });

  it('lets a file go for a redirect or a word, as a page that a server shows at its address', () => {
    const redirects =
      '- from: /moot/2021-01-01/files/a.pdf\n  to: /moot/2021-01-01/files/b.pdf\n- from: /moot/2021-01-01/files/c.csv\n  gone: It was a draft.\n';
    const addresses = '- /moot/2021-01-01/files/a.pdf\n- /moot/2021-01-01/files/c.csv\n';
    const { problems, former } = settle({ addresses, redirects }, ['/'], [], ['moot/2021-01-01/files/b.pdf']);
    expect(problems).toEqual([]);
    expect(former.map(({ file }) => file)).toEqual([
      'moot/2021-01-01/files/a.pdf/index.html',
      'moot/2021-01-01/files/c.csv/index.html',
    ]);
    expect(renderPage(former[0]!)).toContain('url=/meetings/moot/2021-01-01/files/b.pdf"');
    // Each says which it is, in its title and to whoever is sent a link to it.
    expect(renderPage(former[0]!)).toContain('<title>This file has moved: /moot/2021-01-01/files/a.pdf - ');
    expect(renderPage(former[1]!)).toContain(
      '<meta property="og:description" content="What was at /moot/2021-01-01/files/c.csv: It was a draft.">',
    );
    expect(settle({ redirects }, ['/']).problems).toContain('data/redirects.yaml:1 redirect-nowhere');
  });

  it('makes no page that leads to a withheld attachment', () => {
    const redirects = '- from: /old.pdf\n  to: /moot/2021-01-01/files/b.pdf\n';
    const { problems, former } = settle(
      { addresses: '- /old.pdf\n', redirects },
      ['/'],
      ['content/moot/2021-01-01/files/b.pdf'],
    );
    expect({ problems, former }).toEqual({ problems: [], former: [] });
  });

  it('asks nothing of a hash', () => {
    expect(settle({ addresses: `- ${hashAddress('key', '/a/')}\n` }, []).problems).toEqual([]);
  });

  it.each([
    ['an address that has a page', '- from: /b/\n  to: /c/\n', 'redirect-taken'],
    [
      'an address that has an entry already',
      '- from: /a/\n  to: /c/\n- from: /a/\n  gone: It was.\n',
      'redirect-taken',
    ],
    ['a way to no page', '- from: /a/\n  to: /x/\n', 'redirect-nowhere'],
    [
      'a way to another former address',
      '- from: /a/\n  to: /z/\n- from: /z/\n  to: /b/\n',
      'redirect-nowhere',
    ],
    ['a way and a word', '- from: /a/\n  to: /b/\n  gone: It was.\n', 'redirect-invalid'],
    ['neither', '- from: /a/\n', 'redirect-invalid'],
    ['an address that leaves the site', '- from: /../a/\n  to: /b/\n', 'redirect-invalid'],
    ['a way out of the site', '- from: /a/\n  to: //example.org/\n', 'redirect-invalid'],
    ['no list', 'from: /a/\n', 'redirect-invalid'],
    ['what is no YAML', '- from: "/a/\n', 'settings-unreadable'],
  ])('refuses a redirect that is %s', (_, redirects, code) => {
    expect(settle({ redirects }, ['/b/', '/c/']).problems.join()).toContain(code);
  });

  it('makes no page that is or leads to a withheld paper, and lets its withdrawal go on', () => {
    const redirects =
      '- from: /old-pier/\n  to: /moot/2021-01-01/b1-pier/\n- from: /moot/2021-01-01/b2-wall/\n  gone: A wall.\n';
    const withheld = ['content/moot/2021-01-01/b1-pier.md', 'content/moot/2021-01-01/b2-wall.md'];
    const { former, problems } = settle(
      { addresses: '- /old-pier/\n', redirects },
      ['/moot/2021-01-01/'],
      withheld,
    );
    expect(former).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('keeps a redirect to a meeting of which one paper is withheld', () => {
    const { former } = settle(
      { redirects: '- from: /a/\n  to: /moot/2021-01-01/\n' },
      ['/moot/2021-01-01/'],
      ['content/moot/2021-01-01/d1-pier.md'],
    );
    expect(former).toHaveLength(1);
  });

  it.each([
    '- /A/\n',
    '- /a\n',
    '- /a/.b.pdf\n',
    '- a\n',
    '- /../\n',
    '- hmac-sha256:12\n',
    '- [x]\n',
    'a: b\n',
  ])('refuses a list with the line %j', (addresses) => {
    expect(settle({ addresses }, []).problems).toEqual(['data/addresses.yaml:1 address-list-invalid']);
  });

  it('reads an empty list as none', () => {
    expect(settle({ addresses: '# Nothing yet.\n', redirects: '' }, ['/']).problems).toEqual([]);
  });
});

describe('a list of addresses', () => {
  const settings = readAddresses(
    new Map([['addresses.yaml', '- /harbour-board/\n- /harbour-board/2021-01-01/\n']]),
  );
  const counts = (content: string, data: string, bodies = examplePublication.bodies): boolean =>
    ownAddresses(settings, { content, data }, { date: '2022-01-10', bodies }).recorded !== undefined;

  it('counts for the content beside it, whatever its bodies are called now', () => {
    expect(counts('/a/content', '/a/data', [])).toBe(true);
  });

  it('counts for another content that has one of its bodies, and for no other', () => {
    expect(counts('/b/content', '/a/data')).toBe(true);
    expect(counts('/b/content', '/a/data', [])).toBe(false);
  });
});

describe('a page at a former address', () => {
  it('leads on without a script, by a link, by the browser, and for search engines', () => {
    const [page] = settle({ redirects: '- from: /a/\n  to: /b/#item-1\n' }, ['/b/']).former;
    const html = renderPage(page!);
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/meetings/b/#item-1">');
    expect(html).toContain('<link rel="canonical" href="https://papers.example.org/meetings/b/">');
    expect(html).toContain('<a href="/meetings/b/#item-1">');
    expect(html).not.toMatch(/<script|style=/);
  });

  it('says what was there', () => {
    const [page] = settle({ redirects: '- from: /a/\n  gone: The <list> of 2021.\n' }, []).former;
    const html = renderPage(page!);
    expect(html).toContain('<p>The &lt;list&gt; of 2021.</p>');
    expect(html).not.toContain('http-equiv="refresh"');
  });
});
