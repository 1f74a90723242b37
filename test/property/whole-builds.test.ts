import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicSpec, restrictedSpec } from '../../src/fuzz/content-spec.ts';
import { writeContent } from '../../src/fuzz/write-content.ts';
import type { WrittenContent } from '../../src/fuzz/written-content.ts';
import { buildDate } from '../../src/fuzz/written-content.ts';
import { publish } from '../../src/publish.ts';

const pairs = 12;
const settings =
  'name: Papers\nurl: https://papers.example.org/\ndescription: Papers of a board.\ncontact:\n  email: papers@example.org\nlanguage: en-GB\n';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-pairs-'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'site.yaml'), settings);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds a content into a folder of its own, and reads what came of it. */
async function build(name: string, { files }: WrittenContent): Promise<Map<string, Buffer>> {
  const content = join(folder, name, 'content');
  for (const [path, text] of files) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
  const output = join(folder, name, 'site');
  await publish({ content, data: join(folder, 'data'), output, date: buildDate });
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(read.map(async (path) => [path.slice(output.length), await readFile(path)] as const)),
  );
}

/** Reads a file as text, unpacked; written here and not taken from the audit, so that an error of it does not hide in both. */
function textOf(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

describe('whole builds', () => {
  const samples = fc.sample(fc.tuple(publicSpec, restrictedSpec, restrictedSpec), {
    numRuns: pairs * 3,
    seed: 20211118,
  });
  // A dead link stops a build; what is to be compared are sites.
  const sound = samples
    .filter(([spec]) => spec.meetings.every((meeting) => meeting.fault === 'none'))
    .slice(0, pairs);

  it.each(sound.map((sample, index) => [index + 1, sample] as const))(
    'pair %i: two variants of restricted text give the same files, byte for byte, without a word of it',
    async (index, [spec, first, second]) => {
      const contents = [writeContent(spec, first), writeContent(spec, second)] as const;
      const one = await build(`${index}-one`, contents[0]);
      const other = await build(`${index}-other`, contents[1]);
      expect([...one.keys()]).toEqual([...other.keys()]);
      for (const [file, bytes] of one) expect(bytes.equals(other.get(file)!), file).toBe(true);
      const text = [...one].map(([file, bytes]) => `${file}\n${textOf(bytes)}`).join('\n');
      expect(contents[0].restrictedMarks.filter((mark) => text.includes(mark))).toEqual([]);
      expect(contents[0].publicMarks.filter((mark) => !text.includes(mark))).toEqual([]);
    },
    120_000,
  );
});
