import type { BenchRun } from '../measurements.ts';
import { judge, ratioOf, type Comparison } from './comparison.ts';
import { compareRun } from './compare-run.ts';
import { formatGoal, formatQuantity } from './format-quantity.ts';

const heads = ['papers', 'what', 'ours', 'peer', 'ratio', 'goal', 'verdict'];

/** The table of a run for a terminal, with what it was measured on and what is missing. */
export function formatText(run: BenchRun): string {
  const rows = [heads, ...rowsOf(run)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const circumstances = run.circumstances.map(([name, value]) => `${name}: ${value}`);
  return `${[introductionOf(run), ...circumstances, '', ...table, '', ...remarksOf(run)].join('\n').trimEnd()}\n`;
}

/** The same as Markdown. */
export function formatMarkdown(run: BenchRun): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const circumstances = run.circumstances.map(([name, value]) => `- ${name}: ${value}`);
  const table = [line(heads), line(heads.map(() => '---')), ...rowsOf(run).map(line)];
  const remarks = remarksOf(run).map((remark) => `- ${remark.replaceAll('\n', ' ')}`);
  return [introductionOf(run), '', ...circumstances, '', ...table, '', ...remarks].join('\n').trimEnd();
}

function introductionOf({ date, rounds }: BenchRun): string {
  return `Measured on ${date}, ${rounds === 1 ? 'one round' : `${rounds} rounds`}: the median, and in brackets the lowest and the highest.`;
}

function rowsOf(run: BenchRun): string[][] {
  return compareRun(run)
    .filter((comparison) => comparison.ours !== undefined || comparison.peer !== undefined || comparison.goal)
    .map(rowOf);
}

function rowOf(comparison: Comparison): string[] {
  const { papers, what, unit, ours, peer, goal } = comparison;
  const verdict = judge(comparison);
  return [
    String(papers),
    what,
    formatQuantity(ours, unit),
    formatQuantity(peer, unit),
    ratioOf(comparison)?.toFixed(2) ?? '',
    formatGoal(goal, unit),
    verdict === 'no goal' ? '' : verdict,
  ];
}

function remarksOf({ missing, sizes }: BenchRun): string[] {
  const differing = sizes.flatMap(({ papers, ours }) =>
    (ours?.differingFiles ?? []).slice(0, 5).map((file) => `${papers} papers, differs: ${file}`),
  );
  const failed = sizes.flatMap(({ papers, failures }) =>
    failures.map((failure) => `${papers} papers, failed: ${failure}`),
  );
  return [...missing, ...differing, ...failed];
}
