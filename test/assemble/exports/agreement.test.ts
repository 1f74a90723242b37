import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicSpec, restrictedSpec } from '../../../src/fuzz/content-spec.ts';
import { planContent } from '../../../src/fuzz/plan-content.ts';
import { writeContent } from '../../../src/fuzz/write-content.ts';
import { contradictions } from './support/contradictions.ts';
import { exampleTexts } from './support/example-exports.ts';

// What the files under /data/ say of one thing must not differ. Asked of the example, and of contents that nobody wrote.

describe('the files of the open data', () => {
  it('agree with each other on the example', () => {
    expect(contradictions(exampleTexts())).toEqual([]);
  });

  it('agree with each other on 60 contents with restricted papers, items, passages and summaries', () => {
    const property = fc.property(publicSpec, restrictedSpec, (spec, restricted) => {
      const { files } = JSON.parse(planContent(writeContent(spec, restricted).files).plan) as {
        files: { file: string; text: string }[];
      };
      expect(contradictions(new Map(files.map(({ file, text }) => [file, text])))).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  }, 120_000);
});
