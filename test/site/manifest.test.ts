import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, copyFixture, digestOf, readTree, type SiteFolders } from '../support/build-fixture.ts';
import { runCommand } from '../support/run-command.ts';

describe('the manifest of a site', () => {
  let folders: SiteFolders;
  beforeAll(async () => {
    folders = await copyFixture('full');
    expect(await buildSite(folders)).toEqual([]);
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  it('lists every file with its SHA-256 and its size, and nothing else', () => {
    const files = new Map(readTree(folders.output));
    const manifest = JSON.parse(files.get('manifest.json')!.toString());
    files.delete('manifest.json');
    expect(Object.keys(manifest)).toEqual(['format', 'files']);
    expect(manifest.files).toEqual(
      [...files].map(([path, bytes]) => ({
        path,
        sha256: digestOf(bytes),
        bytes: bytes.length,
      })),
    );
  });

  it('proves a copy by `npm run verify`, and names each file that is changed, missing or added', async () => {
    const copy = join(folders.folder, 'copy');
    cpSync(folders.output, copy, { recursive: true });
    expect(await runCommand('verify', [copy])).toMatchObject({ status: 0, errors: '' });
    appendFileSync(join(copy, 'index.html'), ' ');
    rmSync(join(copy, '404.html'));
    writeFileSync(join(copy, 'added.html'), 'added');
    const { status, errors } = await runCommand('verify', [copy]);
    expect(status).toBe(1);
    expect(errors).toContain('index.html: is not as it was built.');
    expect(errors).toContain('404.html: is missing.');
    expect(errors).toContain('added.html: was not built');
  });
});
