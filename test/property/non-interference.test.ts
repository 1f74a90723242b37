import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVariants } from '../../src/fuzz/compare-variants.ts';
import { publicSpec, restrictedSpec } from '../../src/fuzz/content-spec.ts';
import { planContent } from '../../src/fuzz/plan-content.ts';
import { writeContent } from '../../src/fuzz/write-content.ts';

const minutes = 60_000;

describe('restricted text', () => {
  it(
    'changes no byte of the site’s plan and nothing that is printed, comes out nowhere, and hides nothing public: 1,000 contents, two variants of each',
    () => {
      let difference: string | undefined;
      const property = fc.property(publicSpec, restrictedSpec, restrictedSpec, (spec, first, second) => {
        const found = compareVariants(spec, first, second);
        if (found !== undefined) difference = found;
        return found === undefined;
      });
      const { failed, seed, numRuns } = fc.check(property, { numRuns: 1000 });
      expect(
        failed,
        `Run \`npm run fuzz -- --runs ${numRuns} --seed ${seed}\` to see it again: ${difference}`,
      ).toBe(false);
    },
    // Two minutes alone; beside other tests, on a machine that is busy, several times as long.
    10 * minutes,
  );

  it(
    'and public text are told apart whatever the order of the files',
    () => {
      const property = fc.property(
        publicSpec,
        restrictedSpec,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (spec, restricted, random) => {
          const { files } = writeContent(spec, restricted);
          const shuffled = [...files]
            .map((file) => [random.next().value, file] as const)
            .sort((first, second) => first[0] - second[0]);
          const [inOrder, other] = [planContent(files), planContent(shuffled.map(([, file]) => file))];
          return inOrder.plan === other.plan;
        },
      );
      fc.assert(property, { numRuns: 40 });
    },
    minutes,
  );
});
