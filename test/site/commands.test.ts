import { rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBuildOptions } from '../../src/command-line/parse-build-options.ts';
import { digestTree, readTree, standingBeside, useFixture } from '../support/build-fixture.ts';
import { argumentsFor, runCommand } from '../support/run-command.ts';

describe('npm run build', () => {
  it('builds other folders for another day, and prints what was published and what was withheld', async () => {
    const folders = await useFixture('full');
    const { status, printed, errors } = await runCommand('build', argumentsFor(folders));
    expect(errors).toBe('');
    expect(status).toBe(0);
    // On a slow machine there are lines of progress.
    const lines = printed.split('\n').filter((line) => !line.endsWith(' …'));
    expect(lines.join('\n').replace(/\d+ pages/, 'N pages')).toBe(
      [
        'Published as of 2024-05-01: N pages, 14 papers of 5 meetings, 17 items, 6 resolutions.',
        'Withheld:',
        '  little-testing, 2024-04-02, item 4',
        '  nowhere-scrutiny, 2023-11-09',
        '  nowhere-scrutiny, 2024-01-11, item D1',
        '  nowhere-scrutiny, 2024-03-14',
        '  nowhere-scrutiny, 2024-03-14, item B1',
        '  nowhere-scrutiny, 2024-03-14, item D1',
        '  nowhere-scrutiny, 2024-03-14, item D2',
        '  nowhere-scrutiny, 2024-03-14, item D4',
        '  nowhere-scrutiny, 2024-06-13, item B1',
        '',
      ].join('\n'),
    );
    expect(readTree(folders.output).has('index.html')).toBe(true);
  });

  it('takes folders from the folder that it is run in', async () => {
    const folders = await useFixture('plain');
    const args = ['--content', 'content', '--data=data', '--output', 'public', '--date', '1 May 2024'];
    const { status, printed } = await runCommand('build', args, { workingFolder: folders.folder });
    expect({ status, printed }).toMatchObject({
      status: 0,
      printed: expect.stringContaining('as of 2024-05-01'),
    });
    expect(readTree(join(folders.folder, 'public')).has('index.html')).toBe(true);
  });

  it.each([
    [['--contnet', 'x'], 'There is no option --contnet. The options are --content'],
    [['--force'], 'There is no option --force. The options are'],
    [['papers'], 'The options are --content'],
    [['--content'], 'The options are --content'],
    [['--content', ''], 'Nothing is written after --content.'],
    [['--date', '2024-02-30'], 'Write --date as a day of the calendar'],
    [['--output', 'content/site'], 'stands in that of --content'],
    [['--output', 'data'], 'stands in that of --data'],
  ])('refuses %j in plain words', (args, words) => {
    const parsed = parseBuildOptions(args, {});
    expect(parsed).toEqual({ refusal: expect.stringContaining(words) });
    expect('refusal' in parsed && parsed.refusal).not.toContain('\n');
  });

  it('prints such a refusal alone, and ends with 1', async () => {
    const { status, printed, errors } = await runCommand('build', ['--contnet', 'papers']);
    expect({ status, printed }).toEqual({ status: 1, printed: '' });
    expect(errors).toMatch(/^There is no option --contnet\. The options are .*\n$/);
  });

  it('refuses a SOURCE_DATE_EPOCH that is no number of seconds', () => {
    expect(parseBuildOptions([], { SOURCE_DATE_EPOCH: 'yesterday' })).toHaveProperty('refusal');
  });
});

describe('npm run check', () => {
  it('reads everything and writes nothing', async () => {
    const folders = await useFixture('plain');
    const before = digestTree(folders.folder);
    const { status, printed, errors } = await runCommand('check', argumentsFor(folders));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(printed).toMatch(
      /^No problems\. A build as of 2024-05-01 would have \d+ pages, .*Nothing was written\.$/m,
    );
    expect(printed).not.toContain('Published');
    expect(digestTree(folders.folder)).toEqual(before);
    expect(standingBeside(folders)).toEqual([]);
  });

  it('prints every problem of every paper in one run, sorted, and of a restricted paper no word', async () => {
    const folders = await useFixture('full');
    const meeting = join(folders.content, 'nowhere-scrutiny/2024-03-14');
    const change = (file: string, from: string, to: string): void => {
      const text = readFileSync(join(meeting, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(meeting, file), text.replace(from, to));
    };
    change('b2-deckchair-licences.md', 'restricted: false', 'restricted: no');
    change('d1-xoqufilename-pier.md', 'topic: xoqutopic', 'topic_: xoqutopic\nXoqukey: xoquvalue');
    change('d1-xoqufilename-pier.md', 'exempt: 3', 'exempt: xoqunine');
    change('../2023-11-09/coastal-path.md', 'restricted: false', 'Restricted: false');
    change('minutes.md', 'It was RESOLVED', 'After that it was RESOLVED');
    rmSync(join(folders.data, 'site.yaml'));
    const { status, errors } = await runCommand('check', argumentsFor(folders));
    expect(status).toBe(1);
    const places = [...errors.matchAll(/^(\S+):(\d+):\d+$/gm)].map(([, file, line]) => ({
      file,
      line: Number(line),
    }));
    const sorted = [...places].sort((first, second) =>
      first.file === second.file ? first.line - second.line : first.file! < second.file! ? -1 : 1,
    );
    expect(places).toEqual(sorted);
    expect(new Set(places.map(({ file }) => file!.split('/').at(-1)))).toEqual(
      new Set([
        'b2-deckchair-licences.md',
        'coastal-path.md',
        'd1-xoqufilename-pier.md',
        'minutes.md',
        'site.yaml',
      ]),
    );
    expect(errors).toMatch(
      /^(?:\S+:\d+:\d+\n {2}.*\n {2}.* {3}\[[a-z-]+\]\n\n)+\d+ problems stop a build of these papers\./,
    );
    expect(errors.replaceAll('d1-xoqufilename-pier.md', '')).not.toMatch(/xoqu/i);
  });
});
