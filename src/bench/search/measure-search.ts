import { chromium, type Browser } from 'playwright-core';
import type { QueryMeasurement, SearchCost } from '../measurements.ts';
import { serveCounting, type CountingServer } from './serve-counting.ts';

/** A query as a reader would send it. */
interface Query {
  readonly query: string;
  /** One of the search's kinds. */
  readonly kind?: string;
}

/** Words of the papers: a common one, two less common, and one asked of resolutions alone. */
const queries: readonly Query[] = [
  { query: 'domestic abuse' },
  { query: 'road safety strategy' },
  { query: 'hate crime awareness week' },
  { query: 'domestic abuse', kind: 'resolution' },
];

const firstResult = '#search-results li';

interface MeasureSearchOptions {
  /** Path of Chromium. */
  readonly browser: string;
  /** A built site of ours. */
  readonly ours: string;
  /** What `writePlainIndex` wrote. */
  readonly plain: string;
}

/**
 * Asks each query of both searches, in a browser that knows nothing yet: page, styles, scripts and index files all count. A
 * request counts with all its bytes once it has been begun.
 */
export async function measureSearch({
  browser,
  ours,
  plain,
}: MeasureSearchOptions): Promise<QueryMeasurement[]> {
  const opened = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
  const [ourServer, plainServer] = [await serveCounting(ours), await serveCounting(plain)];
  try {
    const measured: QueryMeasurement[] = [];
    for (const query of queries) {
      const our = await ask(opened, ourServer, 'search/', query);
      const their = await ask(opened, plainServer, '', query);
      measured.push({ ...query, ours: our.first, oursInAll: our.inAll, plain: their.first });
    }
    return measured;
  } finally {
    await Promise.all([opened.close(), ourServer.close(), plainServer.close()]);
  }
}

async function ask(
  browser: Browser,
  server: CountingServer,
  page: string,
  { query, kind }: Query,
): Promise<{ readonly first: SearchCost; readonly inAll: SearchCost }> {
  server.reset();
  const context = await browser.newContext();
  try {
    const opened = await context.newPage();
    const asked = new URLSearchParams({ q: query, ...(kind === undefined ? {} : { kind }) });
    const faults: string[] = [];
    opened.on('pageerror', ({ message }) => faults.push(message));
    await opened.goto(`${server.url}${page}?${asked.toString()}`);
    await opened.waitForSelector(firstResult).catch(() => {
      const why = faults.length === 0 ? '' : ` The page says: ${faults.join('; ')}`;
      throw new Error(`/${page}?${asked.toString()} showed no result.${why}`);
    });
    const first = server.cost();
    await opened.waitForLoadState('networkidle');
    return { first, inAll: server.cost() };
  } finally {
    await context.close();
  }
}
