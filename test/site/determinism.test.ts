import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFixture, digestTree, readTree, type SiteFolders } from '../support/build-fixture.ts';
import { argumentsFor, runCommand } from '../support/run-command.ts';

describe('the same papers for the same day', () => {
  let folders: SiteFolders;
  beforeAll(async () => {
    folders = await copyFixture('full');
    expect(await runCommand('build', argumentsFor(folders))).toMatchObject({ status: 0 });
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  it('give the same bytes in another time zone, language and folder, with files made in another order', async () => {
    const far = join(folders.folder, 'another', 'folder');
    copyBackwards(folders.content, join(far, 'papers'));
    cpSync(folders.data, join(far, 'data'), { recursive: true });
    const there = {
      folder: far,
      content: join(far, 'papers'),
      data: join(far, 'data'),
      output: join(far, 'out'),
    };
    const environment = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const ended = await runCommand('build', argumentsFor(there), { environment, workingFolder: far });
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(digestTree(there.output)).toEqual(digestTree(folders.output));
  });

  it('give the same bytes when the day is that of SOURCE_DATE_EPOCH, wherever the clock stands', async () => {
    const there = { ...folders, output: join(folders.folder, 'epoch') };
    const environment = {
      TZ: 'America/New_York',
      // Half past midnight in London, and still the day before in New York.
      SOURCE_DATE_EPOCH: String(Date.parse('2024-04-30T23:30:00Z') / 1000),
    };
    const args = argumentsFor(there).slice(0, -2);
    const ended = await runCommand('build', args, { environment });
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(ended.printed).toContain('as of 2024-05-01');
    expect(digestTree(there.output)).toEqual(digestTree(folders.output));
  });

  it('give the same bytes on Windows: a byte order mark and other line ends change nothing', async () => {
    const there = {
      ...folders,
      content: join(folders.folder, 'windows'),
      output: join(folders.folder, 'from-windows'),
    };
    cpSync(folders.content, there.content, { recursive: true });
    for (const file of readTree(there.content).keys()) {
      const path = join(there.content, file);
      if (file.endsWith('.md'))
        writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
    }
    const ended = await runCommand('build', argumentsFor(there));
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(digestTree(there.output)).toEqual(digestTree(folders.output));
  });

  it('give the same site whatever the restricted papers say, and print the same but for what was withheld', async () => {
    const there = {
      ...folders,
      content: join(folders.folder, 'other'),
      output: join(folders.folder, 'from-other'),
    };
    cpSync(folders.content, there.content, { recursive: true });
    const meeting = join(there.content, 'nowhere-scrutiny/2024-03-14');
    rmSync(join(meeting, 'd1-xoqufilename-pier.md'));
    rmSync(join(meeting, 'files/xoqupicture.png'));
    for (const file of readTree(there.content).keys()) {
      const path = join(there.content, file);
      if (!file.endsWith('.md')) continue;
      const text = readFileSync(path, 'utf8').replace(
        /Xoquowner|xoquspeaker|xoqubidder|xoqutreesurgeon/gi,
        'Plumduff of the seven seas',
      );
      writeFileSync(path, text);
    }
    const ended = await runCommand('build', argumentsFor(there));
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(digestTree(there.output)).toEqual(digestTree(folders.output));
  });
});

/** Copies a folder with its last entry made first, so that the directory lists them in another order. */
function copyBackwards(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).sort().reverse()) {
    if (statSync(join(from, name)).isDirectory()) copyBackwards(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name));
  }
}
