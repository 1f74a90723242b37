import { accessibilityRunSchema, type AccessibilityRun } from '../model/accessibility-run.ts';
import type { Problem } from '../model/problem.ts';
import { complainOfSettings } from './complain-of-settings.ts';
import { readSettings } from './read-settings.ts';

/** Checks the text of `data/accessibility-run.yaml`, which a command writes and anybody may have edited. */
export function validateAccessibilityRun(
  file: string,
  yaml: string,
): { readonly run: AccessibilityRun } | { readonly problems: readonly Problem[] } {
  const settings = readSettings(file, yaml);
  if ('problems' in settings) return settings;
  const parsed = accessibilityRunSchema.safeParse(settings.values);
  if (parsed.success) return { run: parsed.data };
  return {
    problems: complainOfSettings(parsed.error, settings, Object.keys(accessibilityRunSchema.shape)),
  };
}
