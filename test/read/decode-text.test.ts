import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode-text.ts';
import { expectProblems } from '../support/expect-problems.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decode(bytes: Uint8Array): ReturnType<typeof decodeText> {
  return decodeText('content/a/2021-11-18/paper.md', bytes);
}

describe('decodeText', () => {
  it('gives the same text with LF, with CRLF and with a byte order mark', () => {
    const lf = '---\ntitle: A\n---\nWords.\n';
    const crlf = lf.replaceAll('\n', '\r\n');
    for (const typed of [lf, crlf, `\ufeff${lf}`, `\ufeff${crlf}`])
      expect(decode(utf8(typed))).toEqual({ text: lf });
  });

  it.each<[name: string, bytes: Uint8Array, line: number, code: string]>([
    ['UTF-16 little endian', new Uint8Array(Buffer.from('\ufeff---\n', 'utf16le')), 1, 'text-encoding'],
    ['UTF-16 big endian', new Uint8Array(Buffer.from('\ufeff---\n', 'utf16le').swap16()), 1, 'text-encoding'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('---\n', 'utf16le')), 1, 'text-encoding'],
    ['Windows-1252', new Uint8Array([0x2d, 0x93, 0x61, 0x94]), 1, 'text-encoding'],
    ['a cut UTF-8 sequence', new Uint8Array([0x61, 0xe2, 0x82]), 1, 'text-encoding'],
    ['two byte order marks', utf8('\ufeff\ufeff---\n'), 1, 'text-invisible-character'],
    ['a byte order mark inside', utf8('---\na\ufeffb\n'), 2, 'text-invisible-character'],
    ['old Macintosh line ends', utf8('---\r---\r'), 1, 'text-line-ends'],
    ['one carriage return among LF', utf8('a\nb\nc\rd\n'), 3, 'text-line-ends'],
    ['a NUL far down', utf8(`${'a'.repeat(100)}\n\u0000`), 2, 'text-invisible-character'],
    ['a zero-width space', utf8('restr\u200bicted'), 1, 'text-invisible-character'],
    ['a zero-width joiner', utf8('a\n\nD\u200d1'), 3, 'text-invisible-character'],
    ['a soft hyphen', utf8('a\nrestr\u00adicted'), 2, 'text-invisible-character'],
    ['a right-to-left override', utf8('a\u202eb'), 1, 'text-invisible-character'],
    ['an isolate', utf8('a\u2066b'), 1, 'text-invisible-character'],
    ['a line separator', utf8('a\u2028b'), 1, 'text-invisible-character'],
    ['a next-line control', utf8('a\u0085b'), 1, 'text-invisible-character'],
    ['a combining grapheme joiner', utf8('D\u034f1'), 1, 'text-invisible-character'],
    ['a Hangul filler', utf8('D\u31641'), 1, 'text-invisible-character'],
    ['a variation selector after a letter', utf8('D\ufe0f1'), 1, 'text-invisible-character'],
    ['a tag character', utf8('D\u{e0031}1'), 1, 'text-invisible-character'],
    ['a private-use character', utf8('\ue000'), 1, 'text-invisible-character'],
    ['an escape', utf8('\u001b[31m'), 1, 'text-invisible-character'],
  ])('refuses %s', (_name, bytes, line, code) => {
    const decoded = decode(bytes);
    expectProblems('problem' in decoded ? [decoded.problem] : [], [['paper.md', line, code]]);
  });

  it('takes what officers do type: tabs, accents, quotes, emoji, a space that does not break', () => {
    const typed = 'Llŷn\t“£10,000” – 5\u00a0km ☎\ufe0f é\n';
    expect(decode(utf8(typed))).toEqual({ text: typed });
  });

  it('points behind the letters before an invisible character', () => {
    const decoded = decode(utf8('one\ntwo\u200bthree'));
    expect('problem' in decoded && decoded.problem).toMatchObject({ line: 2, column: 4 });
  });
});
