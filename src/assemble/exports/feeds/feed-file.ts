import type { LineRange, Lines } from '../../../model/made.ts';
import type { OutputFile } from '../../../model/page.ts';
import type { Site } from '../../../model/site.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { fileOfLines } from '../file-of-lines.ts';
import { xmlDocument, xmlElement } from '../write-xml.ts';

/** An entry of a feed. */
export interface FeedEntry {
  /** Of what it tells about, with its fragment. It lasts, so it is the entry's id too. */
  readonly address: string;
  readonly title: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly authors: readonly string[];
  readonly content: string;
  readonly language?: string | undefined;
  /** Minutes, or what they record, whose day of publication is not recorded: they came later than the meeting's day, which is all that is known. */
  readonly isLate?: boolean;
}

/** A feed, and the page that shows the same. */
export interface FeedOptions {
  readonly address: string;
  readonly pageAddress: string;
  readonly title: string;
}

const entriesShown = 50;

/**
 * An Atom feed (RFC 4287), newest first, of lines of JSON, each an entry or a list of entries. Written here and not by the package
 * `feed`, which says that every title is HTML and writes it unescaped, so that `Costs < £5` comes out cut, and which knows no language.
 */
export function feedFile(
  assembly: SiteAssembly,
  options: FeedOptions,
  entries: readonly (Lines | LineRange)[],
): OutputFile {
  return fileOfLines(options.address, aboutOf(assembly, options), entries, (about, lines) =>
    writeFeed(
      about,
      lines.flatMap((line) => JSON.parse(line) as FeedEntry | readonly FeedEntry[]),
    ),
  );
}

/** All that a feed says beside its entries. */
interface AboutFeed extends FeedOptions {
  readonly site: Pick<Site, 'name' | 'language' | 'url'>;
  /** Of the build, `yyyy-mm-dd`. */
  readonly date: string;
}

function aboutOf({ site, publication }: SiteAssembly, options: FeedOptions): AboutFeed {
  const { name, language, url } = site;
  return { ...options, site: { name, language, url }, date: publication.date };
}

function writeFeed(
  { site, date, address, pageAddress, title }: AboutFeed,
  entries: readonly FeedEntry[],
): string {
  const newest = newestOf(entries);
  const url = absoluteUrlOf(site, address);
  const link = (rel: string, type: string, href: string): string => xmlElement('link', { rel, type, href });
  const feed = xmlElement(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language },
    {
      elements: [
        xmlElement('id', {}, { text: url }),
        xmlElement('title', {}, { text: title }),
        // Never the clock: the same publication gives the same feed.
        xmlElement('updated', {}, { text: midnight(newest[0]?.day ?? date) }),
        link('self', 'application/atom+xml', url),
        link('alternate', 'text/html', absoluteUrlOf(site, pageAddress)),
        xmlElement('author', {}, { elements: [xmlElement('name', {}, { text: site.name })] }),
        ...newest.map((entry) => entryElement(site, entry)),
      ],
    },
  );
  return xmlDocument(feed);
}

function entryElement(site: AboutFeed['site'], entry: FeedEntry): string {
  const url = absoluteUrlOf(site, entry.address);
  return xmlElement(
    'entry',
    { 'xml:lang': entry.language },
    {
      elements: [
        xmlElement('id', {}, { text: url }),
        xmlElement('title', {}, { text: entry.title }),
        xmlElement('updated', {}, { text: midnight(entry.day) }),
        xmlElement('link', { rel: 'alternate', type: 'text/html', href: url }),
        ...entry.authors.map((name) =>
          xmlElement('author', {}, { elements: [xmlElement('name', {}, { text: name })] }),
        ),
        xmlElement('content', { type: 'text' }, { text: entry.content }),
      ],
    },
  );
}

/** The newest entries; and as many late ones, which else would never be seen where fifty papers came between. */
function newestOf(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const sorted = entries.toSorted(compareByDay);
  const late = new Set(sorted.filter(({ isLate }) => isLate).slice(0, entriesShown));
  return sorted.filter((entry, index) => index < entriesShown || late.has(entry));
}

function compareByDay(first: FeedEntry, second: FeedEntry): number {
  return first.day < second.day ? 1 : first.day > second.day ? -1 : 0;
}

/** Papers have a day and no hour. */
function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
