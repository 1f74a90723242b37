/** Builds that never overlap. */
export interface BuildQueue {
  /** Asks for a build. Asked while one runs, one more follows it, however often it was asked. */
  readonly request: () => void;
  /** Waits until nothing is being built and nothing is asked for. */
  readonly settled: () => Promise<void>;
}

/** Makes a queue for a build, which must not throw. Two builds at once would swap the output under each other. */
export function createBuildQueue(build: () => Promise<void>): BuildQueue {
  let isAskedFor = false;
  let running: Promise<void> | undefined;
  async function run(): Promise<void> {
    while (isAskedFor) {
      isAskedFor = false;
      await build();
    }
    running = undefined;
  }
  return {
    request: () => {
      isAskedFor = true;
      running ??= run();
    },
    settled: async () => {
      await running;
    },
  };
}
