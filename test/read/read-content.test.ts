import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listContentFiles, readListedFiles } from '../../src/read/list-content-files.ts';
import { readContent } from '../../src/read/read-content.ts';
import { bodyPage, paperText } from '../support/content-in-memory.ts';
import { expectProblems } from '../support/expect-problems.ts';
import type { ExpectedProblem } from '../support/expect-problems.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minutebook-content-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function write(path: string, text = paperText('Words.')): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), text);
}

function expectProblemsOf(...rows: readonly ExpectedProblem[]): void {
  expectProblems(readContent(directory).problems, rows);
}

const meeting = 'moot/2021-11-18';

describe('readListedFiles', () => {
  it('reads what was listed, and refuses a file that was changed or deleted since', async () => {
    await write(`${meeting}/agenda.md`);
    await write(`${meeting}/minutes.md`);
    await write(`${meeting}/b2-roads.md`);
    const { files } = listContentFiles(directory);
    expect(readListedFiles(directory, files).files).toHaveLength(3);
    await write(`${meeting}/minutes.md`, paperText('Other words.'));
    await rm(join(directory, `${meeting}/b2-roads.md`));
    const read = readListedFiles(directory, files);
    expect(read.files.map(({ name }) => name)).toEqual(['agenda.md']);
    expectProblems(read.problems, [
      ['b2-roads.md', 1, 'file-unreadable'],
      ['minutes.md', 1, 'file-changed'],
    ]);
  });
});

