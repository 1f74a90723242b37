// `npm run verify -- DIR [--manifest FILE]`: is this the site that was built? Ends with 0 if it is, with 1
// if not.

import { parseArgs } from 'node:util';
import { showOnOutput } from '../command-line/show-progress.ts';
import { countOf, formatCount } from '../model/count-of.ts';
import { verifyDirectory, type Difference } from '../audit/verify-directory.ts';

const usage =
  'Write `npm run verify -- FOLDER`, or `npm run verify -- FOLDER --manifest FILE` to compare with a manifest kept elsewhere.';

process.exitCode = await verify(process.argv.slice(2));

async function verify(args: readonly string[]): Promise<0 | 1> {
  const request = parseRequest(args);
  if (request === undefined) {
    process.stderr.write(`${usage}\n`);
    return 1;
  }
  const { tell, close } = showOnOutput();
  const verifying = verifyDirectory(request.directory, request.manifest, tell);
  const { agreeing, differences } = await verifying.finally(close);
  for (const difference of differences) process.stderr.write(`${formatDifference(difference)}\n`);
  if (differences.length === 0)
    process.stdout.write(
      agreeing === 1
        ? 'The one file is as it was built.\n'
        : `All ${formatCount(agreeing)} files are as they were built.\n`,
    );
  else
    process.stderr.write(
      `\n${countOf(agreeing, 'file is as it was', 'files are as they were')} built; ${countOf(differences.length, 'is', 'are')} not.\n`,
    );
  return differences.length === 0 ? 0 : 1;
}

function parseRequest(
  args: readonly string[],
): { readonly directory: string; readonly manifest: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { manifest: { type: 'string' } },
      allowPositionals: true,
    });
    const [directory, ...others] = positionals;
    return directory === undefined || others.length > 0
      ? undefined
      : { directory, manifest: values.manifest };
  } catch {
    return undefined;
  }
}

function formatDifference({ kind, path }: Difference): string {
  switch (kind) {
    case 'changed':
      return `${path}: is not as it was built.`;
    case 'missing':
      return `${path}: is missing.`;
    case 'extra':
      return `${path}: was not built and does not belong here.`;
    case 'no manifest':
      return `${path}: there is no manifest here that can be read, so nothing can be compared.`;
    case 'no directory':
      return `${path}: there is no such folder.`;
  }
}
