import { expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';

it('does without all that Playwright does without: of two lists Chromium takes the last', async () => {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const session = await browser.newBrowserCDPSession();
  const { commandLine } = await session.send('SystemInfo.getInfo');
  const [ofPlaywright, ours] = [...commandLine.matchAll(/--disable-features=(\S*)/g)].map(([, list]) =>
    list!.split(','),
  );
  expect(ours).toEqual(expect.arrayContaining(ofPlaywright!));
  expect(ours!.length).toBeGreaterThan(ofPlaywright!.length);
});
