import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parsePartOptions } from '../../src/command-line/parse-part-options.ts';

const secret = { MINUTEBOOK_ACCEPTANCE_KEY: 'a secret' };
const asked = ['--part', '2/3', '--cache', '/tmp/part2'];

describe('parsePartOptions', () => {
  it('reads which part, and where to keep it', () => {
    expect(parsePartOptions([...asked, '--date', '1 May 2024'], secret)).toMatchObject({
      part: { number: 2, of: 3 },
      options: { cache: '/tmp/part2', date: '2024-05-01', acceptanceKey: 'a secret' },
    });
  });

  it.each([
    [['--cache', '/tmp/part2'], 'Write which part'],
    [['--part', '0/3', '--cache', '/tmp/part2'], 'Write which part'],
    [['--part', '4/3', '--cache', '/tmp/part2'], 'Write which part'],
    [['--part', '1', '--cache', '/tmp/part2'], 'Write which part'],
    [['--part', '1/3'], 'Write --cache'],
    [[...asked, '--output', '/tmp/x'], 'The options are --part 1/3'],
    [[...asked, '--date', 'yesterday'], 'Write --date as a day'],
    [[...asked, '--content', '/tmp'], 'Choose another'],
  ])('refuses %j', (args, words) => {
    expect(parsePartOptions(args, secret)).toEqual({ refusal: expect.stringContaining(words) });
  });

  it('refuses to make what no build could join, for want of a common secret', () => {
    expect(parsePartOptions(asked, {})).toEqual({
      refusal: expect.stringContaining('Set MINUTEBOOK_ACCEPTANCE_KEY'),
    });
    const folder = mkdtempSync(join(tmpdir(), 'part-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'part.key'), '');
    const withKey = ['--part', '1/2', '--cache', join(folder, 'part')];
    expect(parsePartOptions(withKey, {})).toHaveProperty('part');
  });
});
