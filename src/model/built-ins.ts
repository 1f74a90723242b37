const { parse, stringify } = JSON;
const { push } = Array.prototype as { readonly push: unknown };

/**
 * Puts the engine's own functions back after a module that replaced them. pdf.js brings replacements for old browsers,
 * with which writing JSON takes seven times as long, for the whole program. This module is imported before pdf.js.
 */
export function restoreBuiltIns(): void {
  Object.assign(JSON, { parse, stringify });
  Object.defineProperty(Array.prototype, 'push', { value: push });
}
