import { PdfSyntaxError, type PdfValue } from './pdf-value.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from text of one character a byte. What it does not know, it refuses. */
export class PdfLexer {
  position: number;
  /** Comments passed over, without their percent sign. */
  readonly comments: string[] = [];
  readonly #source: string;

  constructor(source: string, position = 0) {
    this.#source = source;
    this.position = position;
  }

  /** Passes over white space and comments; true at the end of the source. */
  isAtEnd(): boolean {
    this.take(/[\0\t\n\f\r ]*/y);
    for (
      let comment = this.take(/%([^\r\n]*)/y);
      comment !== undefined;
      comment = this.take(/%([^\r\n]*)/y)
    ) {
      this.comments.push(comment[1]!);
      this.take(/[\0\t\n\f\r ]*/y);
    }
    return this.position >= this.#source.length;
  }

  /** Takes what a sticky pattern matches here, or nothing. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#source) ?? undefined;
    if (match !== undefined) this.position = pattern.lastIndex;
    return match;
  }

  /** Takes what must stand here. */
  expect(pattern: RegExp): RegExpExecArray {
    const match = this.take(pattern);
    if (match === undefined) throw new PdfSyntaxError('Unexpected bytes');
    return match;
  }

  /** Reads the value that begins here, after white space. */
  readValue(): PdfValue {
    this.isAtEnd();
    if (this.take(/<</y)) return this.#readDictionary();
    if (this.take(/\[/y)) return { kind: 'array', items: this.#readUntil(/\]/y) };
    if (this.take(/\(/y)) return { kind: 'string', bytes: this.#readLiteral() };
    const hexadecimal = this.take(/<([\dA-Fa-f\0\t\n\f\r ]*)>/y);
    if (hexadecimal) return { kind: 'string', bytes: fromHexadecimal(hexadecimal[1]!) };
    const reference = this.take(/(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y);
    if (reference) return { kind: 'reference', number: Number(reference[1]) };
    const number = this.take(/[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?/y);
    if (number) return { kind: 'number', value: Number.parseFloat(number[0]) };
    const name = this.take(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y);
    if (name) return { kind: 'name', name: unescapeName(name[1]!) };
    return { kind: 'word', word: this.expect(/true|false|null/y)[0] };
  }

  #readDictionary(): PdfValue {
    const items = this.#readUntil(/>>/y);
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index < items.length; index += 2) {
      const [key, value] = items.slice(index, index + 2);
      // A key written twice is read differently by different programs.
      if (key?.kind !== 'name' || value === undefined || entries.has(key.name))
        throw new PdfSyntaxError('Bad dictionary');
      entries.set(key.name, value);
    }
    return { kind: 'dictionary', entries };
  }

  #readUntil(end: RegExp): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (this.isAtEnd(); !this.take(end); this.isAtEnd()) items.push(this.readValue());
    return items;
  }

  #readLiteral(): string {
    let bytes = '';
    for (let depth = 1; depth > 0;) {
      const [part, digits, escaped] = this.expect(/\\([0-7]{1,3})|\\(\r\n|[^])|[()]|[^\\()]+/y);
      if (part === '(') depth += 1;
      if (part === ')') depth -= 1;
      if (digits !== undefined) bytes += String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
      // A line broken after a reverse solidus goes on without a break.
      else if (escaped !== undefined) bytes += escapes[escaped] ?? escaped.replace(/^[\r\n]+$/, '');
      else if (depth > 0) bytes += part;
    }
    return bytes;
  }
}

function fromHexadecimal(text: string): string {
  const digits = text.replace(/[^\dA-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

function unescapeName(name: string): string {
  return name.replace(/#([\dA-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
