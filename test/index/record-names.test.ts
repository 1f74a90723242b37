import { describe, expect, it } from 'vitest';
import { RecordNames } from '../../src/index/record-names.ts';

const record = (sha256: string): Parameters<RecordNames['nameOf']>[1] => ({
  ...{ digest: '', sha256: sha256.padEnd(64, '0') },
  ...{ words: 1, filters: {} },
});

describe('RecordNames', () => {
  it('names records briefly, and at length where another has the short name', () => {
    const names = new RecordNames('en');
    expect(names.nameOf('older', record('0123456789abcdef'))).toEqual({ name: 'en_0123456', isFirst: true });
    expect(names.nameOf('older', record('0123456fedcba987'))).toEqual({
      name: 'en_0123456fedcba',
      isFirst: true,
    });
    expect(names.nameOf('older', record('fedcba98'))).toEqual({ name: 'en_fedcba9', isFirst: true });
  });

  it('says of a record that is the same as another that its file is there already', () => {
    const names = new RecordNames('en');
    names.nameOf('older', record('0123456789abcdef'));
    expect(names.nameOf('older', record('0123456789abcdef'))).toEqual({ name: 'en_0123456', isFirst: false });
  });

  it('tells the folders apart', () => {
    const names = new RecordNames('en');
    names.nameOf('older', record('0123456789abcdef'));
    expect(names.nameOf('resolutions', record('0123456fedcba987'))).toEqual({
      name: 'en_0123456',
      isFirst: true,
    });
  });
});
