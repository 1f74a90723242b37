import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApart } from '../../src/command-line/build-apart.ts';
import { fixtureDate } from '../support/build-fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-apart-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a build beside the one that serves', () => {
  it('builds the site with the same options, and what it prints is told', async () => {
    let printed = '';
    const output = join(folder, '_site');
    const options = { content: 'content', data: 'data', output, date: fixtureDate };
    const apart = buildApart(options, (text) => (printed += text));
    expect(await apart.finished, printed).toBe(true);
    expect(printed).toContain(`Published as of ${fixtureDate}`);
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toContain('<h1');
  });

  it('says that it failed where there are no papers', async () => {
    let printed = '';
    const options = { content: folder, data: 'data', output: join(folder, '_site'), date: fixtureDate };
    const apart = buildApart(options, (text) => (printed += text));
    expect(await apart.finished).toBe(false);
    expect(printed).not.toBe('');
  });
});
