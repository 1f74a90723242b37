import { createHash } from 'node:crypto';
import type { PropValue } from './page.ts';

/**
 * Something that was made of a meeting and may stand in a cache: by its digest it is known whether it is as it was, and it is read
 * only where it is needed. The same digest, the same value.
 */
export interface Made<Value> {
  readonly digest: string;
  readonly read: () => Value;
}

/** Lines that files are joined from; how many they are is known before they are read. */
export interface Lines extends Made<readonly string[]> {
  readonly count: number;
  /** Of each line, by which it is known whether that one is as it was. */
  readonly digests: () => readonly string[];
}

/** Some of the lines: from one number up to another, counted from 0. */
export interface LineRange {
  readonly lines: Lines;
  readonly from: number;
  readonly to: number;
}

/** A value in memory. Its digest is taken when it is asked for, once. */
export function madeOf<Value>(value: Value): Made<Value> {
  let digest: string | undefined;
  return {
    get digest() {
      return (digest ??= digestOfMade(value));
    },
    read: () => value,
  };
}

/** Lines in memory. */
export function linesOf(lines: readonly string[]): Lines {
  const made = madeOf(lines);
  let digests: readonly string[] | undefined;
  return {
    count: lines.length,
    get digest() {
      return made.digest;
    },
    digests: () => (digests ??= lines.map(digestOfText)),
    read: made.read,
  };
}

/** Digest of a value of JSON, in which maps may stand; base64url. */
export function digestOfMade(value: unknown): string {
  return digestOfText(JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each)));
}

/** Digest of a value of JSON alone, which takes a fraction of the time. */
export function digestOfJson(value: PropValue): string {
  return digestOfText(JSON.stringify(value));
}

function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
