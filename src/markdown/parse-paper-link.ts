import { posix } from 'node:path';

/** Where a link in a paper leads, read from its target alone. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'fragment'; readonly href: string }
  | {
      readonly kind: 'paper';
      readonly body: string;
      readonly meeting: string;
      readonly name: string;
      readonly fragment?: string;
    }
  | { readonly kind: 'attachment'; readonly name: string }
  /** A scheme that may not stand in a paper, or a path that is none of the layout's. */
  | { readonly kind: 'unknown' };

const allowedSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Reads a link's target as typed in a paper of `body` and `meeting`: `https://…`, `#para-2-3`,
 * `b3-agreement.md`, `../2021-07-13/minutes.md#b3`, `files/map.png`. What is not clearly one of them is `unknown`.
 */
export function parsePaperLink(
  target: string,
  from: { readonly body: string; readonly meeting?: string },
): LinkTarget {
  if (target.startsWith('#')) return { kind: 'fragment', href: target };
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(target)?.[1];
  if (scheme !== undefined) {
    return allowedSchemes.has(scheme.toLowerCase())
      ? { kind: 'external', href: target }
      : { kind: 'unknown' };
  }
  if (target.startsWith('/') || target.includes('\\') || /[\u0000-\u001f]/.test(target))
    return { kind: 'unknown' };
  let decoded: string;
  try {
    decoded = decodeURIComponent(target);
  } catch {
    return { kind: 'unknown' };
  }
  const [path = '', fragment] = decoded.split('#', 2);
  const full = posix.normalize(posix.join(from.body, from.meeting ?? '', path));
  const steps = full.split('/');
  if (steps.length === 3 && steps[2]!.endsWith('.md') && !steps.includes('..')) {
    const [body, meeting, file] = steps as [string, string, string];
    const paper = { kind: 'paper', body, meeting, name: file.slice(0, -3) } as const;
    return fragment === undefined ? paper : { ...paper, fragment };
  }
  if (from.meeting !== undefined && fragment === undefined && steps.length === 4 && steps[2] === 'files') {
    if (steps[0] === from.body && steps[1] === from.meeting) return { kind: 'attachment', name: steps[3]! };
  }
  return { kind: 'unknown' };
}
