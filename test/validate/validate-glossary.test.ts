import { describe, expect, it } from 'vitest';
import { validateGlossary } from '../../src/validate/validate-glossary.ts';

const check = (yaml: string): ReturnType<typeof validateGlossary> =>
  validateGlossary('data/glossary.yaml', yaml);

describe('the glossary', () => {
  it('is abbreviations, each with what it stands for', () => {
    expect([...check('VRU: Violence Reduction Unit\nNO: Notices and Orders\n').glossary]).toEqual([
      ['VRU', 'Violence Reduction Unit'],
      ['NO', 'Notices and Orders'],
    ]);
  });

  it('may be missing or empty', () => {
    expect(check('')).toEqual({ glossary: new Map(), problems: [] });
  });

  it.each([
    ['VRU: [Violence]\n', 'setting-value', 1],
    ['A: B\n- C\n', 'settings-unreadable', 2],
    ['- VRU\n', 'setting-value', 1],
  ])('is refused with the place of the fault: %j', (yaml, code, line) => {
    const { problems } = check(yaml);
    expect(problems[0]).toMatchObject({ code, file: 'data/glossary.yaml', line });
  });
});
