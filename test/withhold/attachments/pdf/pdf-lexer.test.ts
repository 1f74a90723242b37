import { describe, expect, it } from 'vitest';
import { PdfLexer } from '../../../../src/withhold/attachments/pdf/pdf-lexer.ts';
import { PdfSyntaxError } from '../../../../src/withhold/attachments/pdf/pdf-value.ts';

const read = (source: string) => new PdfLexer(source).readValue();
const string = (bytes: string) => ({ kind: 'string', bytes });

describe('PdfLexer', () => {
  it.each([
    ['(a (b) c)', string('a (b) c')],
    ['(\\(a\\)\\\\)', string('(a)\\')],
    ['(\\n\\r\\t\\b\\f\\q)', string('\n\r\t\b\fq')],
    ['(\\101\\7\\0612)', string('A\u00071' + '2')],
    ['(a\\\r\nb\\\nc)', string('abc')],
    ['<41 4>', string('A@')],
    ['<>', string('')],
    ['/A#42#20', { kind: 'name', name: 'AB ' }],
    ['12 0 R', { kind: 'reference', number: 12 }],
    ['12 0 Rx', { kind: 'number', value: 12 }],
    ['-.5', { kind: 'number', value: -0.5 }],
    ['+7', { kind: 'number', value: 7 }],
    ['% a comment\n true', { kind: 'word', word: 'true' }],
    [
      '[null/A(b)<43>]',
      {
        kind: 'array',
        items: [{ kind: 'word', word: 'null' }, { kind: 'name', name: 'A' }, string('b'), string('C')],
      },
    ],
    [
      '<</A<</B 1>>>>',
      {
        kind: 'dictionary',
        entries: new Map([
          ['A', { kind: 'dictionary', entries: new Map([['B', { kind: 'number', value: 1 }]]) }],
        ]),
      },
    ],
  ])('reads %s', (source, value) => {
    expect(read(source)).toEqual(value);
  });

  it.each(['(a', '(a\\', '<4x>', '[1', '<</A 1', '<</A>>', '<<1 2>>', '<</A 1/A 2>>', '}', 'obj', ''])(
    'refuses %j',
    (source) => {
      expect(() => read(source)).toThrow(PdfSyntaxError);
    },
  );
});
