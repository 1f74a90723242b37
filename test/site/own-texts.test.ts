import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planPublication } from '../../src/publish.ts';

const fixture = fileURLToPath(new URL('../fixtures/plain/', import.meta.url));

test('what a person wrote about an accepted finding is not taken for public, which would blind the audit to it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-own-texts-'));
  try {
    const data = join(folder, 'data');
    await cp(join(fixture, 'data'), data, { recursive: true });
    const decision = [
      '- id: 0123456789abcdef0123456789abcdef',
      '  paper: content/a/2021-11-18/d1-b.md',
      '  person: Jo Clerk',
    ];
    const reason = ['  date: 2026-03-04', '  reason: Quibblewick is the name of a street', ''];
    await writeFile(join(data, 'accepted-findings.yaml'), [...decision, ...reason].join('\n'));
    const { ownTexts, accepted } = await planPublication({
      content: join(fixture, 'content'),
      data,
      output: join(folder, '_site'),
      date: '2026-11-22',
    });
    expect(accepted).toHaveLength(1);
    expect(ownTexts.join('\n')).not.toContain('Quibblewick');
  } finally {
    await rm(folder, { recursive: true });
  }
});
