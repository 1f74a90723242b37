import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { nodeFlagsOf } from './scripts/node-flags.mjs';

/** Begun last, one of these would run on alone when all others are done. */
const longest = [
  'test/property/',
  'test/accessibility/',
  'test/cache/warm-as-cold',
  'test/search/',
  'test/index/search-page',
  'test/cache/joined-parts',
  'test/publish/live-site',
  'test/addresses/',
  'test/site/faults',
];

/** The longest first; the rest as vitest has them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.includes(name));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).sort((first, second) => rank(first) - rank(second));
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // A test may build a whole site or open a browser.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A process for each file: builds change the working folder and the environment.
    pool: 'forks',
    execArgv: nodeFlagsOf('test'),
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', 'json'],
    outputFile: { json: '.minutebook/test-results.json' },
    // What one run has made readable, the next need not: `npm test` has three.
    experimental: { fsModuleCache: true },
    coverage: {
      provider: 'v8',
      // What is not held to a number is not counted: it would take as long as the tests.
      include: ['src/withhold/**/*.ts', 'src/audit/**/*.ts'],
      reporter: ['text', 'html'],
      // In these two folders a line that no test reaches could publish a restricted paper.
      thresholds: {
        perFile: false,
        'src/withhold/**': { branches: 100, lines: 100 },
        'src/audit/**': { branches: 100, lines: 100 },
      },
    },
  },
});
