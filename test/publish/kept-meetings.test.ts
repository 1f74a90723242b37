import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, type Cache } from '../../src/cache/open-cache.ts';
import { openSealedValues } from '../../src/cache/sealed-values.ts';
import { openKeptMeetings, type KeptMeeting } from '../../src/publish/kept-meetings.ts';

const key = randomBytes(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-meetings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function cacheIn(name: string): Cache {
  const opened = openCache(join(folder, name), '1');
  if ('refusal' in opened) throw new Error(opened.refusal);
  return opened.cache;
}

/** A meeting as it was made in some build. */
function meetingOf(build: string): KeptMeeting {
  const lines = {} as KeptMeeting['parts']['lines'];
  const exports = {} as KeptMeeting['parts']['exports'];
  return {
    answers: { asked: '[]', answers: build },
    files: new Map([['index.html', build]]),
    parts: { papers: [], resolutions: [], words: build, exports, lines },
  };
}

/** Keeps meetings of a body, by the builds that made them, as a build does. */
function keepIn(cache: Cache, body: string, meetings: Readonly<Record<string, string>>): void {
  const values = openSealedValues(cache, key);
  const made = Object.entries(meetings).map(([digest, build]) => [digest, meetingOf(build)] as const);
  openKeptMeetings(values).keep(body, new Map(made));
}

describe('meetings that an earlier build has made', () => {
  it('are found by their body and their digest', () => {
    keepIn(cacheIn('own'), 'harbour-board', { a: 'first', b: 'second' });
    const kept = openKeptMeetings(openSealedValues(cacheIn('own'), key));
    expect(kept.find('harbour-board', 'b')).toEqual(meetingOf('second'));
    expect(kept.find('harbour-board', 'c')).toBeUndefined();
    expect(kept.find('parish-council', 'a')).toBeUndefined();
  });

  it('are no longer kept where a later build has no use for them', () => {
    keepIn(cacheIn('own'), 'harbour-board', { a: 'first', b: 'second' });
    const values = openSealedValues(cacheIn('own'), key);
    const kept = openKeptMeetings(values);
    kept.keep('harbour-board', new Map([['a', kept.find('harbour-board', 'a')!]]));
    const later = openKeptMeetings(openSealedValues(cacheIn('own'), key));
    expect(later.find('harbour-board', 'a')).toEqual(meetingOf('first'));
    expect(later.find('harbour-board', 'b')).toBeUndefined();
  });

  it('are not written again where all of a body are as they were, and are still of use', () => {
    keepIn(cacheIn('own'), 'harbour-board', { a: 'first', b: 'second' });
    const values = openSealedValues(cacheIn('own'), key);
    const kept = openKeptMeetings(values);
    const inode = (): number => statSync(fileIn('own')).ino;
    const before = inode();
    const found = ['a', 'b'].map((digest) => [digest, kept.find('harbour-board', digest)!] as const);
    kept.keep('harbour-board', new Map(found));
    values.forgetOthers();
    expect(inode()).toBe(before);
    kept.keep('harbour-board', new Map([...found.slice(1), ['a', meetingOf('third')]]));
    expect(inode()).not.toBe(before);
  });

  it('are found in a part of the site as well, where what the build of the whole has kept of the body is older', () => {
    keepIn(cacheIn('own'), 'harbour-board', { a: 'of the whole', b: 'of the whole' });
    keepIn(cacheIn('part'), 'harbour-board', { a: 'of the part', c: 'of the part' });
    const values = openSealedValues(cacheIn('own'), key, [cacheIn('part')]);
    const kept = openKeptMeetings(values);
    expect(kept.find('harbour-board', 'a')).toEqual(meetingOf('of the whole'));
    expect(kept.find('harbour-board', 'c')).toEqual(meetingOf('of the part'));
    const found = ['a', 'c'].map((digest) => [digest, kept.find('harbour-board', digest)!] as const);
    kept.keep('harbour-board', new Map(found));
    const later = openKeptMeetings(openSealedValues(cacheIn('own'), key));
    expect(later.find('harbour-board', 'c')).toEqual(meetingOf('of the part'));
    expect(later.find('harbour-board', 'b')).toBeUndefined();
  });

  it('are the cache’s own after a build that found them in a part alone', () => {
    keepIn(cacheIn('part'), 'harbour-board', { a: 'of the part' });
    const kept = openKeptMeetings(openSealedValues(cacheIn('own'), key, [cacheIn('part')]));
    kept.keep('harbour-board', new Map([['a', kept.find('harbour-board', 'a')!]]));
    const later = openKeptMeetings(openSealedValues(cacheIn('own'), key));
    expect(later.find('harbour-board', 'a')).toEqual(meetingOf('of the part'));
  });
});

/** The one value of a cache. */
function fileIn(cache: string): string {
  const files = readdirSync(join(folder, cache, 'values'), { recursive: true, withFileTypes: true });
  const [only, ...others] = files.filter((each) => each.isFile());
  expect(others).toEqual([]);
  return join(only!.parentPath, only!.name);
}
