import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { LiveSite } from '../../src/publish/live-site.ts';
import { NewestPages } from '../../src/serve/newest-pages.ts';

it('prepares the meeting that was looked at last, once, when nothing more is asked for', async () => {
  const outputDirectory = mkdtempSync(join(tmpdir(), 'minutebook-looked-at-'));
  for (const file of ['board/2024-01-09/index.html', 'board/2024-02-13/b1/index.html', 'assets/site.css']) {
    mkdirSync(dirname(join(outputDirectory, file)), { recursive: true });
    writeFileSync(join(outputDirectory, file), file);
  }
  const prepare = vi.fn<LiveSite['prepare']>(() => Promise.reject(new Error('at fault')));
  const live: LiveSite = {
    ...{ prepare, builtUpTo: () => undefined, isOfToday: () => true, warmUp: () => Promise.resolve() },
    holdsNewlyWithheld: () => Promise.resolve(false),
    update: () => Promise.reject(new Error('not asked for')),
  };
  const newest = new NewestPages({
    ...{ content: 'content', outputDirectory, write: () => undefined, url: () => '/' },
  });
  const { moment } = await newest.beginBuild();
  newest.built(moment, { live });
  for (const address of ['/board/2024-01-09/', '/board/2024-02-13/b1/', '/assets/site.css']) {
    expect((await newest.find(address)).kind).toBe('file');
    expect(prepare).not.toHaveBeenCalled();
  }
  await vi.waitFor(() => expect(prepare).toHaveBeenCalledTimes(1), 5000);
  expect(prepare).toHaveBeenCalledWith({ body: 'board', slug: '2024-02-13' });
  await newest.find('/assets/site.css');
  await wait(400);
  expect(prepare).toHaveBeenCalledTimes(1);
  // What it did not manage an update does: no build of the whole site is needed for it.
  expect((await newest.beginBuild()).isWhole).toBe(false);
  await newest.close();
  rmSync(outputDirectory, { recursive: true });
});
