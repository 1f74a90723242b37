import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManifest } from '../../src/audit/manifest.ts';
import { openOutput, type Output } from '../../src/output/open-output.ts';

let folder = '';
let site = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-output-'));
  site = join(folder, '_site');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function opened(): Promise<Output> {
  const result = await openOutput(site);
  if ('problems' in result) throw new Error(result.problems.map((problem) => problem.code).join());
  return result.output;
}

async function codes(): Promise<readonly string[]> {
  const result = await openOutput(site);
  return 'problems' in result ? result.problems.map((problem) => problem.code) : [];
}

/** A site of one page, as a build leaves it. */
async function writeSite(directory: string, words: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'index.html'), words);
  await writeFile(join(directory, 'manifest.json'), await createManifest(directory, ['index.html']));
}

async function build(words: string): Promise<void> {
  const output = await opened();
  await writeSite(output.freshDirectory, words);
  expect(await output.swapIn()).toEqual([]);
}

const page = async (): Promise<string> => readFile(join(site, 'index.html'), 'utf8');

describe('a build', () => {
  it('takes the place of nothing, of an empty folder and of the site before', async () => {
    await build('one');
    expect(await page()).toBe('one');
    await rm(site, { recursive: true });
    await mkdir(site);
    await build('two');
    expect(await page()).toBe('two');
    await writeFile(join(site, 'stale.html'), 'old');
    await build('three');
    expect(await readdir(site)).toEqual(['index.html', 'manifest.json']);
    expect(await page()).toBe('three');
  });

  it('leaves nothing beside the site', async () => {
    await build('one');
    await build('two');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('leaves the site as it was when it is discarded', async () => {
    await build('one');
    const output = await opened();
    await writeSite(output.freshDirectory, 'two');
    expect(await output.discard()).toEqual([]);
    expect(await page()).toBe('one');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('makes the folders above the site', async () => {
    site = join(folder, 'a', 'b', 'site');
    await build('one');
    expect(await page()).toBe('one');
  });

  it('starts in an empty folder beside the site, so that a rename moves it', async () => {
    const output = await opened();
    expect(await readdir(output.freshDirectory)).toEqual([]);
    expect(join(output.freshDirectory, '..')).toBe(folder);
    await output.discard();
  });
});

describe('what is done once the new site stands', () => {
  it('sees it in its place, while no other build may begin', async () => {
    await build('one');
    const output = await opened();
    await writeSite(output.freshDirectory, 'two');
    const seen: unknown[] = [];
    const meanwhile = async (): Promise<void> => void seen.push(await page(), await codes());
    expect(await output.swapIn(meanwhile)).toEqual([]);
    expect(seen).toEqual(['two', ['output-in-use']]);
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('deletes a large site too, which it does in a thread', async () => {
    await build('one');
    const manifest = join(site, 'manifest.json');
    await writeFile(manifest, `${await readFile(manifest, 'utf8')}${' '.repeat(600_000)}`);
    await build('two');
    expect([await page(), await readdir(folder)]).toEqual(['two', ['_site']]);
  });

  it('throws what went wrong, and the old site is deleted all the same', async () => {
    await build('one');
    const output = await opened();
    await writeSite(output.freshDirectory, 'two');
    await expect(output.swapIn(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect([await page(), await readdir(folder)]).toEqual(['two', ['_site']]);
  });
});

describe('a folder that is about to be deleted', () => {
  const saved = (): string => join(folder, 'saved');

  it('is given to whoever saves it, once the new site stands', async () => {
    await build('one');
    const output = await opened();
    await writeSite(output.freshDirectory, 'two');
    const done: string[] = [];
    const meanwhile = (): Promise<void> => Promise.resolve(void done.push('meanwhile'));
    const save = async (old: string): Promise<void> => {
      done.push(`saved beside ${await page()}`);
      renameSync(old, saved());
    };
    expect(await output.swapIn(meanwhile, save)).toEqual([]);
    expect(done.sort()).toEqual(['meanwhile', 'saved beside two']);
    expect([await page(), await readFile(join(saved(), 'index.html'), 'utf8')]).toEqual(['two', 'one']);
    expect((await readdir(folder)).sort()).toEqual(['_site', 'saved']);
  });

  it('is deleted as far as it is left, or cannot be saved', async () => {
    for (const [words, save] of [
      ['one', () => Promise.resolve()],
      ['two', () => Promise.resolve()],
      ['three', () => Promise.reject(new Error('no room'))],
    ] as const) {
      const output = await opened();
      await writeSite(output.freshDirectory, words);
      expect(await output.swapIn(undefined, save)).toEqual([]);
      expect([await page(), await readdir(folder)]).toEqual([words, ['_site']]);
    }
  });

  it('is saved from a build that is given up as well, and the site stays as it was', async () => {
    await build('one');
    const output = await opened();
    await writeSite(output.freshDirectory, 'two');
    expect(await output.discard((fresh) => rename(fresh, saved()))).toEqual([]);
    expect([await page(), await readFile(join(saved(), 'index.html'), 'utf8')]).toEqual(['one', 'two']);
  });

  it('can be what a later build begins with', async () => {
    await writeSite(saved(), 'saved');
    const begin = (fresh: string): boolean => {
      renameSync(saved(), fresh);
      return true;
    };
    const result = await openOutput(site, begin);
    expect('output' in result && (await result.output.swapIn())).toEqual([]);
    expect(await page()).toBe('saved');
  });
});

describe('a second build at the same time', () => {
  it('is refused, and the first goes on', async () => {
    const first = await opened();
    expect(await codes()).toEqual(['output-in-use']);
    await writeSite(first.freshDirectory, 'one');
    expect(await first.swapIn()).toEqual([]);
    expect(await codes()).toEqual([]);
  });

  it('is refused in another process too', async () => {
    const first = await opened();
    const script = `import { openOutput } from './src/output/open-output.ts'; const r = await openOutput(${JSON.stringify(site)}); console.log('problems' in r ? r.problems[0].code : 'opened');`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('output-in-use');
    await first.discard();
  });

  it('lets one of many through', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => openOutput(site)));
    expect(results.filter((result) => 'output' in result)).toHaveLength(1);
  });
});

describe('a build that was killed', () => {
  const lockOf = (holder: object): Promise<void> =>
    writeFile(`${site}.lock`, JSON.stringify({ lock: 'x', since: Date.now(), ...holder }));

  it('holds no lock', async () => {
    const script = `import { openOutput } from './src/output/open-output.ts'; await openOutput(${JSON.stringify(site)}); process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    expect(existsSync(`${site}.lock`)).toBe(true);
    await build('one');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('holds no lock when its number has come round to this process', async () => {
    await lockOf({ process: process.pid, computer: hostname() });
    expect(await codes()).toEqual([]);
  });

  it('holds its lock for a while on another computer, where nobody can look', async () => {
    await lockOf({ process: 1, computer: 'elsewhere' });
    expect(await codes()).toEqual(['output-in-use']);
    await lockOf({ process: 1, computer: 'elsewhere', since: Date.now() - 7 * 60 * 60 * 1000 });
    expect(await codes()).toEqual([]);
  });

  it('holds its lock when that cannot be read', async () => {
    await writeFile(`${site}.lock`, 'nothing');
    expect(await codes()).toEqual(['output-in-use']);
    await writeFile(`${site}.lock`, 'null');
    expect(await codes()).toEqual(['output-in-use']);
  });

  it('between the two renames gives the site back', async () => {
    await build('one');
    await rename(site, `${site}.old`);
    await (await opened()).discard();
    expect(await page()).toBe('one');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('after the two renames leaves no old site', async () => {
    await build('two');
    await writeSite(`${site}.old`, 'one');
    await (await opened()).discard();
    expect(await page()).toBe('two');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it('leaves no half-built folder, and folders of other names alone', async () => {
    await mkdir(`${site}.building-123`);
    await mkdir(`${site}.building-ideas`);
    await (await opened()).discard();
    expect(await readdir(folder)).toEqual(['_site.building-ideas']);
  });
});

describe('a folder that is not ours', () => {
  it.each([
    [
      "somebody's documents",
      async () => {
        await mkdir(site);
        await writeFile(join(site, 'letter.docx'), 'x');
      },
    ],
    [
      'a site of another program',
      async () => {
        await mkdir(site);
        await writeFile(join(site, 'manifest.json'), '{"name":"App"}');
      },
    ],
    ['a file', async () => writeFile(site, 'x')],
    [
      'a link to a folder',
      async () => {
        await mkdir(join(folder, 'docs'));
        await symlink(join(folder, 'docs'), site);
      },
    ],
    [
      "somebody's documents where the old site goes",
      async () => {
        await mkdir(`${site}.old`);
        await writeFile(join(`${site}.old`, 'letter.docx'), 'x');
      },
    ],
  ])('is refused and left alone: %s', async (_what, prepare) => {
    await prepare();
    const before = await readdir(folder, { recursive: true });
    expect(await codes()).toEqual(['output-not-ours']);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});

describe('a folder that was filled while the site was built', () => {
  it('is left alone', async () => {
    const output = await opened();
    await writeSite(output.freshDirectory, 'one');
    await mkdir(site);
    await writeFile(join(site, 'letter.docx'), 'x');
    expect(await output.swapIn()).toEqual([expect.objectContaining({ code: 'output-not-ours' })]);
    expect(await readdir(site)).toEqual(['letter.docx']);
    await output.discard();
    expect(await readdir(folder)).toEqual(['_site']);
  });
});

describe('a disk that refuses', () => {
  it('is a problem in plain words: a file where a folder is needed', async () => {
    await writeFile(join(folder, 'file'), 'x');
    site = join(folder, 'file', '_site');
    expect(await codes()).toEqual(['output-not-written']);
  });

  it('leaves the site as it was when the second rename fails', async () => {
    await build('one');
    const output = await opened();
    await rm(output.freshDirectory, { recursive: true });
    await expect(output.swapIn()).rejects.toThrow('ENOENT');
    expect(await page()).toBe('one');
    expect(await readdir(folder)).toEqual(['_site']);
  });

  it.skipIf(process.getuid?.() === 0)('is a problem in plain words: no right to write', async () => {
    await chmod(folder, 0o500);
    expect(await codes()).toEqual(['output-not-written']);
    await chmod(folder, 0o700);
  });
});
