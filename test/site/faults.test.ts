import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { abandonPublication, preparePublication } from '../../src/publish.ts';
import {
  buildSite,
  digestTree,
  copyFixture,
  fixtureDate,
  readTree,
  standingBeside,
  useFixture,
  type SiteFolders,
} from '../support/build-fixture.ts';
import { argumentsFor, runCommand, type Ended } from '../support/run-command.ts';

const injectFault = 'test/support/inject-fault.mjs';

/** Built once; every test has a copy of it. */
let built: SiteFolders;
beforeAll(async () => {
  built = await copyFixture('plain');
  expect(await buildSite(built)).toEqual([]);
});
afterAll(() => rmSync(built.folder, { recursive: true }));

/** A site that stands, and a change of its content that the next build would publish. */
async function useStandingSite(): Promise<SiteFolders & { readonly before: ReturnType<typeof digestTree> }> {
  const folders = await useFixture('plain');
  for (const name of ['_site', '_site.ledger']) {
    cpSync(join(built.folder, name), join(folders.folder, name), { recursive: true });
  }
  writeFileSync(
    join(folders.content, 'little-testing/2024-04-02/bench.md'),
    '---\ntitle: The new bench\nrestricted: false\n---\n\nIt stands by the pond.\n',
  );
  return { ...folders, before: digestTree(folders.output) };
}

/** What every fault must leave: the site as it was, nothing half-built, plain words. */
function expectHarmless(
  folders: Awaited<ReturnType<typeof useStandingSite>>,
  { status, errors }: Ended,
): void {
  expect(status).toBe(1);
  expect(digestTree(folders.output)).toEqual(folders.before);
  expect(standingBeside(folders)).toEqual(['_site.ledger']);
  expect(errors).not.toMatch(/^\s+at |node:internal|Wobblethorpe/m);
}

function build(folders: SiteFolders, fault?: string): Promise<Ended> {
  const environment = fault === undefined ? {} : { MINUTEBOOK_TEST_FAULT: fault };
  return runCommand('build', argumentsFor(folders), { environment, preload: injectFault });
}

async function expectNextBuildPublishes(folders: SiteFolders): Promise<void> {
  expect(await buildSite(folders)).toEqual([]);
  expect(readTree(folders.output).has('little-testing/2024-04-02/bench/index.html')).toBe(true);
  expect(standingBeside(folders)).toEqual(['_site.ledger']);
}

describe('a build that cannot read', () => {
  it('says that there is no folder of papers', async () => {
    const folders = await useStandingSite();
    renameSync(folders.content, `${folders.content}-elsewhere`);
    const ended = await build(folders);
    expectHarmless(folders, ended);
    expect(ended.errors).toContain('There is no such folder of papers.');
    expect(ended.errors).toContain('[content-missing]');
  });

  it('does not empty the site when the folder of papers is empty', async () => {
    const folders = await useStandingSite();
    rmSync(folders.content, { recursive: true });
    mkdirSync(folders.content);
    const ended = await build(folders);
    expectHarmless(folders, ended);
    expect(ended.errors).toContain('[content-empty]');
  });

  it('says that there are no settings, and which papers are wrong, in one run', async () => {
    const folders = await useStandingSite();
    rmSync(folders.data, { recursive: true });
    writeFileSync(join(folders.content, 'little-testing/2024-04-02/bench.md'), 'no front matter');
    const ended = await build(folders);
    expectHarmless(folders, ended);
    expect(ended.errors).toContain('[settings-missing]');
    expect(ended.errors).toContain('[front-matter-missing]');
  });

  it('names a folder that stands in the place of a paper', async () => {
    const folders = await useStandingSite();
    mkdirSync(join(folders.content, 'little-testing/2024-04-02/tree.md'));
    const ended = await build(folders);
    expectHarmless(folders, ended);
    expect(ended.errors).toContain('content/little-testing/2024-04-02/tree.md:1:1');
  });

  it.runIf(isRoot())('names a paper and a folder that its account may not open', async () => {
    const folders = await useStandingSite();
    const paper = join(folders.content, 'little-testing/2024-04-02/bench.md');
    chmodSync(paper, 0);
    execFileSync('chown', ['-R', 'nobody', folders.folder]);
    chmodSync(folders.folder, 0o755);
    const asNobody = await buildAsNobody(folders);
    expectHarmless(folders, asNobody);
    expect(asNobody.errors).toContain('content/little-testing/2024-04-02/bench.md:1:1');
    expect(asNobody.errors).toContain('[file-unreadable]');
    chmodSync(join(folders.content, 'little-testing'), 0);
    const withoutFolder = await buildAsNobody(folders);
    chmodSync(join(folders.content, 'little-testing'), 0o755);
    expectHarmless(folders, withoutFolder);
    expect(withoutFolder.errors).toContain('content/little-testing:1:1');
    expect(withoutFolder.errors).toContain('[folder-unreadable]');
  });
});

