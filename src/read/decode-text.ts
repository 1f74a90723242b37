import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/** Text of a file, or why it cannot be read as text. */
export type DecodedText = { readonly text: string } | { readonly problem: Problem };

/**
 * Characters that no officer types and that can hide or turn round text: controls, bidirectional marks, soft hyphens,
 * zero-width ones.
 */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}]/u;

/** The same, but for the mark that makes an emoji coloured, which may follow one. To look back at each letter takes time. */
const invisibleBesideEmoji = new RegExp(`(?!(?<=\\p{Extended_Pictographic})\\ufe0f)${invisible.source}`, 'u');

/**
 * Decodes a Markdown file: UTF-8, with one byte order mark and CRLF allowed, as Windows writes them. The text has
 * LF and no mark, so that both forms give the same bytes.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const refuse = (
    line: number,
    column: number,
    code: string,
    what: string,
    instead: string,
  ): DecodedText => ({
    problem: problemAt({ file, line, column }, code, what, instead),
  });
  if (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes.subarray(0, 64).includes(0)
  ) {
    return refuse(
      1,
      1,
      'text-encoding',
      'This file is saved as UTF-16, which cannot be read here.',
      'Save it again with the encoding UTF-8.',
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(
      1,
      1,
      'text-encoding',
      'This file is not UTF-8 text, so some of its letters cannot be read.',
      'Save it again with the encoding UTF-8.',
    );
  }
  text = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n').length;
    return refuse(
      line,
      1,
      'text-line-ends',
      'This file ends its lines in a way that no current editor does.',
      'Save it again with Windows (CRLF) or Unix (LF) line ends.',
    );
  }
  const match = invisible.test(text) ? invisibleBesideEmoji.exec(text) : null;
  if (match !== null) {
    const before = text.slice(0, match.index).split('\n');
    const code = `U+${match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return refuse(
      before.length,
      before.at(-1)!.length + 1,
      'text-invisible-character',
      `An invisible character (${code}) stands here; it can hide a word or change how a line is read.`,
      'Delete it: put the cursor behind it, press Backspace, and type the letters around it again.',
    );
  }
  return { text };
}
