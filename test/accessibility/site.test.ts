import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { keyboardTests } from './promises/keyboard.ts';
import { layoutTests } from './promises/layout.ts';
import { linkTests } from './promises/links.ts';
import { markupTests } from './promises/markup.ts';
import { weightTests } from './promises/weight.ts';
import { buildSite, type BuiltSite } from './support/built-site.ts';

/** The site and the browser, once for all that is promised of it: building it takes longer than most looks at it. */
export interface Opened {
  readonly site: BuiltSite;
  readonly browser: Browser;
}

let opened: Opened | undefined;
const open = (): Opened => {
  if (opened === undefined) throw new Error('The site is not built yet.');
  return opened;
};

beforeAll(async () => {
  const [site, browser] = await Promise.all([buildSite(), openBrowser()]);
  opened = { site, browser };
}, 200_000);

afterAll(async () => {
  await opened?.browser.close();
  await opened?.site.close();
});

describe('markup', () => markupTests(open));
describe('links', () => linkTests(open));
describe('the keyboard alone', () => keyboardTests(open));
describe('zoom, text spacing and print', () => layoutTests(open));
describe('weight', () => weightTests(open));