describe('a build that cannot write', () => {
  it('says that the disk is full', async () => {
    const folders = await useStandingSite();
    const ended = await build(folders, 'full-at-write:12');
    expectHarmless(folders, ended);
    expect(ended.errors).toContain('the disk is full');
    await expectNextBuildPublishes(folders);
  });

  it.runIf(isRoot())('says so of a disk that is really full', async () => {
    const folders = await useStandingSite();
    const disk = join(folders.folder, 'disk');
    mkdirSync(disk);
    // Room for the old site and for little more.
    const bytes = [...readTree(folders.output).values()].reduce((sum, file) => sum + 4096 + file.length, 0);
    if (!mountSmallDisk(disk, bytes + 200_000)) return;
    onTestFinished(() => void execFileSync(unmount, [disk]));
    cpSync(folders.output, join(disk, '_site'), { recursive: true });
    const onDisk = { ...folders, folder: disk, output: join(disk, '_site') };
    const ended = await build(onDisk);
    expect(ended.errors).toContain('the disk is full');
    expect(ended.status).toBe(1);
    expect(digestTree(onDisk.output)).toEqual(folders.before);
    expect(standingBeside(onDisk)).toEqual([]);
  });

  it('refuses an output folder with somebody’s documents, and a file in its place', async () => {
    const folders = await useFixture('plain');
    mkdirSync(folders.output);
    writeFileSync(join(folders.output, 'letter.txt'), 'Dear Clerk');
    const documents = await build(folders);
    expect(documents.status).toBe(1);
    expect(documents.errors).toContain('[output-not-ours]');
    expect([...readTree(folders.output).keys()]).toEqual(['letter.txt']);
    const file = await build({ ...folders, output: join(folders.output, 'letter.txt') });
    expect(file.status).toBe(1);
    expect(file.errors).toContain('[output-not-ours]');
    expect(readTree(folders.output).get('letter.txt')!.toString()).toBe('Dear Clerk');
  });

  it('refuses a second build at the same time', async () => {
    const folders = await useStandingSite();
    const first = await preparePublication({ ...folders, date: fixtureDate });
    const second = await build(folders);
    expect(second.status).toBe(1);
    expect(second.errors).toContain('[output-in-use]');
    await abandonPublication(first);
    expect(digestTree(folders.output)).toEqual(folders.before);
    await expectNextBuildPublishes(folders);
  });

  it('publishes a whole site when three builds are started at once', async () => {
    const folders = await useStandingSite();
    const all = await Promise.all([build(folders), build(folders), build(folders)]);
    expect(all.map(({ status }) => status)).toContain(0);
    for (const { status, errors } of all) if (status !== 0) expect(errors).toContain('[output-in-use]');
    expect((await runCommand('verify', [folders.output])).status).toBe(0);
    expect(standingBeside(folders)).toEqual(['_site.ledger']);
  });

  it('leaves the site when Pagefind fails, and says that it was the search index', async () => {
    const folders = await useStandingSite();
    const stub = join(folders.folder, 'pagefind');
    writeFileSync(stub, '#!/bin/sh\nexit 3\n');
    chmodSync(stub, 0o755);
    const environment = { PAGEFIND_BINARY_PATH: stub, PAGEFIND_EXTENDED_BINARY_PATH: stub };
    const ended = await runCommand('build', argumentsFor(folders), { environment });
    // Pagefind's library prints the error of its own pipe, with a stack.
    const ours = ended.errors.slice(ended.errors.indexOf('Minutebook failed'));
    expectHarmless(folders, { ...ended, errors: ours });
    expect(ours).toContain('making the search index');
  });
});

describe('a build that is killed', () => {
  it.each(['kill-at-write:20', 'kill-at-rename:1'])(
    'leaves the site (%s), and the next build publishes',
    async (fault) => {
      const folders = await useStandingSite();
      const { status } = await build(folders, fault);
      expect(status).toBeUndefined();
      expect(digestTree(folders.output)).toEqual(folders.before);
      await expectNextBuildPublishes(folders);
    },
  );

  it('between the two renames leaves no site, and the next build puts it back even if it fails itself', async () => {
    const folders = await useStandingSite();
    const { status } = await build(folders, 'kill-at-rename:2');
    expect(status).toBeUndefined();
    expect(readTree(folders.output).size).toBe(0);
    const ended = await build(folders, 'full-at-write:12');
    expectHarmless(folders, ended);
    await expectNextBuildPublishes(folders);
  });
});

describe('a fault of the program', () => {
  it.each(['bug-at-write:12', 'uncaught-at-write:12'])(
    'is told without the words of the error, which may be a paper’s (%s)',
    async (fault) => {
      const folders = await useStandingSite();
      const ended = await build(folders, fault);
      expect(ended.status).toBe(1);
      expect(ended.errors).toMatch(
        /^Minutebook failed while it was [a-z ]+: a fault of the program, not of a paper \(TypeError.*\)\.\nNothing was published/,
      );
      expect(ended.errors).not.toMatch(/Wobblethorpe|^\s+at /m);
      expect(digestTree(folders.output)).toEqual(folders.before);
      await expectNextBuildPublishes(folders);
    },
  );

  it('is told whole to whoever asks for it with MINUTEBOOK_DEBUG=1', async () => {
    const folders = await useStandingSite();
    const environment = { MINUTEBOOK_TEST_FAULT: 'bug-at-write:12', MINUTEBOOK_DEBUG: '1' };
    const { errors } = await runCommand('build', argumentsFor(folders), {
      environment,
      preload: injectFault,
    });
    expect(errors).toContain('What follows may hold words of restricted papers.');
    expect(errors).toMatch(/Gulliver Wobblethorpe\n\s+at /);
  });
});

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Root may open everything, so another account has to try. */
async function buildAsNobody(folders: SiteFolders): Promise<Ended> {
  const environment = { HOME: folders.folder };
  return await runCommand('build', argumentsFor(folders), { environment, account: 65534 });
}

// By name, since knip looks for the package of a program that is called literally.
const mount = 'mount';
const unmount = 'umount';

/** Makes a small disk in memory; false where even root may make none, as in most containers. */
function mountSmallDisk(folder: string, bytes: number): boolean {
  try {
    execFileSync(mount, ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
