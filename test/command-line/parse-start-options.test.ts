import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../src/command-line/parse-start-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-options-'));

describe('parseStartOptions', () => {
  it('begins at port 8080 with the folders of the project', () => {
    const parsed = parseStartOptions([], {});
    expect(parsed).toMatchObject({
      port: 8080,
      options: { content: expect.stringMatching(/content$/), output: expect.stringMatching(/_site$/) },
    });
  });

  it('takes a port, and what a build takes', () => {
    const parsed = parseStartOptions(
      ['--port', '9000', '--content', folder, '--output=/tmp/x', '--data', folder, '--date', '2021-11-18'],
      {},
    );
    expect(parsed).toMatchObject({
      port: 9000,
      options: { content: folder, data: folder, output: '/tmp/x', date: '2021-11-18' },
    });
  });

  it('builds with the date of the day, or with the one that was typed', () => {
    const typed = parseStartOptions(['--date=2021-11-18'], {});
    expect('optionsNow' in typed && typed.optionsNow().date).toBe('2021-11-18');
    const today = parseStartOptions([], { SOURCE_DATE_EPOCH: '0' });
    expect('optionsNow' in today && today.optionsNow().date).toBe('1970-01-01');
  });

  it.each([['0'], ['65536'], ['x'], [''], ['-1'], ['80.5']])('refuses the port %j', (port) => {
    expect(parseStartOptions([`--port=${port}`], {})).toEqual({
      refusal: 'Write --port as a number from 1 to 65535, such as --port 8080.',
    });
  });

  it.each([[['--prot', '1']], [['content']], [['--port']]])(
    'names its options when it is given %j',
    (args) => {
      expect(parseStartOptions(args, {})).toHaveProperty(
        'refusal',
        expect.stringContaining('--port 8080; there are no others'),
      );
    },
  );

  it('says what a build says of what is missing', () => {
    expect(parseStartOptions(['--content='], {})).toEqual({
      refusal: 'Nothing is written after --content.',
    });
  });
});
