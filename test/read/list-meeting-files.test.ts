import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listContentFiles, listMeetingFiles } from '../../src/read/list-content-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-list-'));
  for (const meeting of ['2024-01-09', '2024-02-13']) {
    mkdirSync(join(folder, 'harbour-board', meeting, 'files'), { recursive: true });
    writeFileSync(join(folder, 'harbour-board', meeting, 'agenda.md'), meeting);
    writeFileSync(join(folder, 'harbour-board', meeting, 'files/map.png'), meeting);
    writeFileSync(join(folder, 'harbour-board', meeting, 'agenda.md~'), 'litter');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('listMeetingFiles', () => {
  it('lists the files and problems of one meeting as a look at all papers does', () => {
    const isOfMeeting = ({ file }: { readonly file: string }): boolean => file.includes('/2024-02-13/');
    const all = listContentFiles(folder);
    expect(listMeetingFiles(folder, 'harbour-board', '2024-02-13')).toEqual({
      files: all.files.filter(isOfMeeting),
      problems: all.problems.filter(isOfMeeting),
    });
  });

  it('has no files of a folder that is not there', () => {
    expect(listMeetingFiles(folder, 'harbour-board', '2024-03-12')).toEqual({ files: [], problems: [] });
  });

  it('does not answer for a link, for a file, or for a folder that is not named by a date', () => {
    symlinkSync(join(folder, 'harbour-board/2024-01-09'), join(folder, 'harbour-board/2024-04-09'));
    writeFileSync(join(folder, 'harbour-board/2024-05-14'), '');
    mkdirSync(join(folder, 'harbour-board/2024-99-99'));
    for (const meeting of ['2024-04-09', '2024-05-14', '2024-99-99'])
      expect(listMeetingFiles(folder, 'harbour-board', meeting), meeting).toBeUndefined();
  });
});
