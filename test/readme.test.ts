import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { agendaSchema, supplementSchema } from '../src/model/front-matter/agenda.ts';
import { bodySchema } from '../src/model/front-matter/body.ts';
import { minutesSchema } from '../src/model/front-matter/minutes.ts';
import { reportSchema } from '../src/model/front-matter/report.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

const listed = [...readme.matchAll(/^\| ((?:`[a-z_]+`(?:, )?)+) +\|/gm)].flatMap(([, names]) =>
  [...names!.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!),
);

it('the README lists every field that front matter may have, and no other', () => {
  const schemas = [agendaSchema, supplementSchema, bodySchema, minutesSchema, reportSchema];
  const fields = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
  expect([...new Set(listed)].sort()).toEqual([...fields].sort());
});
