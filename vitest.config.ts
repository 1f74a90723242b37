import { defaultExclude, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, one of these would run on alone when all others are done. */
const longest = [
  'test/property/',
  'test/accessibility/',
  'test/cache/warm-as-cold',
  'test/search/',
  'test/index/search-page',
  'test/command-line/run-eleventy',
  'test/serve/newest-pages',
  'test/publish/live-site',
  'test/cache/joined-parts',
  'test/addresses/',
  'test/bench/peer',
  'test/site/faults',
  'test/site/audit',
  'test/site/determinism',
  'test/site/eleventy',
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

/** What these reach of the code is counted, which makes the rest a third slower for nothing: see `thresholds` below. */
const counted = ['audit', 'site', 'withhold'].map((folder) => `test/${folder}/**/*.test.ts`);
/** These put something else in the place of a module; in a process with others, those would get it too. */
const alone = ['serve/newest-pages', 'output/rename-folder', 'output/output-lock'].map(
  (name) => `test/${name}.test.ts`,
);

/** A part of the tests. Unless it says otherwise, a process does many of its files, and reads the program once and not for each. */
function project(name: string, test: ProjectTests): TestProjectInlineConfiguration {
  return { extends: true, test: { name, isolate: false, ...test } };
}

type ProjectTests = TestProjectInlineConfiguration['test'];

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      project('withholding', { include: counted }),
      project('others', {
        include: ['test/**/*.test.ts'],
        exclude: [...defaultExclude, ...counted, ...alone],
      }),
      project('alone', { include: alone, isolate: true }),
    ],
    // A test may build a whole site or open a browser.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', 'json'],
    outputFile: { json: '.minutebook/test-results.json' },
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
