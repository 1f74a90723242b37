import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../src/markdown/parse-blocks.ts';
import { readPartMark, readPartMarkLength } from '../../src/markdown/part-mark.ts';

describe('parseBlocks', () => {
  it('gives each block its kind and its lines', () => {
    const markdown =
      '## A\n\nB\nC\n\n- D\n- E\n\n> F\n\n| G |\n|---|\n| H |\n\n```\nI\n```\n\n::: exempt J\nK\n\n- L\n:::\n';
    expect(parseBlocks(markdown).blocks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['heading', 0, 1],
      ['paragraph', 2, 4],
      ['list', 5, 8],
      ['other', 8, 9],
      ['other', 10, 13],
      ['other', 14, 17],
      ['container', 18, 23],
    ]);
  });

  it.each([
    ['1. A\n2. B', ['1', '2']],
    ['7) A\n8) B', ['7', '8']],
    ['a) A\nb) B', ['a', 'b']],
    ['A.  A\nB.  B', ['a', 'b']],
    ['i. A\nii. B', ['i', 'ii']],
    ['- A\n- B', ['', '']],
  ])('knows the marks of the list %j', (markdown, marks) => {
    const [list] = parseBlocks(markdown).blocks;
    expect(list?.kind === 'list' && list.items.map((item) => item.mark)).toEqual(marks);
  });

  it('gives an item of a list all that it holds', () => {
    const [list] = parseBlocks('1. A\n\n   B\n   - C\n     > D\n2. E').blocks;
    expect(list?.kind === 'list' && list.items.map((item) => item.blocks.map((block) => block.kind))).toEqual(
      [['paragraph', 'paragraph', 'list'], ['paragraph']],
    );
  });

  it.each([
    ['**A**', 'A'],
    ['__A__ ', 'A'],
    ['**A**\nB', 'A'],
    ['**A** B', ''],
    ['A **B**', ''],
    ['*A*', ''],
    ['**A *b* c**', 'A b c'],
  ])('finds the bold line of %j', (markdown, boldLine) => {
    expect(parseBlocks(markdown).blocks[0]).toMatchObject({ kind: 'paragraph', boldLine });
  });

  it('reads words as a reader sees them: entities, escapes and line breaks done, code kept', () => {
    expect(parseBlocks('&#68;1 \\*A\\* `b` [c](d) ![e](f)<br>g\nh').blocks[0]).toMatchObject({
      text: 'D1 *A* b c e\ng\nh',
    });
  });

  it('reads a long paper in time that grows with its length', () => {
    const parse = (items: number): number => {
      const markdown = Array.from(
        { length: items },
        (_, index) => `${index}. Words\n\n   - [More](x) \`and\` **more**\n`,
      ).join('\n');
      // Of the processor and not of the clock, which goes on while others have the processor.
      const start = process.cpuUsage();
      parseBlocks(markdown);
      return process.cpuUsage(start).user / 1000;
    };
    parse(500);
    expect(parse(4000)).toBeLessThan(Math.max(2000, 40 * parse(500)));
  });
});

describe('readPartMark', () => {
  it.each<[text: string, mark: string | undefined, length: number]>([
    ['A. to agree', 'a', 3],
    ['(a) to agree', 'a', 4],
    ['b) to agree', 'b', 3],
    ['  ii) to agree', 'ii', 6],
    ['(iv) to agree', 'iv', 5],
    ['3. to agree', '3', 3],
    ['- to agree', undefined, 2],
    ['Cllr. Smith', undefined, 0],
    ['Mr. Smith', undefined, 0],
    ['to agree', undefined, 0],
    ['A.to agree', undefined, 0],
  ])('reads %j', (text, mark, length) => {
    expect([readPartMark(text), readPartMarkLength(text)]).toEqual([mark, length]);
  });
});
