import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultColours } from '../../src/model/site.ts';
import { compileStyles, stylesheetFile } from '../../src/styles/compile-styles.ts';
import { dropUnused } from '../../src/styles/drop-unused.ts';

const css = readFileSync(stylesheetFile, 'utf8');

describe('the committed style sheet', () => {
  it('is what its sources make; if not, `npm run styles` makes it again', async () => {
    expect(await compileStyles()).toBe(css);
  });

  it('has neither the typeface, the crown nor the name of GOV.UK, and loads nothing', () => {
    expect(css).not.toMatch(/GDS Transport|crown|crest|gov\.uk|url\(|@import|@font-face/i);
  });

  it('has the colours that a site gets that sets none', () => {
    expect(css).toContain(`--govuk-brand-colour: ${defaultColours.brand}`);
    expect(css).toContain(`--govuk-link-colour: ${defaultColours.link}`);
    expect(css).toContain(`var(--brand-text, ${defaultColours.brandText})`);
  });
});

describe('dropUnused', () => {
  const names = new Set(['kept', 'parent']);

  it('keeps rules of classes in use, and rules without a class', () => {
    expect(dropUnused('a{b:c}.kept{b:c}.gone{b:c}', names)).toBe('a{b:c}.kept{b:c}');
  });

  it('keeps of several selectors those in use', () => {
    expect(dropUnused('.kept,.gone,.kept .gone,p:not(.gone,.other){b:c}', names)).toBe(
      '.kept,p:not(.gone,.other){b:c}',
    );
  });

  it('looks into blocks, and leaves out a block that is empty then', () => {
    expect(dropUnused('@media print{.gone{b:c}}@media print{.kept{b:c}.gone{b:c}}', names)).toBe(
      '@media print{.kept{b:c}}',
    );
  });

  it('leaves at-rules that hold no selectors as they are', () => {
    expect(dropUnused('@page{margin:2cm;@bottom-right{content:"."}}', names)).toBe(
      '@page{margin:2cm;@bottom-right{content:"."}}',
    );
  });

  it('leaves out custom properties that nothing reads', () => {
    expect(
      dropUnused(':root{--read: red;--unread: blue}.kept{color:var(--read)}:root{--unread: green}', names),
    ).toBe(':root{--read: red;}.kept{color:var(--read)}');
  });

  it('refuses a sheet that it cannot read', () => {
    expect(() => dropUnused('.kept{b:c', names)).toThrow('does not end');
  });
});
