// How Node is to run a command.

const long = new Set(['start', 'lint']);

/**
 * The flags of Node for a command of this name. Most of what a build makes is short-lived: with the usual small nursery a tenth of its time
 * goes to copying what lives a moment longer. And Node 20 compiles whatever has run for a moment once more, to be quick: an eighth of what
 * the processors do for a correction, nearly all of it for functions that are not needed again. Later versions wait by themselves, and do
 * not know that flag. `npm start` goes on for hours, and the linter for half a minute with the same few rules: they have use for quick functions.
 */
export function nodeFlagsOf(name, version = process.versions.node) {
  const isLong = long.has(name);
  const isEager = version.startsWith('20.');
  return ['--max-semi-space-size=32', ...(isEager && !isLong ? ['--interrupt-budget=1000000'] : [])];
}
