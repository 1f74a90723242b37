import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';

/** Something in the output that is no folder. */
export interface OutputEntry {
  /** From the output's root, with forward slashes. */
  readonly file: string;
  readonly kind: 'file' | 'link' | 'other';
}

/**
 * Lists everything under a directory except folders with something in them, in the order of its paths.
 * Links are not followed.
 */
export function walkOutput(directory: string): readonly OutputEntry[] {
  const entries: OutputEntry[] = [];
  walk(directory, '', entries);
  return entries.sort((first, second) => compareText(first.file, second.file));
}

function walk(directory: string, path: string, entries: OutputEntry[]): void {
  for (const entry of readdirSync(join(directory, path), { withFileTypes: true })) {
    const file = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) walk(directory, file, entries);
    else entries.push({ file, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' });
  }
}
