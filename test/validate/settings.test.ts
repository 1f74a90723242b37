import { describe, expect, it } from 'vitest';
import { validateGlossary } from '../../src/validate/validate-glossary.ts';
import { validateSite } from '../../src/validate/validate-site.ts';
import { expectProblems } from '../support/expect-problems.ts';

const whole = [
  'name: Quillby Moot',
  'url: https://papers.example.org/meetings/',
  'description: Papers of the moot.',
  'contact:',
  '  email: clerk@example.org',
  'language: en-GB',
];

function problemsOf(lines: readonly string[]): Parameters<typeof expectProblems>[0] {
  const result = validateSite('data/site.yaml', lines.join('\n'));
  return 'problems' in result ? result.problems : [];
}

/** The settings with one line in the place of another. */
function changed(line: number, text: string): readonly string[] {
  return whole.map((setting, index) => (index === line - 1 ? text : setting));
}

describe('the settings', () => {
  it('are read, and the path of the address begins and ends in a slash', () => {
    const result = validateSite('data/site.yaml', whole.join('\n'));
    expect('site' in result && [result.site.basePath, result.site.contact.email]).toEqual([
      '/meetings/',
      'clerk@example.org',
    ]);
  });

  it.each<[name: string, lines: readonly string[], line: number, code: string]>([
    ['no address', whole.filter((_, index) => index !== 1), 1, 'setting-value'],
    [
      'an address without its slash',
      changed(2, 'url: https://papers.example.org/meetings'),
      2,
      'setting-value',
    ],
    ['an address without its scheme', changed(2, 'url: papers.example.org/'), 2, 'setting-value'],
    ['a misspelt setting', [...whole, 'colour:', '  brand: "#123456"'], 7, 'setting-unknown'],
    ['a misspelt setting within another', changed(5, '  mail: clerk@example.org'), 5, 'setting-unknown'],
    ['a colour that cannot be read', [...whole, 'colours:', '  link: "#eeeeee"'], 8, 'colour-contrast'],
    ['a colon in a value', changed(3, 'description: Papers: of the moot'), 3, 'settings-unreadable'],
    ['a reference to nothing', changed(3, 'description: *papers'), 3, 'settings-unreadable'],
  ])('are refused: %s', (_name, lines, line, code) => {
    const rows = problemsOf(lines).filter((problem) => problem.code === code);
    expectProblems(rows.slice(0, 1), [['site.yaml', line, code]]);
  });
});

describe('the glossary', () => {
  it('gives each abbreviation its words', () => {
    expect([...validateGlossary('data/glossary.yaml', 'DHR: Domestic Homicide Review').glossary]).toEqual([
      ['DHR', 'Domestic Homicide Review'],
    ]);
  });

  it('refuses an abbreviation without words', () => {
    expectProblems(validateGlossary('data/glossary.yaml', 'ASB: Behaviour\nDHR:').problems, [
      ['glossary.yaml', 2, 'setting-value'],
    ]);
  });
});
