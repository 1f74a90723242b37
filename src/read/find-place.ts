import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { FilePlace, PaperKind } from '../model/source.ts';
import { reservedNames } from '../model/vocabulary.ts';

/** What a path of `content/` is, by its place alone. */
export type ContentPlace =
  { readonly kind: 'folder' } | FilePlace | { readonly kind: 'refused'; readonly problem: Problem };

const plainName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const meetingName = /^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/;

/**
 * Finds what a path below `content/` is. The layout: `<body>/index.md`, `<body>/<yyyy-mm-dd>/…`, and `files/` under a
 * meeting. What has no place in it is refused by name, since a file that nobody judged could be published or lost.
 */
export function findPlace(path: readonly string[], type: 'file' | 'folder' | 'link' | 'other'): ContentPlace {
  const file = ['content', ...path].join('/');
  const refuse = (code: string, what: string, instead: string): ContentPlace => ({
    kind: 'refused',
    problem: problemAt({ file, line: 1, column: 1 }, code, what, instead),
  });
  const name = path.at(-1)!;
  if (type === 'link')
    return refuse(
      'file-link',
      'This is a link to another place, and what it leads to cannot be judged.',
      'Put the file itself here.',
    );
  if (type === 'other') return refuse('file-kind', 'This is no ordinary file.', 'Delete it.');
  if (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    /(?:~|\.(?:bak|orig|rej|swp|swo|tmp))$|^(?:thumbs\.db|desktop\.ini)$/i.test(name)
  ) {
    return refuse(
      'file-litter',
      'This file was left behind by a program; it has no place among papers.',
      'Delete it.',
    );
  }
  if (type === 'folder') return folderPlace(path, refuse);

  const [body, meeting, third, fourth] = path;
  if (path.length === 2 && name === 'index.md' && body !== undefined)
    return { kind: 'paper', paper: { kind: 'body', body, name: 'index' } };
  if (
    path.length === 4 &&
    third === 'files' &&
    body !== undefined &&
    meeting !== undefined &&
    fourth !== undefined
  ) {
    return { kind: 'attachment', body, meeting };
  }
  if (path.length === 3 && body !== undefined && meeting !== undefined) {
    if (!name.endsWith('.md')) {
      return refuse(
        'file-type',
        'Only papers (.md) stand in a meeting’s folder.',
        'Put an attachment into the folder `files` of this meeting; write a paper as Markdown, with a name that ends in .md.',
      );
    }
    const stem = name.slice(0, -3);
    if (!plainName.test(stem))
      return refuse(
        'file-name',
        'This name has a character that an address cannot have.',
        'Use small letters, digits and single hyphens: b2-violence-reduction-unit.md.',
      );
    return { kind: 'paper', paper: { kind: paperKind(stem), body, meeting, name: stem } };
  }
  return refuse(
    'file-outside-layout',
    'This file has no place in the layout, so whether it may be published cannot be known.',
    'Papers stand in content/<body>/<yyyy-mm-dd>/, a body in content/<body>/index.md, attachments in the folder files of their meeting.',
  );
}

function paperKind(stem: string): PaperKind {
  if (stem === 'agenda' || stem === 'minutes') return stem;
  return /^supplement-\d+$/.test(stem) ? 'supplement' : 'report';
}

function folderPlace(
  path: readonly string[],
  refuse: (code: string, what: string, instead: string) => ContentPlace,
): ContentPlace {
  const name = path.at(-1)!;
  if (path.length === 1) {
    if ((reservedNames as readonly string[]).includes(name)) {
      return refuse(
        'name-reserved',
        'A page of the site has this name.',
        'Give the folder of the body another name, such as parish-council.',
      );
    }
    return plainName.test(name)
      ? { kind: 'folder' }
      : refuse(
          'folder-name',
          'The folder of a body has a character that an address cannot have.',
          'Use small letters, digits and single hyphens: parish-council.',
        );
  }
  if (path.length === 2) {
    return meetingName.test(name) && isDate(name.slice(0, 10))
      ? { kind: 'folder' }
      : refuse(
          'folder-date',
          'The folder of a meeting is not named by a date.',
          'Name it by its day, year first: 2021-11-18; where a day has two meetings, 2021-11-18-2.',
        );
  }
  if (path.length === 3 && name === 'files') return { kind: 'folder' };
  return refuse(
    'folder-outside-layout',
    'This folder has no place in the layout.',
    'Only `files` may stand in a meeting’s folder.',
  );
}

/** Whether `yyyy-mm-dd` is a day of the calendar. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
