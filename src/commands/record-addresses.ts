// `npm run record-addresses`: adds the addresses of this site to data/addresses.yaml, and makes keyed hashes of those
// whose papers are withheld now. The one command that writes into data/ for it; a build never does.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressListFile, addressPattern } from '../addresses/address-list.ts';
import { vanishedProblems } from '../addresses/find-vanished.ts';
import { recordAddresses } from '../addresses/record-addresses.ts';
import { notFoundAddress } from '../assemble/addresses.ts';
import { guardProcess, writeFault } from '../command-line/guard-process.ts';
import { parseBuildOptions } from '../command-line/parse-build-options.ts';
import { splitWithdrawn } from '../command-line/split-withdrawn.ts';
import { PublishError } from '../model/problem.ts';
import { planPublication, type PublishOptions } from '../publish.ts';
import { reportProblems } from '../report.ts';

const keyMissing =
  'An address of a withheld paper is to be written as a keyed hash, and there is no key.\n' +
  'Set MINUTEBOOK_ACCEPTANCE_KEY to the secret of this site, the same each time and kept out of git, and run this again. Nothing was written.\n';

guardProcess();
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<0 | 1> {
  const { withdrawn, rest } = splitWithdrawn(args);
  const parsed = parseBuildOptions(rest, process.env);
  if ('refusal' in parsed) return refuse(`${parsed.refusal}\n`);
  const wrong = withdrawn.find((address) => !addressPattern.test(address));
  if (wrong !== undefined)
    return refuse('Write after --withdrawn an address as the list has it, such as /topics/allotments/.\n');
  try {
    return await record(parsed.options, new Set(withdrawn));
  } catch (error) {
    if (error instanceof PublishError) reportProblems(error.problems, (text) => process.stderr.write(text));
    else writeFault(error);
    return 1;
  }
}

async function record(options: PublishOptions, withdrawn: ReadonlySet<string>): Promise<0 | 1> {
  const { addresses } = await planPublication({ ...options, cache: undefined, checksAddresses: false });
  const file = join(options.data, addressListFile);
  const { recorded } = addresses;
  const published = new Set([...addresses.published].filter((address) => address !== notFoundAddress));
  const result = recordAddresses({
    text: await readFile(file, 'utf8').catch(() => undefined),
    recorded,
    published,
    withheld: addresses.withheld,
    withdrawn,
    key: options.acceptanceKey,
  });
  if ('keyMissing' in result) return refuse(keyMissing);
  if ('vanished' in result) throw new PublishError(vanishedProblems(result.vanished, recorded, published));
  await writeFile(file, result.text);
  process.stdout.write(
    `data/${addressListFile}: ${result.added} added, ${result.hashed} made into hashes. Commit the file.\n`,
  );
  return 0;
}

function refuse(words: string): 1 {
  process.stderr.write(words);
  return 1;
}
