import type { Progress, TellProgress } from '../model/progress.ts';
import type { Write } from '../report.ts';
import { formatFinished, formatProgress, type StageUnderWay } from './format-progress.ts';

/** Where progress is shown. */
export interface ProgressPlace {
  readonly write: Write;
  /** On a terminal a line is drawn over again; elsewhere each is a line of its own. */
  readonly isTerminal: boolean;
  /** How wide the terminal is: a line that is longer would be drawn below itself. */
  readonly columns?: () => number | undefined;
  /** Milliseconds of a clock that only goes on. */
  readonly now?: () => number;
}

/** Shows how far a build is. */
export interface ShownProgress {
  readonly tell: TellProgress;
  /** Prints a line that stays. */
  readonly say: (line: string) => void;
  /** Leaves the terminal as other lines need it; called before anything else is printed. */
  readonly close: () => void;
}

/** What is done sooner is not worth a line. */
const worthALine = 500;
const betweenDrawings = 100;
const betweenLines = 10_000;
const clearRest = '\u001b[K';

/**
 * Shows the stages of a build one after another, each once it has lasted half a second. It has no timer: where nothing is told,
 * nothing is shown. In a pipeline a stage has a line at its start and, where it is long, one each ten seconds.
 */
export function showProgress({
  write,
  isTerminal,
  columns = () => undefined,
  now = () => performance.now(),
}: ProgressPlace): ShownProgress {
  let under: (Omit<StageUnderWay, 'seconds'> & { readonly started: number }) | undefined;
  let written: number | undefined;
  let isDrawn = false;

  const draw = (line: string, end: string): void => {
    // Some terminals say that they are 0 wide: they do not know.
    const width = columns() || Infinity;
    write(`\r${line.length < width ? line : line.slice(0, width - 1)}${clearRest}${end}`);
    isDrawn = end === '';
  };
  const clear = (): void => {
    if (isDrawn) draw('', '\r');
  };
  const finish = (time: number): void => {
    if (under === undefined) return;
    const { done, of } = under.progress;
    const lasted = time - under.started;
    // One that was cut short by a failure has not done what its line would say.
    if (isTerminal && lasted >= worthALine && (of === undefined || done === of))
      draw(formatFinished({ ...under, seconds: lasted / 1000 }), '\n');
    else clear();
    under = undefined;
    written = undefined;
  };
  const tell = (progress: Progress): void => {
    const time = now();
    if (under?.progress.stage !== progress.stage) {
      finish(time);
      under = { progress, before: progress.done, started: time };
    }
    under = { ...under, progress };
    const lasted = time - under.started;
    const pause = isTerminal ? betweenDrawings : betweenLines;
    if (lasted < worthALine || (written !== undefined && time - written < pause)) return;
    written = time;
    const line = formatProgress({ ...under, seconds: lasted / 1000 });
    if (isTerminal) draw(line, '');
    else write(`${line} …\n`);
  };
  return {
    tell,
    say: (line) => {
      clear();
      write(`${line}\n`);
    },
    close: () => finish(now()),
  };
}

/** Whether lines can be drawn over again: on a terminal that can, and that no pipeline records. */
export function isDrawable(
  stream: { readonly isTTY?: boolean },
  environment: { readonly [name: string]: string | undefined },
): boolean {
  const isPipeline = (environment['CI'] ?? '') !== '' && environment['CI'] !== 'false';
  return stream.isTTY === true && !isPipeline && environment['TERM'] !== 'dumb';
}

/** Shows progress on standard output. */
export function showOnOutput(): ShownProgress {
  const { stdout } = process;
  return showProgress({
    write: (text) => stdout.write(text),
    isTerminal: isDrawable(stdout, process.env),
    columns: () => stdout.columns,
  });
}
