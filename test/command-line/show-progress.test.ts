import { describe, expect, it } from 'vitest';
import { isDrawable, showProgress, type ShownProgress } from '../../src/command-line/show-progress.ts';
import { countProgress, tellInTurn, tellOf } from '../../src/model/progress.ts';

/** Shows progress by a clock that the test moves; `shown` is all that was written, with its moves of the cursor in words. */
function show(isTerminal: boolean, columns?: number): ShownProgress & { shown: () => string; time: number } {
  let written = '';
  const clock = { time: 0 };
  const progress = showProgress({
    ...{ isTerminal, write: (text) => (written += text), now: () => clock.time },
    ...(columns === undefined ? {} : { columns: () => columns }),
  });
  const shown = (): string => {
    const text = written.replaceAll('\u001b[K', '').replaceAll('\r', '<');
    written = '';
    return text;
  };
  return Object.assign(clock, { ...progress, shown });
}

describe('progress on a terminal', () => {
  it('is one line a stage, drawn over at most ten times a second, that stays when the stage is done', () => {
    const shown = show(true);
    for (shown.time = 0; shown.time <= 1000; shown.time += 1)
      shown.tell({ stage: 'writing', done: shown.time, of: 1000 });
    expect(shown.shown()).toBe(
      [500, 600, 700, 800, 900, 1000]
        .map((done) => `<Writing pages: ${done === 1000 ? '1,000' : done} of 1,000 pages`)
        .join(''),
    );
    shown.tell({ stage: 'indexing', done: 0, of: 5 });
    expect(shown.shown()).toBe('<Writing pages: 1,000 pages in 1.0 s\n');
  });

  it('is nothing for stages that are done within half a second', () => {
    const shown = show(true);
    for (const stage of ['reading', 'preparing', 'writing'] as const) {
      shown.tell({ stage, done: 0, of: 1 });
      shown.time += 499;
      shown.tell({ stage, done: 1, of: 1 });
    }
    shown.close();
    expect(shown.shown()).toBe('');
  });

  it('tells of a long stage that told nothing, once it is done', () => {
    const shown = show(true);
    shown.tell({ stage: 'keeping', done: 0 });
    shown.time = 2000;
    shown.close();
    expect(shown.shown()).toBe('<Keeping what was made for the next build, in 2.0 s\n');
  });

  it('does not say that a stage is done which was cut short, and leaves the line empty for what is said then', () => {
    const shown = show(true);
    shown.tell({ stage: 'writing', done: 0, of: 9 });
    shown.time = 600;
    shown.tell({ stage: 'writing', done: 3, of: 9 });
    shown.close();
    expect(shown.shown()).toBe('<Writing pages: 3 of 9 pages<<');
    shown.close();
    expect(shown.shown()).toBe('');
  });

  it('makes room for a line that is said meanwhile', () => {
    const shown = show(true);
    shown.tell({ stage: 'writing', done: 0, of: 9 });
    shown.say('First.');
    shown.time = 600;
    shown.tell({ stage: 'writing', done: 3, of: 9 });
    shown.say('Second.');
    expect(shown.shown()).toBe('First.\n<Writing pages: 3 of 9 pages<<Second.\n');
  });

  it('is never wider than the terminal', () => {
    const shown = show(true, 20);
    shown.tell({ stage: 'writing', done: 0, of: 9 });
    shown.time = 600;
    shown.tell({ stage: 'writing', done: 3, of: 9 });
    expect(shown.shown()).toBe('<Writing pages: 3 of');
    const unknown = show(true, 0);
    unknown.tell({ stage: 'writing', done: 0, of: 9 });
    unknown.time = 600;
    unknown.close();
    expect(unknown.shown()).toBe('');
    unknown.tell({ stage: 'writing', done: 9, of: 9 });
    unknown.time = 1200;
    unknown.close();
    expect(unknown.shown()).toBe('<Writing pages: 9 pages in 0.6 s\n');
  });
});

describe('progress in a pipeline', () => {
  it('is a line at the start of a stage, and one each ten seconds in a long one', () => {
    const shown = show(false);
    for (shown.time = 0; shown.time <= 25_000; shown.time += 100)
      shown.tell({ stage: 'auditing', done: shown.time / 100, of: 250 });
    shown.tell({ stage: 'keeping', done: 0 });
    shown.time += 700;
    shown.tell({ stage: 'keeping', done: 0 });
    shown.close();
    expect(shown.shown().split('\n')).toEqual([
      'Looking through files for withheld text: 5 of 250 files …',
      'Looking through files for withheld text: 105 of 250 files, about 10 seconds left …',
      'Looking through files for withheld text: 205 of 250 files, a few seconds left …',
      'Keeping what was made for the next build …',
      '',
    ]);
  });
});

describe('stages that go on at the same time', () => {
  it('are told one after another, each until it is done', () => {
    const told: string[] = [];
    const tell = tellInTurn(({ stage, done, of }) => told.push(`${stage} ${done}/${of}`));
    const compare = countProgress(tell, 'comparing', 3);
    const write = countProgress(tell, 'writing', 2);
    const index = countProgress(tell, 'indexing', 1);
    compare();
    write();
    index();
    compare(2);
    write();
    tellOf(tell, 'keeping')();
    expect(told).toEqual([
      ...['comparing 0/3', 'comparing 1/3', 'comparing 3/3', 'writing 1/2', 'writing 2/2', 'indexing 1/1'],
      ...['keeping 0/undefined', 'keeping 0/undefined'],
    ]);
  });
});

describe('isDrawable', () => {
  it.each([
    [true, { isTTY: true }, { TERM: 'xterm' }],
    [true, { isTTY: true }, { CI: 'false' }],
    [false, { isTTY: true }, { CI: 'true' }],
    [false, { isTTY: true }, { TERM: 'dumb' }],
    [false, {}, { TERM: 'xterm' }],
  ])('is %s for %j and %j', (expected, stream, environment) => {
    expect(isDrawable(stream, environment)).toBe(expected);
  });
});
