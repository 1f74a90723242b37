// `npm run mutate [-- WORD]`: switches off each rule of the guard in turn (those whose name or file holds WORD); one test must fail for each.

import { fileURLToPath } from 'node:url';
import { auditMutants } from '../mutate/audit-mutants.ts';
import { inputMutants } from '../mutate/input-mutants.ts';
import type { Mutant, MutantOutcome } from '../mutate/mutant.ts';
import { runMutants } from '../mutate/run-mutants.ts';
import { withholdMutants } from '../mutate/withhold-mutants.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const word = process.argv[2] ?? '';
const mutants = [...withholdMutants, ...inputMutants, ...auditMutants].filter(({ name, file }) =>
  `${file} ${name}`.includes(word),
);
const alive: Mutant[] = [];

await runMutants(root, mutants, (mutant, outcome) => {
  if (outcome.kind !== 'killed') alive.push(mutant);
  process.stdout.write(`${mutant.file.replace('src/', '')}: ${mutant.name}\n    ${describe(outcome)}\n`);
});
process.stdout.write(
  `\n${mutants.length} rules were switched off; tests noticed ${mutants.length - alive.length}.\n`,
);
for (const { name, file } of alive) process.stderr.write(`Nobody noticed: ${name} (${file})\n`);
process.exitCode = alive.length === 0 && mutants.length > 0 ? 0 : 1;

function describe(outcome: MutantOutcome): string {
  switch (outcome.kind) {
    case 'killed':
      return `noticed by "${outcome.by}"`;
    case 'survived':
      return 'SURVIVED: every test passes without this rule';
    case 'out of date':
      return 'OUT OF DATE: the patch no longer fits the file once; correct it in src/mutate/';
  }
}
