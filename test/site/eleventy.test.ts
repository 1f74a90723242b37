import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildSite,
  copyFixture,
  digestTree,
  fixtureDate,
  standingBeside,
  type SiteFolders,
} from '../support/build-fixture.ts';
import { whenEnded, type Ended } from '../support/run-command.ts';

// The real command in a copy of the project that holds the papers of the fixture.

describe('plain `npx eleventy`', () => {
  let fixture: SiteFolders;
  let project: SiteFolders;
  beforeAll(async () => {
    fixture = await copyFixture('full');
    expect(await buildSite(fixture)).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'site-test-project-'));
    project = {
      folder,
      content: join(folder, 'content'),
      data: join(folder, 'data'),
      output: join(folder, '_site'),
    };
    for (const path of ['.eleventy.js', 'src', 'templates', 'package.json', 'tsconfig.json']) {
      cpSync(path, join(folder, path), { recursive: true });
    }
    cpSync(fixture.content, project.content, { recursive: true });
    cpSync(fixture.data, project.data, { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => {
    rmSync(fixture.folder, { recursive: true });
    rmSync(project.folder, { recursive: true });
  });

  function eleventy(...args: readonly string[]): Promise<Ended> {
    const command = join(project.folder, 'node_modules/@11ty/eleventy/cmd.cjs');
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(fixtureDate) / 1000) };
    return whenEnded(
      spawn(process.execPath, [command, ...args], { cwd: project.folder, env, stdio: 'pipe' }),
    );
  }

  it('builds, audits and swaps in the same bytes as `npm run build`', async () => {
    const ended = await eleventy();
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(ended.printed).toContain('Published as of 2024-05-01');
    expect(ended.printed).not.toMatch(/Benchmark|xoqu/i);
    expect(digestTree(project.output)).toEqual(digestTree(fixture.output));
    expect(standingBeside(project)).toEqual(['_site.ledger']);
  });

  it.each([['--dryrun'], ['--output=elsewhere']])('refuses %s, and leaves the site', async (option) => {
    const before = digestTree(project.output);
    const { status, errors } = await eleventy(option);
    expect(status).toBe(1);
    expect(errors).toMatch(/^Nothing was built: /);
    expect(digestTree(project.output)).toEqual(before);
  });

  it('prints every problem in words, and leaves the site', async () => {
    const before = digestTree(project.output);
    const paper = join(project.content, 'nowhere-scrutiny/2024-03-14/d4-xoqusecondfile.md');
    const text = readFileSync(paper, 'utf8');
    writeFileSync(paper, text.replace('restricted: true', 'restrictd: true'));
    const { status, errors } = await eleventy();
    writeFileSync(paper, text);
    expect(status).toBe(1);
    expect(errors).toMatch(/^content\/nowhere-scrutiny\/2024-03-14\/d4-xoqusecondfile\.md:\d+:\d+\n/);
    expect(errors).not.toMatch(/^\s+at |Xoquclaimant|Xoqusecondtitle/m);
    expect(digestTree(project.output)).toEqual(before);
  });
});
