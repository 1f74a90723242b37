import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // A test may build a whole site or open a browser.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A process for each file: builds change the working folder and the environment.
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', 'json'],
    outputFile: { json: '.minutebook/test-results.json' },
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      // The type check of `npm test` reports those, and one name's tests need not wait for all files.
      ignoreSourceErrors: true,
    },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
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
