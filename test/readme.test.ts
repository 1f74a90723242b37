import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { agendaSchema, supplementSchema } from '../src/model/front-matter/agenda.ts';
import { bodySchema } from '../src/model/front-matter/body.ts';
import { minutesSchema } from '../src/model/front-matter/minutes.ts';
import { reportSchema } from '../src/model/front-matter/report.ts';
import { buildSite } from './support/build-fixture.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

const listed = [...readme.matchAll(/^\| ((?:`[a-z_]+`(?:, )?)+) +\|/gm)].flatMap(([, names]) =>
  [...names!.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!),
);

it('the README lists every field that front matter may have, and no other', () => {
  const schemas = [agendaSchema, supplementSchema, bodySchema, minutesSchema, reportSchema];
  const fields = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
  expect([...new Set(listed)].sort()).toEqual([...fields].sort());
});

describe('the commands', () => {
  const read = (file: string): string =>
    readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

  it('are each a script of npm', () => {
    const commands = readdirSync(fileURLToPath(new URL('../src/commands', import.meta.url)));
    expect(scripts).toEqual(expect.arrayContaining(commands.map((file) => file.replace('.ts', ''))));
  });

  it('are each explained to those who use or change Minutebook', () => {
    const pages = readme + read('CONTRIBUTING.md');
    const said = [...pages.matchAll(/npm (?:run ([a-z-]+)|(start|test))/g)].map(
      ([, run, own]) => run ?? own!,
    );
    expect(scripts.filter((script) => !said.includes(script))).toEqual([]);
    expect(said.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('the first papers of the README', () => {
  const section = /## Your first papers\n([^]*?)\n## /.exec(readme)![1]!;
  /** Each file that it names with the indented text beneath. */
  const papers = [...section.matchAll(/\*\* ?[^`]*?`(content\/[^`]+)`[^]*?\n\n((?: {4}.*\n|\n)+)/g)].map(
    ([, file, text]) => [file!, text!.replace(/^ {4}/gm, '')] as const,
  );

  it('can be followed to the letter, from a copy with an empty content folder', async () => {
    expect(papers.map(([file]) => file)).toEqual([
      'content/parish-council/index.md',
      'content/parish-council/2026-12-03/agenda.md',
      'content/parish-council/2026-12-03/b2-play-area.md',
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-readme-'));
    try {
      const folders = {
        folder,
        content: join(folder, 'content'),
        data: join(folder, 'data'),
        output: join(folder, '_site'),
      };
      cpSync(fileURLToPath(new URL('../data', import.meta.url)), folders.data, { recursive: true });
      mkdirSync(folders.content);
      expect(await codesOf(folders)).toEqual(['content-empty']);
      const said = [];
      for (const [file, text] of papers) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
        said.push(await codesOf(folders));
      }
      expect(said.at(-1)).toEqual(['addresses-of-other-bodies']);
      rmSync(join(folders.data, 'addresses.yaml'));
      expect(await codesOf(folders)).toEqual([]);
      const [report] = papers.slice(-1);
      writeFileSync(join(folder, report![0]), report![1].replace('restricted: false\n', ''));
      const problems = await buildSite(folders, '2026-11-28');
      const [, place, what, instead] = / {4}(content\S+)\n {6}(.*)\n {6}(.*) \[restricted-missing\]/.exec(
        section,
      )!;
      expect(problems).toMatchObject([{ code: 'restricted-missing', what, instead: instead!.trim() }]);
      const { file, line, column } = problems[0]!;
      expect(`${file}:${line}:${column}`).toBe(place);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

async function codesOf(folders: Parameters<typeof buildSite>[0]): Promise<string[]> {
  return (await buildSite(folders, '2026-11-28')).map(({ code }) => code);
}
