import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const security = readFileSync(fileURLToPath(new URL('../SECURITY.md', import.meta.url)), 'utf8');

const rows = [...security.matchAll(/^\| (\d+) +\|.*\| ([^|]*?) *\|$/gm)].map(([, number, tests]) => ({
  number: Number(number),
  tests: tests!.split('; '),
}));

it('SECURITY.md has each of the fifty carriers once, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

it('names tests that are there, or says that the carrier lies outside the program', () => {
  const missing = rows
    .flatMap(({ tests }) => tests)
    .filter((test) => test !== '—')
    .filter(
      (test) =>
        !['', '.test.ts'].some((ending) =>
          existsSync(fileURLToPath(new URL(`${test}${ending}`, import.meta.url))),
        ),
    );
  expect(missing).toEqual([]);
});
