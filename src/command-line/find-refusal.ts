/** The command that does what a switch of Eleventy's asks, and does it with every check. */
const commandForSwitch: ReadonlyMap<string, string> = new Map([
  ['serve', 'Run `npm start`, which builds, serves and watches.'],
  ['watch', 'Run `npm start`, which builds, serves and watches.'],
  ['port', 'Run `npm start -- --port NUMBER`.'],
  ['dryrun', 'Run `npm run check`, which writes nothing.'],
  ['input', 'Run `npm run build -- --content FOLDER`.'],
  ['output', 'Run `npm run build -- --output FOLDER`.'],
  ['pathprefix', 'Write the path into `url` in `data/site.yaml`.'],
]);

const usualCommand = 'Run `npx eleventy` without it, or `npm run build`.';

/** Switches that change nothing of what is built; `--config` chooses another file than ours, or names ours. */
const harmlessSwitches: ReadonlySet<string> = new Set(['quiet', 'config', 'version', 'help']);

/**
 * Judges how plain `npx eleventy` was started: says, in two sentences, which switch would go round the checks and
 * what to run instead, or nothing when it may go on. What is not known to be harmless is refused.
 */
export function findRefusal(args: readonly string[], runMode: string): string | undefined {
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    const [, name = arg] = /^--?([^=]+)/.exec(arg) ?? [];
    if (!arg.startsWith('-') || !harmlessSwitches.has(name))
      return refuse(`\`${arg}\``, commandForSwitch.get(name));
    // `--config .eleventy.js` has its value in the next place.
    if (name === 'config' && !arg.includes('=')) index += 1;
  }
  // Eleventy says how it runs whatever the switches were, and also when a script has started it.
  return runMode === 'build' ? undefined : refuse('Watching', commandForSwitch.get('watch'));
}

function refuse(what: string, instead = usualCommand): string {
  return `Nothing was built: ${what} would go round the checks that keep restricted papers out.\n${instead}\n`;
}
