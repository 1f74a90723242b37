import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemCodes } from './support/problem-codes.ts';

const messages = readFileSync(fileURLToPath(new URL('../MESSAGES.md', import.meta.url)), 'utf8');

const sections = [...messages.matchAll(/^## `(.*)`$/gm)].map((match) => match[1]!);

describe('MESSAGES.md', () => {
  it('has a section for every code that the program can report, and none left over', () => {
    expect([...sections].sort()).toEqual([...problemCodes()].sort());
  });

  it('has its sections in order, each once and none empty', () => {
    expect(sections).toEqual([...new Set(sections)].sort());
    for (const section of messages.split(/^## /m).slice(1))
      expect(section.split('\n').slice(1).join('').trim().length).toBeGreaterThan(40);
  });
});
