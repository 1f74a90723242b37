import { describe, expect, it } from 'vitest';
import { fileErrorToProblem } from '../../src/output/file-error-problem.ts';

const errorOf = (code: string): Error =>
  Object.assign(new Error(`${code}: no space left on device, write`), { code });

describe('fileErrorToProblem', () => {
  it.each([
    ['ENOSPC', 'The site could not be written: the disk is full.'],
    ['EDQUOT', 'The site could not be written: the disk is full.'],
    ['EACCES', 'The site could not be written: this computer does not allow writing here.'],
    ['EPERM', 'The site could not be written: this computer does not allow writing here.'],
    ['EROFS', 'The site could not be written: this computer does not allow writing here.'],
    ['EBUSY', 'The site could not be written: another program has a file or folder of it open.'],
    ['ENOTDIR', 'The site could not be written: a file stands where a folder is needed.'],
    ['EMFILE', 'The site could not be written: too many files are open at once.'],
    ['ENAMETOOLONG', 'The site could not be written: a path is longer than this computer allows.'],
  ])('says in plain words what %s means, and what to do', (code, what) => {
    expect(fileErrorToProblem(errorOf(code), '_site')).toMatchObject({
      code: 'output-not-written',
      file: '_site',
      line: 1,
      column: 1,
      what,
      instead: expect.stringMatching(/^[A-Z]/),
    });
  });

  it.each([
    ['a fault of the program', new TypeError('x')],
    ['an unknown code', errorOf('EXXX')],
    ['no error', 'ENOSPC'],
  ])('leaves %s alone', (_what, error) => {
    expect(fileErrorToProblem(error, '_site')).toBeUndefined();
  });
});
