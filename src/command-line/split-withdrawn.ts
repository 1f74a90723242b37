/** Takes every `--withdrawn ADDRESS` out of the arguments; what is left are the options of a build. */
export function splitWithdrawn(args: readonly string[]): {
  readonly withdrawn: readonly string[];
  readonly rest: readonly string[];
} {
  const withdrawn: string[] = [];
  const rest: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    if (arg.startsWith('--withdrawn=')) withdrawn.push(arg.slice('--withdrawn='.length));
    else if (arg === '--withdrawn') withdrawn.push(args[(index += 1)] ?? '');
    else rest.push(arg);
  }
  return { withdrawn, rest };
}
