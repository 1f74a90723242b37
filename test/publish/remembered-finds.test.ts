import { describe, expect, it } from 'vitest';
import { RememberedFinds } from '../../src/publish/remembered-finds.ts';

describe('what was found in pages and texts', () => {
  it('is looked for once in the same, and in others for itself', () => {
    const finds = new RememberedFinds<number>();
    let looks = 0;
    const find = (): number => (looks += 1);
    expect(finds.of(['a quay', 'a wall'], find)).toBe(1);
    expect(finds.of(['a quay', 'a wall'], find)).toBe(1);
    expect(finds.of([Buffer.from('a quay'), Buffer.from('a wall')], find)).toBe(1);
    expect(finds.of(['a quaya wall'], find)).toBe(2);
    expect(finds.of(['a quay', 'a wal', 'l'], find)).toBe(3);
    expect(finds.of([], find)).toBe(4);
  });

  it('is forgotten when much else was asked for since', () => {
    const finds = new RememberedFinds<number>();
    const ask = (name: string): boolean => {
      let isNew = false;
      finds.of([name], () => Number((isNew = true)));
      return isNew;
    };
    ask('old');
    ask('asked again');
    for (let number = 0; number < 998; number += 1) ask(`${number}`);
    expect(ask('asked again')).toBe(false);
    ask('one more');
    expect(ask('asked again')).toBe(false);
    expect(ask('old')).toBe(true);
  });
});
