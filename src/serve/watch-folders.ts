import { watch } from 'chokidar';

/** How long folders must be quiet: an editor saves a file in several steps, and git changes many files. */
const quietMilliseconds = 200;

/** Calls back when something in one of the folders has changed and all has been quiet for a moment. */
export async function watchFolders(
  folders: readonly string[],
  onChange: () => void,
): Promise<{ close: () => Promise<void> }> {
  const watcher = watch([...folders], { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMilliseconds);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
