/** What a build is at, in the order in which it comes to it; `verifying` is a command of its own. */
export type Stage =
  | 'finding'
  | 'reading'
  | 'preparing'
  | 'listing'
  | 'taking over'
  | 'writing'
  | 'indexing'
  | 'comparing'
  | 'auditing'
  | 'keeping'
  | 'verifying';

/**
 * How far a stage is. What is counted is public, or stands in the list of what was withheld: meetings and never papers, of
 * which the restricted ones would be told by their number.
 */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  /** Absent where it is not known; then nothing is counted. */
  readonly of?: number;
}

/** Is told how far a stage is: at its start, and then as often as anything is done. */
export type TellProgress = (progress: Progress) => void;

/** Tells that a stage goes on of which it is not known how much there is. */
export function tellOf(tell: TellProgress | undefined, stage: Stage): () => void {
  const goOn = (): void => tell?.({ stage, done: 0 });
  goOn();
  return goOn;
}

/** Counts what is done in a stage and tells it. `before` are done before it starts, and say nothing of how fast it is. */
export function countProgress(
  tell: TellProgress | undefined,
  stage: Stage,
  of: number,
  before = 0,
): (more?: number) => void {
  let done = before;
  tell?.({ stage, done, of });
  return (more = 1) => {
    done += more;
    tell?.({ stage, done, of });
  };
}

/**
 * Of stages that go on at the same time only one can be followed: the one that began first is told until it is done, then the next
 * with what it has done by then.
 */
export function tellInTurn(tell: TellProgress): TellProgress {
  const underWay = new Map<Stage, Progress>();
  return (progress) => {
    const isFirst = underWay.size === 0 || underWay.keys().next().value === progress.stage;
    underWay.set(progress.stage, progress);
    if (!isFirst) return;
    tell(progress);
    for (const [stage, { done, of }] of underWay) {
      if (of !== undefined && done < of) return;
      underWay.delete(stage);
      const [next] = underWay.values();
      if (next !== undefined) tell(next);
    }
  };
}
