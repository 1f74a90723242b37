import type { BenchRun } from '../measurements.ts';
import { formatNumber } from '../table/format-quantity.ts';
import { limitSizes, modelLimits } from './model-limits.ts';

/** Where each limit lies, as a table of Markdown: each number says whether it was measured or reckoned. Empty when nothing was measured of ours. */
export function formatLimits(run: Pick<BenchRun, 'sizes'>): string {
  const rows = modelLimits(run).map(({ what, unit, values }) => {
    const cells = limitSizes.map((papers) => {
      const found = values.find((value) => value.papers === papers);
      return found === undefined ? 'not measured' : `${formatNumber(found.value, unit)}, ${found.source}`;
    });
    return `| ${[what, ...cells].join(' | ')} |`;
  });
  if (rows.length === 0) return '';
  const heads = ['papers', ...limitSizes.map((papers) => papers.toLocaleString('en-GB'))];
  return [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join('\n');
}
