import { describe, expect, it } from 'vitest';
import { parseBuildOptions } from '../../src/command-line/parse-build-options.ts';

describe('parseBuildOptions', () => {
  it('keeps what is made beside the output, or where one says', () => {
    expect(parseBuildOptions(['--output', '/tmp/x'], {})).toMatchObject({
      options: { cache: '/tmp/x.cache' },
    });
    expect(parseBuildOptions(['--cache', '/tmp/y'], {})).toMatchObject({ options: { cache: '/tmp/y' } });
  });

  it.each([
    ['content', ['--content', '/tmp/papers', '--cache', '/tmp/papers/kept']],
    ['data', ['--data', '/tmp/settings', '--cache', '/tmp/settings']],
    ['output', ['--output', '/tmp/x', '--cache', '/tmp/x/kept']],
  ])('refuses a folder for it that stands in that of --%s, which has other things', (name, args) => {
    expect(parseBuildOptions(args, {})).toEqual({
      refusal: `The folder that --cache names stands in that of --${name}. Choose another.`,
    });
  });

  it('takes over parts, as many as are named', () => {
    expect(parseBuildOptions(['--join', '/tmp/a', '--join', '/tmp/b'], {})).toMatchObject({
      options: { joined: ['/tmp/a', '/tmp/b'] },
    });
    expect(parseBuildOptions([], {})).not.toHaveProperty('options.joined');
  });

  it('refuses an empty name', () => {
    expect(parseBuildOptions(['--join=/tmp/a', '--join='], {})).toEqual({
      refusal: 'Nothing is written after --join.',
    });
    expect(parseBuildOptions(['--cache='], {})).toEqual({ refusal: 'Nothing is written after --cache.' });
  });
});
