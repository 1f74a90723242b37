import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachmentFaultCodes } from '../../src/withhold/attachments/attachment-faults.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

const code = "'([a-z]+(?:-[a-z0-9]+)+)'";

/** Calls that make a problem, up to the first word with a hyphen in them, which is its code. */
const calls = new RegExp(
  `\\b(?:problemAt|problemOf|complain\\w*|refuse|withProblem)\\([^;]{0,400}?${code}`,
  'g',
);

/** In the read stage `add` makes problems; elsewhere it adds other things. */
const additions = new RegExp(`\\badd\\([^;]{0,400}?${code}`, 'g');

/** `readonly code: 'raw-html' | 'comment-open'`. */
const declared = /\bcode\??: ((?:\s*\|?\s*'[a-z]+(?:-[a-z0-9]+)+')+)/g;

/** Every code of a problem that the program can report, found in its source. */
export function problemCodes(): ReadonlySet<string> {
  const codes = new Set<string>(attachmentFaultCodes);
  const add = (text: string, pattern: RegExp): void => {
    for (const match of text.matchAll(pattern))
      for (const word of match[0].matchAll(new RegExp(code, 'g'))) codes.add(word[1]!);
  };
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    // The programs that test the tests hold pieces of source as text.
    if (!file.endsWith('.ts') || /^(?:mutate|fuzz)[/\\]/.test(file)) continue;
    const text = readFileSync(join(source, file), 'utf8');
    for (const match of text.matchAll(calls)) codes.add(match[1]!);
    if (/^read[/\\]/.test(file)) for (const match of text.matchAll(additions)) codes.add(match[1]!);
    add(text, declared);
    if (/^audit[/\\]/.test(file)) add(text, /'audit-[a-z-]+'/g);
  }
  return codes;
}
