import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import { publish } from '../../src/publish.ts';
import { fixtureDate, useFixture, type SiteFolders } from '../support/build-fixture.ts';

async function progressOf(site: SiteFolders): Promise<readonly Progress[]> {
  const told: Progress[] = [];
  await publish({ ...site, date: fixtureDate, onProgress: (progress) => told.push(progress) });
  return told;
}

describe('the progress of a build', () => {
  it('counts each stage to all of it', async () => {
    const told = await progressOf(await useFixture('full'));
    const stages = [...new Set(told.map(({ stage }) => stage))];
    // Which of those that go on at the same time is told first is chance.
    expect(stages.toSorted()).toEqual(
      [
        'finding',
        'reading',
        'comparing',
        'preparing',
        'listing',
        'indexing',
        'writing',
        'auditing',
      ].toSorted(),
    );
    for (const stage of stages) {
      const own = told.filter((each) => each.stage === stage);
      // One stage after another, or its line on the terminal would come twice.
      expect(told.slice(told.indexOf(own[0]!)).slice(0, own.length)).toEqual(own);
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).toSorted((a, b) => a - b));
      expect(own.at(-1)!.done).toBe(own[0]!.of ?? 0);
      expect(new Set(own.map(({ of }) => of)).size).toBe(1);
    }
  });

  it('does not tell how many papers are restricted', async () => {
    const site = await useFixture('full');
    const before = await progressOf(site);
    const meeting = join(site.content, 'nowhere-scrutiny/2024-03-14');
    copyFileSync(join(meeting, 'd4-xoqusecondfile.md'), join(meeting, 'd4-another.md'));
    const counts = (told: readonly Progress[]): unknown => new Map(told.map(({ stage, of }) => [stage, of]));
    expect(counts(await progressOf(site))).toEqual(counts(before));
  });
});
