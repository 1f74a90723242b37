// Plain `npx eleventy`: the same stages as `npm run build`, with Eleventy's own command in the middle of them.
// Plain JavaScript, since Eleventy reads it before anything can read TypeScript.

import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { findRefusal } = await import('./src/render/find-refusal.ts');
const { publishThroughEleventy } = await import('./src/render/publish-through-eleventy.ts');

/** @param {import('@11ty/eleventy').EleventyConfig} config */
export default async function configure(config) {
  const refusal = findRefusal(process.argv.slice(2), process.env['ELEVENTY_RUN_MODE']);
  if (refusal !== undefined) await stopWith((write) => write(refusal));
  // Not before: what is refused need not have been read.
  const { abandonPublication, finishPublication, preparePublication } = await import('./src/publish.ts');
  await publishThroughEleventy(config, {
    steps: { prepare: () => preparePublication({}), finish: finishPublication, abandon: abandonPublication },
    templatesDirectory: fileURLToPath(new URL('templates', import.meta.url)),
    stop: (error) => stopWith((write) => report(error, write)),
  });
}

/** @type {(error: unknown, write: (text: string) => void) => Promise<void>} */
async function report(error, write) {
  const { PublishError } = await import('./src/model/problem.ts');
  const { reportProblems } = await import('./src/report.ts');
  const { explainFault } = await import('./src/serve/explain-fault.ts');
  if (error instanceof PublishError) reportProblems(error.problems, write);
  else write(explainFault(error));
}

/**
 * Prints and ends the process once it is printed.
 * @type {(print: (write: (text: string) => void) => unknown) => Promise<never>}
 */
async function stopWith(print) {
  let text = '';
  await print((part) => (text += part));
  await new Promise((resolve) => process.stderr.write(text, resolve));
  process.exit(1);
}
