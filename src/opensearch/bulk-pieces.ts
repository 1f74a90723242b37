import type { SearchDocument } from './search-document.ts';

/** Cuts documents into the bodies of requests to the `_bulk` endpoint. */
export class BulkPieces {
  readonly #limit: number;
  #lines: string[] = [];
  #bytes = 0;

  /** `limit` is in bytes, and each piece is below it; a document that is too long by itself is a piece of its own. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a document; the answer is the piece before it, if that is full. */
  add({ id, ...fields }: SearchDocument): string | undefined {
    const lines = `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify({ id, ...fields })}\n`;
    const bytes = Buffer.byteLength(lines);
    const full = this.#bytes > 0 && this.#bytes + bytes >= this.#limit ? this.end() : undefined;
    this.#lines.push(lines);
    this.#bytes += bytes;
    return full;
  }

  /** The last piece, if there is anything in it. */
  end(): string | undefined {
    const piece = this.#lines.join('');
    this.#lines = [];
    this.#bytes = 0;
    return piece === '' ? undefined : piece;
  }
}
