import { stringify } from 'yaml';
import type { AccessibilityRun } from '../model/accessibility-run.ts';

/** A run as the file that the accessibility statement is made from. */
export function formatRun(run: AccessibilityRun): string {
  return `# Written by \`npm run accessibility\`. The accessibility statement says what stands here.\n${stringify(run)}`;
}
