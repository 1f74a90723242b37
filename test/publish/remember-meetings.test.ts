import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinWords, type RecordWords } from '../../src/assemble/search-aids.ts';
import { madeOf, type Made } from '../../src/model/made.ts';
import { openBuildMemory } from '../../src/publish/build-memory.ts';
import { rememberMeetings } from '../../src/publish/remember-meetings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'remember-meetings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a build makes of the words of a body: the words, or that they would have to be counted anew. */
function wordsInBuild(words: Made<RecordWords>): RecordWords {
  const memory = openBuildMemory({ directory: join(folder, 'cache'), siteSecret: undefined });
  if ('refusal' in memory) throw new Error(memory.refusal);
  const maker = rememberMeetings({
    ...{ memory, settingsDigest: '', glossary: new Map(), meetings: [] },
    digestOfMeeting: () => '',
  });
  const read = maker.keepWords(words).read();
  maker.keepMade(() => undefined);
  memory.finish(folder, []);
  return read;
}

/** The words of a meeting, which may be asked for or not. */
function wordsOf(uses: Readonly<Record<string, number>>, mayRead = true): Made<RecordWords> {
  const words = madeOf<RecordWords>({ uses: new Map(Object.entries(uses)), meant: [] });
  const never = (): never => expect.unreachable('It was read.');
  return mayRead ? words : { digest: words.digest, read: never };
}

describe('the words of a body', () => {
  it('are those of its meetings, and taken over until any of those has others', () => {
    const first = wordsInBuild(joinWords([wordsOf({ pier: 2 }), wordsOf({ pier: 1, quay: 1 })]));
    expect(first.uses).toEqual(
      new Map([
        ['pier', 3],
        ['quay', 1],
      ]),
    );
    const again = joinWords([wordsOf({ pier: 2 }, false), wordsOf({ pier: 1, quay: 1 }, false)]);
    expect(wordsInBuild(again)).toEqual(first);
    const changed = wordsInBuild(joinWords([wordsOf({ pier: 2 }), wordsOf({ pier: 4 })]));
    expect(changed.uses).toEqual(new Map([['pier', 6]]));
  });
});
