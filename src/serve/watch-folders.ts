import { watch } from 'chokidar';

/** How long folders must be quiet before what one meeting holds is looked at: an editor saves a file in several steps. */
const momentMilliseconds = 10;
/** How long before the site is built: git changes many files. */
const quietMilliseconds = 200;

interface Watcher {
  /** With the paths that have changed since the last call, when all has been quiet for a moment. */
  readonly onMoment: (paths: ReadonlySet<string>) => void;
  /** When all has been quiet for longer. */
  readonly onQuiet: () => void;
}

/** Calls back when something in one of the folders has changed, soon and again when all is quiet. */
export async function watchFolders(
  folders: readonly string[],
  { onMoment, onQuiet }: Watcher,
): Promise<{ close: () => Promise<void> }> {
  const watcher = watch([...folders], { ignoreInitial: true });
  let timers: readonly NodeJS.Timeout[] = [];
  let changed = new Set<string>();
  const stop = (): void => timers.forEach((timer) => clearTimeout(timer));
  watcher.on('all', (_, path) => {
    stop();
    changed.add(path);
    timers = [
      setTimeout(() => {
        const paths = changed;
        changed = new Set();
        onMoment(paths);
      }, momentMilliseconds),
      setTimeout(onQuiet, quietMilliseconds),
    ];
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: async () => {
      stop();
      await watcher.close();
    },
  };
}
