import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import { publish } from '../../src/publish.ts';
import { publishPart } from '../../src/publish/publish-part.ts';
import { digestTree, problemsOf } from '../support/build-fixture.ts';
import { runCommand, type Ended } from '../support/run-command.ts';
import { dayOf, writeSite, type EditedSite } from './edits.ts';

const secret = 'a secret of the site';
const secrets = /Flabberworth|Snodgrass/;

let folder: string;
let site: EditedSite;
/** A build of everything from nothing. */
let whole: { readonly tree: { readonly [file: string]: string }; readonly ended: Ended };

const argumentsOf = (of: EditedSite): string[] => {
  return ['--content', of.content, '--data', of.data, '--date', dayOf(of)];
};
const environment = { MINUTEBOOK_ACCEPTANCE_KEY: secret };

/** Makes a part in a process of its own. */
async function buildPart(number: number, cache: string, key = secret): Promise<Ended> {
  const args = [...argumentsOf(site), '--part', `${number}/2`, '--cache', cache];
  return await runCommand('build-part', args, { environment: { MINUTEBOOK_ACCEPTANCE_KEY: key } });
}

/** Joins parts in this process, into a folder of its own. */
async function joinParts(
  name: string,
  joined: readonly string[],
): Promise<{ tree: unknown; notes: readonly string[]; told: readonly Progress[] }> {
  const [notes, told]: [string[], Progress[]] = [[], []];
  const output = join(folder, name, '_site');
  await publish({
    ...{ content: site.content, data: site.data, date: dayOf(site), output, joined },
    ...{ cache: join(folder, name, 'cache'), acceptanceKey: secret },
    onNote: (note) => notes.push(note),
    onProgress: (progress) => told.push(progress),
  });
  return { tree: digestTree(output), notes, told };
}

