import type { AttachmentFaultCode } from './attachment-faults.ts';
import type { AttachmentFormat } from './attachment-format.ts';

/** Endings that can be published, and the format that the bytes must then have; a CSV has no signature. */
export const publishedEndings: ReadonlyMap<string, AttachmentFormat> = new Map([
  ['png', 'png'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['webp', 'webp'],
  ['pdf', 'pdf'],
  ['csv', 'other'],
]);

const refusedEndings: readonly (readonly [RegExp, AttachmentFaultCode])[] = [
  [
    /^(?:do[ct][xm]?|xl[sabt][xmb]?|pp[st][xm]?|od[tspg]|rtf|msg|eml|pages|numbers|key|pub|vsdx?)$/,
    'attachment-office-file',
  ],
  [/^(?:zip|7z|rar|tar|gz|tgz|bz2|xz)$/, 'attachment-archive'],
  [/^svgz?$/, 'attachment-svg'],
  [/^gif$/, 'attachment-gif'],
];

/** The ending of a file name in lower case, without its stop; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Finds what is wrong with an attachment's name: one fault at most, the one to mend first. */
export function findNameFaults(name: string): readonly AttachmentFaultCode[] {
  const ending = endingOf(name);
  if (!publishedEndings.has(ending)) {
    return [refusedEndings.find(([pattern]) => pattern.test(ending))?.[1] ?? 'attachment-kind'];
  }
  // `budget.xlsx.pdf` tells what it was made from, and some programs open a file by its first ending.
  const earlier = name.split('.').slice(1, -1);
  const isKnown = (part: string) =>
    publishedEndings.has(part) || refusedEndings.some(([pattern]) => pattern.test(part));
  const isSound = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)+$/.test(name) && !earlier.some(isKnown);
  return isSound ? [] : ['attachment-name'];
}
