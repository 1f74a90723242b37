import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/validate/check-colours.ts';
import { validateAccessibilityRun } from '../../src/validate/validate-accessibility-run.ts';
import { validateSite } from '../../src/validate/validate-site.ts';

const needed = [
  'name: Harbour papers',
  'url: https://papers.example.org/meetings/',
  'description: Papers.',
  'contact:',
  '  email: papers@example.org',
  'language: en-GB',
].join('\n');

function problemsOf(more: string): string[] {
  const checked = validateSite('data/site.yaml', `${needed}\n${more}\n`);
  return 'problems' in checked
    ? checked.problems.map(({ line, column, code }) => `${line}:${column} ${code}`)
    : [];
}

describe('validateSite', () => {
  it('takes the licence of the open data, whole or not at all', () => {
    const url = 'https://www.example.org/licence/';
    expect(
      validateSite('data/site.yaml', `${needed}\nlicence:\n  label: Open Licence\n  url: ${url}\n`),
    ).toMatchObject({ site: { licence: { label: 'Open Licence', url } } });
    expect(problemsOf('licence: Open Licence')).toHaveLength(1);
    expect(problemsOf('licence:\n  label: Open Licence')).toHaveLength(1);
    expect(problemsOf('licence:\n  label: Open Licence\n  url: www.example.org')).toHaveLength(1);
  });

  it('needs no colours, logo or statement', () => {
    expect(validateSite('data/site.yaml', needed)).toEqual({
      site: {
        name: 'Harbour papers',
        url: 'https://papers.example.org/meetings/',
        basePath: '/meetings/',
        description: 'Papers.',
        contact: { email: 'papers@example.org' },
        language: 'en-GB',
        accessibility: { known: [] },
      },
    });
  });

  it('takes colours that can be read, and fills in those that are not set', () => {
    expect(validateSite('data/site.yaml', `${needed}\ncolours:\n  brand: "#5B2C83"\n`)).toMatchObject({
      site: { colours: { brand: '#5b2c83', brandText: '#ffffff', link: '#0b5394' } },
    });
  });

  it.each([
    ['brand: "#f0c000"', '8:3 colour-contrast'],
    ['brand_text: "#888888"', '7:1 colour-contrast'],
    ['link: "#777777"', '8:3 colour-contrast'],
    // Enough on white, and too little on the grey of a resolution.
    ['link: "#767676"', '8:3 colour-contrast'],
    ['brand: #12324f', '8:3 setting-value'],
    ['brand: navy', '8:3 setting-value'],
    ['link: "#abc"', '8:3 setting-value'],
    ['brnad: "#12324f"', '8:3 setting-unknown'],
  ])('refuses %s at its place', (line, problem) => {
    expect(problemsOf(`colours:\n  ${line}`)).toEqual([problem]);
  });

  it('says which two colours are too near each other, and what to write', () => {
    const checked = validateSite('data/site.yaml', `${needed}\ncolours:\n  brand: "#f0c000"\n`);
    expect(checked).toMatchObject({
      problems: [
        {
          what: 'Words on the brand colour would be hard to read: #ffffff on #f0c000 has a contrast of 1.71 to 1, and it must be at least 4.5 to 1.',
          instead: 'Write a darker or a lighter colour at `brand`, or another at `brand_text`.',
        },
      ],
    });
  });

  it('takes dark words on a light brand', () => {
    expect(problemsOf('colours:\n  brand: "#f0c000"\n  brand_text: "#000000"')).toEqual([]);
  });

  it.each([
    ['logo: logo.png', []],
    ['logo: logo.svg', ['7:1 setting-value']],
    ['logo: ../logo.png', ['7:1 setting-value']],
    ['accessibility:\n  compliance: partial\n  reviewed: 1 March 2026\n  known: Maps have no text.', []],
    ['accessibility:\n  compliance: mostly', ['8:3 setting-value']],
    ['acessibility:\n  known: x', ['7:1 setting-unknown']],
    ['colours: blue', ['7:1 setting-value']],
    ["logo: 'unclosed", ['8:1 settings-unreadable']],
  ])('checks %s', (more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
  });
});

describe('contrastOf', () => {
  it('is as WCAG defines it', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });
});

describe('validateAccessibilityRun', () => {
  it('takes what the command writes', () => {
    const yaml =
      'date: 2026-01-15\nchecker: axe-core 4.13.0\npages: 30\nchecks: 180\nviolations:\n  - rule: image-alt\n    meaning: Images must have alternative text\n    pages: 2\n';
    expect(validateAccessibilityRun('data/accessibility-run.yaml', yaml)).toEqual({
      run: {
        date: '2026-01-15',
        checker: 'axe-core 4.13.0',
        pages: 30,
        checks: 180,
        violations: [{ rule: 'image-alt', meaning: 'Images must have alternative text', pages: 2 }],
      },
    });
  });

  it('refuses what somebody has broken', () => {
    expect(validateAccessibilityRun('data/accessibility-run.yaml', 'date: soon\n')).toHaveProperty(
      'problems',
    );
    expect(validateAccessibilityRun('data/accessibility-run.yaml', '"')).toHaveProperty('problems');
  });
});
