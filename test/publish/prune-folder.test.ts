import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lookAt } from '../../src/cache/file-look.ts';
import { pruneFolder } from '../../src/publish/prune-folder.ts';

it.each(['here', 'in a thread'])(
  'a folder is left with the files that look as they did, pruned %s',
  async (where) => {
    const count = 20;
    const folder = mkdtempSync(join(tmpdir(), 'prune-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    const files = Array.from({ length: count }, (_, number) => `a/${number}.html`);
    for (const file of files) writeFileSync(join(folder, file), file);
    const looks = new Map(files.map((file) => [file, lookAt(join(folder, file))]));
    writeFileSync(join(folder, 'a/0.html'), 'changed since');
    writeFileSync(join(folder, 'a/b/withdrawn.html'), 'no longer there');
    expect(await pruneFolder(folder, looks, where === 'here' ? Infinity : 0)).toBe(count - 1);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      ['a', ...files.slice(1).map((file) => join(...file.split('/')))].sort(),
    );
  },
);