function copyOf(part: string, name: string): string {
  cpSync(join(folder, part), join(folder, name), { recursive: true });
  return join(folder, name);
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

let parts: readonly string[];
let made: readonly Ended[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-parts-'));
  site = writeSite(join(folder, 'site'));
  // Beside the topic that both bodies have, a link from one to the other.
  const report = join(site.content, 'harbour-board/2024-02-13/b1-pier.md');
  writeFileSync(
    report,
    `${readFileSync(report, 'utf8')}\nSee [the paths](../../parish-council/2024-02-13/b2-paths.md).\n`,
  );
  // A meeting of each that has nothing to do with any other but the one before.
  for (const [body, matter] of [
    ['harbour-board', 'Buoys'],
    ['parish-council', 'Hedges'],
  ]) {
    const meeting = join(site.content, body!, '2024-02-20');
    mkdirSync(meeting);
    writeFileSync(
      join(meeting, 'agenda.md'),
      `---\ntitle: Agenda\nrestricted: false\n---\n\n## B. Matters\n\n### B1 ${matter}\n`,
    );
    writeFileSync(
      join(meeting, 'b1-report.md'),
      `---\ntitle: ${matter}\nrestricted: false\nitem: B1\n---\n\n${matter} were counted.\n`,
    );
  }
  parts = ['part1', 'part2'].map((name) => join(folder, name));
  const output = join(folder, 'whole');
  made = await Promise.all(parts.map((part, place) => buildPart(place + 1, part)));
  const ended = await runCommand(
    'build',
    [...argumentsOf(site), '--output', output, '--cache', join(folder, 'whole-cache')],
    { environment },
  );
  whole = { ended, tree: digestTree(output) };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('parts of a site that were made in processes of their own', () => {
  it('say what they are, and publish nothing', () => {
    for (const [place, { status, printed, errors }] of made.entries()) {
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
      expect(printed).toContain(
        `Part ${place + 1} of 2 is made and kept in ${parts[place]!}: 10 papers of 1 body.`,
      );
    }
    expect(readdirSync(folder).sort()).toEqual(
      ['part1', 'part2', 'site', 'whole', 'whole-cache', 'whole-cache.spare', 'whole.ledger'].sort(),
    );
  });

  it('hold no word of a withheld paper, nor the secret', () => {
    for (const file of parts.flatMap(filesIn)) {
      const text = readFileSync(file).toString('latin1');
      expect(text).not.toMatch(secrets);
      expect(text).not.toContain(secret);
    }
  });

  it('are joined to the bytes of one build from nothing, the manifest with them', async () => {
    const output = join(folder, 'joined-by-command');
    const { status, printed, errors } = await runCommand(
      'build',
      [
        ...[...argumentsOf(site), '--output', output, '--cache', join(folder, 'joined-cache')],
        ...parts.flatMap((part) => ['--join', part]),
      ],
      { environment },
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(digestTree(output)).toEqual(whole.tree);
    expect(printed.slice(printed.indexOf('Published'))).toBe(
      whole.ended.printed.slice(whole.ended.printed.indexOf('Published')),
    );
  });

  it('spare the joining build what they have made', async () => {
    const before = parts.map((part) => digestTree(part));
    const { tree, notes, told } = await joinParts('spared', parts);
    expect(tree).toEqual(whole.tree);
    expect(notes).toEqual([]);
    expect(told.find(({ stage }) => stage === 'reading')).toEqual({ stage: 'reading', done: 6, of: 6 });
    const pages = told.find(({ stage }) => stage === 'taking over')!.of!;
    expect(told.find(({ stage }) => stage === 'writing')!.of!).toBeLessThan(pages);
    // They are read, and another joining build may read them again.
    expect(parts.map((part) => digestTree(part))).toEqual(before);
    // What was taken over is there for the next build, without the parts.
    const next = await joinParts('spared', []);
    expect(next.tree).toEqual(whole.tree);
    expect(next.told.find(({ stage }) => stage === 'writing')!.of).toBe(0);
  });
});

describe('a part that is not as it should be', () => {
  it('is left aside with a word where it has another secret, is of no use, or is not there', async () => {
    const other = join(folder, 'other-secret');
    await buildPart(1, other, 'another secret');
    const usual = join(folder, 'whole-cache');
    const { tree, notes } = await joinParts('aside', [
      other,
      usual,
      site.content,
      join(folder, 'nowhere'),
      parts[1]!,
    ]);
    expect(tree).toEqual(whole.tree);
    expect(notes).toEqual([
      expect.stringMatching(/other-secret was made with another secret .*MINUTEBOOK_ACCEPTANCE_KEY/),
      expect.stringMatching(/whole-cache was made with another secret .*, or by no/),
      expect.stringContaining('content is no cache of Minutebook'),
      expect.stringContaining('nowhere, or no such folder'),
    ]);
  });

  it('is left aside with a word where another version made it', async () => {
    const other = copyOf('part1', 'other-version');
    writeFileSync(join(other, 'minutebook-cache.json'), '{"format":"minutebook-cache","version":"1"}');
    const { tree, notes } = await joinParts('version', [other, parts[1]!]);
    expect(tree).toEqual(whole.tree);
    expect(notes).toEqual([expect.stringContaining('another version of Minutebook')]);
    expect(readFileSync(join(other, 'minutebook-cache.json'), 'utf8')).toContain('"version":"1"');
  });

  it.each([
    ['pages', (file: string) => file.includes('/files/'), 'A page that was kept'],
    ['values', (file: string) => !/\/files\/|bodies-of-part|minutebook-cache/.test(file), 'is damaged'],
  ])('is made again, with a word, where its %s are damaged', async (what, isSpoilt, words) => {
    const spoilt = copyOf('part1', `spoilt-${what}`);
    for (const file of filesIn(spoilt))
      if (isSpoilt(file.replaceAll('\\', '/'))) writeFileSync(file, 'nonsense');
    const { tree, notes } = await joinParts(`from-${what}`, [spoilt, parts[1]!]);
    expect(tree).toEqual(whole.tree);
    expect(notes.join('\n')).toContain(words);
  });

  it('is not made of papers with problems, which it says; a link to another part is none of them', async () => {
    const own = writeSite(join(folder, 'broken'));
    const report = join(own.content, 'harbour-board/2024-01-09/b1-pier.md');
    writeFileSync(
      report,
      readFileSync(report, 'utf8').replace('restricted: false\n', '') +
        '\nSee [nothing](../../parish-council/2024-02-13/b9-nothing.md).\n\nSee [nothing](../2024-02-13/b9-nothing.md).\n',
    );
    const { content, data } = own;
    const options = { content, data, date: dayOf(own), acceptanceKey: secret };
    const cache = join(folder, 'broken-part');
    const codes = async (number: number): Promise<readonly string[]> =>
      (
        await problemsOf(() => publishPart({ ...options, cache, output: `${cache}.part` }, { number, of: 2 }))
      ).map(({ file, code }) => `${file} ${code}`);
    expect([await codes(1), await codes(2)].flat()).toEqual([
      'content/harbour-board/2024-01-09/b1-pier.md restricted-missing',
    ]);
    writeFileSync(report, readFileSync(report, 'utf8').replace('---\n', '---\nrestricted: false\n'));
    expect([await codes(1), await codes(2)].flat()).toEqual([
      'content/harbour-board/2024-01-09/b1-pier.md link-not-public',
    ]);
    const all = await problemsOf(() => publish({ ...options, output: join(folder, 'broken-site') }));
    expect(all).toHaveLength(2);
  });

  it('keeps no page that a withheld word stands on', async () => {
    const own = writeSite(join(folder, 'leaking'));
    const template = join(own.templates, 'pages/report.njk');
    // The program's own texts count as public: here the template has no six of the words together.
    const gap = "{{ 'none' if false else '' }}";
    const leak = `{% block main %}The tenant of the ${gap} pier lease wants to ${gap} leave before the summer.`;
    writeFileSync(template, readFileSync(template, 'utf8').replace('{% block main %}', leak));
    const lease = join(own.content, 'harbour-board/2024-01-09/d1-lease.md');
    const words = 'The tenant of the pier lease wants to leave before the summer.';
    writeFileSync(lease, `${readFileSync(lease, 'utf8')}\n${words}\n`);
    const { content, data, templates } = own;
    const cache = join(folder, 'leaking-part');
    const options = { content, data, templates, date: dayOf(own), cache, acceptanceKey: secret };
    const problems = await problemsOf(() =>
      publishPart({ ...options, output: `${cache}.part` }, { number: 1, of: 1 }),
    );
    expect(problems.map(({ code }) => code)).toContain('audit-words');
    expect(readdirSync(cache)).not.toContain('files');
    expect(readdirSync(folder)).not.toContain('leaking-part.part');
  });

  it('is published by no joining build where it says what another part withholds', async () => {
    const own = writeSite(join(folder, 'overlap'));
    const words = 'The tenant of the pier lease wants to leave before the summer.';
    for (const paper of ['parish-council/2024-01-09/d1-lease.md', 'harbour-board/2024-01-09/b1-pier.md']) {
      const file = join(own.content, paper);
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n${words}\n`);
    }
    const { content, data } = own;
    const options = { content, data, date: dayOf(own), acceptanceKey: secret };
    const joined = [1, 2].map((number) => join(folder, `overlap-${number}`));
    for (const [place, cache] of joined.entries())
      await publishPart({ ...options, cache, output: `${cache}.part` }, { number: place + 1, of: 2 });
    const output = join(folder, 'overlap-site');
    const problems = await problemsOf(() =>
      publish({ ...options, output, joined, cache: join(folder, 'overlap-cache') }),
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(problems).toEqual(await problemsOf(() => publish({ ...options, output })));
    expect(readdirSync(folder)).not.toContain('overlap-site');
  });

  it('is not made where its folder holds something else', async () => {
    const { content, data } = site;
    const options = { content, data, date: dayOf(site), cache: content, acceptanceKey: secret };
    const problems = await problemsOf(() =>
      publishPart({ ...options, output: join(folder, 'no.part') }, { number: 1, of: 1 }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['cache-not-ours']);
  });
});
