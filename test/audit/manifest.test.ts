import { spawnSync } from 'node:child_process';
import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createManifest, manifestFile, parseManifest } from '../../src/audit/manifest.ts';
import { verifyDirectory } from '../../src/audit/verify-directory.ts';
import { withFolder } from './audit-fixture.ts';

const files = { 'b/index.html': 'b', 'a.css': 'a{}', 'A.js': '' };

/** A built site with its manifest. */
function withSite<Result>(use: (directory: string) => Promise<Result>): Promise<Result> {
  return withFolder(files, async (directory) => {
    await writeFile(
      join(directory, manifestFile),
      await createManifest(directory, [...Object.keys(files), manifestFile]),
    );
    return use(directory);
  });
}

function verifyCommand(...args: readonly string[]): {
  readonly status: number | null;
  readonly output: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/commands/verify.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

describe('createManifest', () => {
  it('lists every file but itself, in the order of the paths, and nothing else', async () => {
    const text = await withFolder(files, (directory) =>
      createManifest(directory, ['b/index.html', 'manifest.json', 'a.css', 'A.js']),
    );
    expect(text).toMatchInlineSnapshot(`
      "{
        "format": "minutebook-manifest-1",
        "files": [
          {"path":"A.js","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","bytes":0},
          {"path":"a.css","sha256":"5f546eb4606b5c2b7d2a449a5cc2bbb477ed5a246c7051ce871b12f2dbfc8419","bytes":3},
          {"path":"b/index.html","sha256":"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d","bytes":1}
        ]
      }
      "
    `);
  });

  it('makes the same text of the same files', async () => {
    const [one, other] = await Promise.all([
      withSite((directory) => createManifest(directory, Object.keys(files))),
      withSite((directory) => createManifest(directory, Object.keys(files).reverse())),
    ]);
    expect(one).toBe(other);
  });

  it.each([
    '',
    '{}',
    'nothing',
    '{"format":"minutebook-manifest-2","files":[]}',
    '{"format":"minutebook-manifest-1","files":[{"path":"a"}]}',
  ])('is not taken for %j', (text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});

describe('verifyDirectory', () => {
  it('agrees with what was built', async () => {
    expect(await withSite((directory) => verifyDirectory(directory))).toEqual({
      agreeing: 3,
      differences: [],
    });
  });

  it('names every file that is changed, missing or too many', async () => {
    const verification = await withSite(async (directory) => {
      await writeFile(join(directory, 'a.css'), 'b{}');
      await rm(join(directory, 'A.js'));
      await writeFile(join(directory, 'b/new.html'), 'x');
      return verifyDirectory(directory);
    });
    expect(verification).toEqual({
      agreeing: 1,
      differences: [
        { kind: 'missing', path: 'A.js' },
        { kind: 'changed', path: 'a.css' },
        { kind: 'extra', path: 'b/new.html' },
      ],
    });
  });

  it('takes a link to a file for a change', async () => {
    const verification = await withSite(async (directory) => {
      await rename(join(directory, 'a.css'), join(directory, '..', 'minutebook-a.css'));
      await symlink(join(directory, '..', 'minutebook-a.css'), join(directory, 'a.css'));
      const result = await verifyDirectory(directory);
      await rm(join(directory, '..', 'minutebook-a.css'));
      return result;
    });
    expect(verification.differences).toEqual([{ kind: 'changed', path: 'a.css' }]);
  });

  it('compares with a manifest that is kept elsewhere', async () => {
    await withSite(async (directory) => {
      const kept = join(directory, '..', 'minutebook-kept.json');
      await rename(join(directory, manifestFile), kept);
      // Whoever changes a copy can change its manifest with it.
      await writeFile(join(directory, 'a.css'), 'b{}');
      await writeFile(join(directory, manifestFile), await createManifest(directory, Object.keys(files)));
      expect((await verifyDirectory(directory)).differences).toEqual([]);
      expect((await verifyDirectory(directory, kept)).differences).toEqual([
        { kind: 'changed', path: 'a.css' },
      ]);
      await rm(kept);
    });
  });

  it('says when there is no manifest, or no folder', async () => {
    await withFolder(
      { 'a.html': 'a', 'list.json': '{"format":"minutebook-manifest-1","files":[]}' },
      async (directory) => {
        expect((await verifyDirectory(directory)).differences).toEqual([
          { kind: 'no manifest', path: join(directory, manifestFile) },
        ]);
        const nowhere = join(directory, 'nowhere');
        expect((await verifyDirectory(nowhere, join(directory, 'list.json'))).differences).toEqual([
          { kind: 'no directory', path: nowhere },
        ]);
      },
    );
  });
});

describe('npm run verify', () => {
  it('ends with 0 and one line when the copy is what was built', async () => {
    expect(await withSite((directory) => Promise.resolve(verifyCommand(directory)))).toEqual({
      status: 0,
      output: 'All 3 files are as they were built.\n',
    });
  });

  it('ends with 1 and names what differs', async () => {
    const { status, output } = await withSite(async (directory) => {
      await rm(join(directory, 'a.css'));
      await writeFile(join(directory, 'A.js'), 'x');
      await writeFile(join(directory, 'c.html'), 'x');
      return verifyCommand(directory);
    });
    expect(status).toBe(1);
    expect(output).toBe(
      'A.js: is not as it was built.\na.css: is missing.\nc.html: was not built and does not belong here.\n\n1 file is as it was built; 3 are not.\n',
    );
  });

  it.each([[[]], [['a', 'b']], [['--other']]])(
    'says how it is written when it is not understood: %j',
    (args) => {
      const { status, output } = verifyCommand(...args);
      expect(status).toBe(1);
      expect(output).toContain('npm run verify -- FOLDER --manifest FILE');
    },
  );

  it('says when there is nothing to compare', async () => {
    const { status, output } = verifyCommand('/nowhere');
    expect(status).toBe(1);
    expect(output).toContain('manifest');
    const without = await withSite((directory) =>
      Promise.resolve(verifyCommand('/nowhere', '--manifest', join(directory, manifestFile))),
    );
    expect(without.output).toContain('/nowhere: there is no such folder.');
  });
});
