import type { RegisterIndex } from './register-index.ts';
import type { RegisterPart } from './register-parts.ts';
import { yearOf } from './register.ts';

/** A choice within the page, which the script counts: only where there is something to choose. */
export type RegisterFilter = {
  readonly name: 'year' | 'body' | 'outcome';
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

/** The filters of a page, by what it lists. */
export function filtersOf({ kind, listed }: RegisterPart, index: RegisterIndex): RegisterFilter[] {
  const values: Record<RegisterFilter['name'], ReadonlySet<string>> = {
    year: new Set(listed.map(yearOf)),
    body: new Set(listed.map(({ body }) => body.slug)),
    outcome: new Set(listed.flatMap(({ outcomes }) => outcomes)),
  };
  const filter = (name: RegisterFilter['name'], label: string): RegisterFilter => ({
    ...{ name, label },
    choices: index
      .ofKind(name)
      .filter(({ value }) => values[name].has(value))
      .map(({ value, name: text }) => ({ value, text })),
  });
  return [filter('year', 'Year'), filter('body', 'Body'), filter('outcome', 'Outcome')].filter(
    ({ name, choices }) => !kind.startsWith(name) && choices.length > 1,
  );
}