describe('readContent', () => {
  it('reads papers and attachments in the order of their paths, whatever the order on disk', async () => {
    for (const path of [
      `${meeting}/minutes.md`,
      `${meeting}/b2-roads.md`,
      `${meeting}/agenda.md`,
      `${meeting}/supplement-1.md`,
    ])
      await write(path);
    await write(`${meeting}/files/map.png`, 'bytes');
    await write('moot/index.md', bodyPage);
    await write('moot/2021-11-18-2/agenda.md');
    const { source, problems } = readContent(directory);
    expectProblems(problems, []);
    expect(source.papers.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
      'content/moot/2021-11-18/agenda.md agenda',
      'content/moot/2021-11-18/b2-roads.md report',
      'content/moot/2021-11-18/minutes.md minutes',
      'content/moot/2021-11-18/supplement-1.md supplement',
      'content/moot/2021-11-18-2/agenda.md agenda',
      'content/moot/index.md body',
    ]);
    expect(source.attachments.map(({ file }) => file)).toEqual(['content/moot/2021-11-18/files/map.png']);
  });

  it.each<[path: string, code: string]>([
    ['README.md', 'file-outside-layout'],
    ['moot/notes.md', 'file-outside-layout'],
    ['moot/logo.png', 'file-outside-layout'],
    [`${meeting}/report.MD`, 'file-type'],
    [`${meeting}/report.markdown`, 'file-type'],
    [`${meeting}/report.html`, 'file-type'],
    [`${meeting}/report.njk`, 'file-type'],
    [`${meeting}/report.docx`, 'file-type'],
    [`${meeting}/map.pdf`, 'file-type'],
    [`${meeting}/2021-11-18.json`, 'file-type'],
    [`${meeting}/2021-11-18.11tydata.js`, 'file-type'],
    [`${meeting}/Minutes.md`, 'file-name'],
    [`${meeting}/B2-roads.md`, 'file-name'],
    [`${meeting}/b2 roads.md`, 'file-name'],
    [`${meeting}/b2_roads.md`, 'file-name'],
    [`${meeting}/b2--roads.md`, 'file-name'],
    [`${meeting}/café.md`, 'file-name'],
    [`${meeting}/аgenda.md`, 'file-name'],
    [`${meeting}/.DS_Store`, 'file-litter'],
    [`${meeting}/.hidden.md`, 'file-litter'],
    [`${meeting}/agenda.md~`, 'file-litter'],
    [`${meeting}/agenda.md.orig`, 'file-litter'],
    [`${meeting}/.agenda.md.swp`, 'file-litter'],
    [`${meeting}/agenda.BAK`, 'file-litter'],
    [`${meeting}/Thumbs.db`, 'file-litter'],
    [`${meeting}/~$report.docx`, 'file-litter'],
    [`${meeting}/files/.DS_Store`, 'file-litter'],
  ])('refuses the file %s', async (path, code) => {
    await write(path);
    expectProblemsOf([path.split('/').at(-1)!, 1, code]);
  });

  it.each<[folder: string, code: string]>([
    ['Moot', 'folder-name'],
    ['search', 'name-reserved'],
    ['parish council', 'folder-name'],
    ['.git', 'file-litter'],
    ['moot/2021-02-30', 'folder-date'],
    ['moot/2021-13-01', 'folder-date'],
    ['moot/18-11-2021', 'folder-date'],
    ['moot/2021-11-18 special', 'folder-date'],
    ['moot/files', 'folder-date'],
    [`${meeting}/Files`, 'folder-outside-layout'],
    [`${meeting}/restricted`, 'folder-outside-layout'],
    [`${meeting}/files/more`, 'folder-outside-layout'],
  ])('refuses the folder %s and reads nothing in it', async (folder, code) => {
    await write(`${folder}/agenda.md`);
    expectProblemsOf([folder.split('/').at(-1)!, 1, code]);
    expect(readContent(directory).source.papers).toEqual([]);
  });

  it('refuses links: to a file, to a folder, out of the tree, and to nothing', async () => {
    await write(`${meeting}/agenda.md`);
    await mkdir(join(directory, meeting, 'files'));
    await symlink('agenda.md', join(directory, meeting, 'minutes.md'));
    await symlink('/etc', join(directory, 'moot', '2021-11-19'));
    await symlink('nothing', join(directory, meeting, 'b2-gone.md'));
    await symlink('../../../../secret.pdf', join(directory, meeting, 'files', 'map.pdf'));
    expectProblemsOf(
      ['minutes.md', 1, 'file-link'],
      ['2021-11-19', 1, 'file-link'],
      ['b2-gone.md', 1, 'file-link'],
      ['map.pdf', 1, 'file-link'],
    );
  });

  it('refuses what is neither a file nor a folder', async () => {
    await write(`${meeting}/agenda.md`);
    const server = createServer().listen(join(directory, meeting, 'b2-socket.md'));
    await once(server, 'listening');
    expectProblemsOf(['b2-socket.md', 1, 'file-kind']);
    server.close();
  });

  it('refuses names that differ only by case or by the form of their letters', async () => {
    await write(`${meeting}/files/Map.png`);
    await write(`${meeting}/files/map.png`);
    await write(`${meeting}/files/caf\u00e9.png`);
    await write(`${meeting}/files/cafe\u0301.png`);
    await write(`${meeting}/files/ﬁne.png`);
    await write(`${meeting}/files/fine.png`);
    expectProblemsOf(
      ['map.png', 1, 'file-twin'],
      ['caf\u00e9.png', 1, 'file-twin'],
      ['ﬁne.png', 1, 'file-twin'],
    );
  });

  it.skipIf(process.getuid?.() === 0)('says which file it cannot open', async () => {
    await write(`${meeting}/agenda.md`);
    await chmod(join(directory, meeting, 'agenda.md'), 0);
    expectProblemsOf(['agenda.md', 1, 'file-unreadable']);
  });

  it('reports every file that cannot be read as text or has no front matter, in one run', async () => {
    await write(`${meeting}/agenda.md`, 'No front matter.');
    await write(`${meeting}/minutes.md`, 'a\u200bb');
    await write(`${meeting}/b2-roads.md`, '---\ntitle: A\ntitle: B\n---\n');
    expectProblemsOf(
      ['agenda.md', 1, 'front-matter-missing'],
      ['minutes.md', 1, 'text-invisible-character'],
      ['b2-roads.md', 3, 'field-twice'],
    );
  });
});
