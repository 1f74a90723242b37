import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { meetingsOfPaths } from '../../src/serve/meetings-of-paths.ts';

const content = join('site', 'content');
const meetingsOf = (...paths: readonly string[]) =>
  meetingsOfPaths(
    content,
    paths.map((path) => join(content, path)),
  );

describe('meetingsOfPaths', () => {
  it('names each meeting once, by its folder, its papers and its attachments', () => {
    expect(
      meetingsOf('board/2024-01-09', 'board/2024-01-09/b1.md', 'board/2024-02-13-2/files/map.png'),
    ).toEqual([
      { body: 'board', slug: '2024-01-09' },
      { body: 'board', slug: '2024-02-13-2' },
    ]);
  });

  it.each([
    ['a body', ['board']],
    ['the page of a body', ['board/index.md']],
    ['a setting', ['../data/site.yaml']],
    ['a setting in a folder with the name of a day', ['../2024-01-09/site.yaml']],
    ['another folder of a body', ['board/old/b1.md']],
    ['many meetings', Array.from({ length: 9 }, (_, day) => `board/2024-01-0${day + 1}/b1.md`)],
  ])('does not answer for %s, whatever else has changed', (_, paths) => {
    expect(meetingsOf('board/2024-01-09/b1.md', ...paths)).toBeUndefined();
  });
});
