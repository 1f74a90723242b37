/**
 * What was read from `content/`, before anybody has decided whether the public may see it.
 *
 * The value is out of reach of templates, logs and serialisers: printing, joining or serialising a
 * sealed value throws instead of showing it. Only `open` gives it back, and the linter lets only the stages
 * that decide (read, validate, withhold) and the audit's fingerprints import `open`.
 */
export class Sealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value inside. Called through `open`, which the linter can see. */
  static reveal<T>(sealed: Sealed<T>): T {
    return sealed.#value;
  }

  toString(): never {
    throw new TypeError('A sealed value cannot be printed.');
  }

  toJSON(): never {
    throw new TypeError('A sealed value cannot be serialised.');
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError('A sealed value cannot be printed.');
  }

  /** What `console.log` and assertion messages of a failed test would call. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Sealed';
  }
}

/** Seals a value that may be restricted. */
export function seal<T>(value: T): Sealed<T> {
  return new Sealed(value);
}

/** Opens a sealed value. Read, validate, withhold and the audit's fingerprints only. */
export function open<T>(sealed: Sealed<T>): T {
  return Sealed.reveal(sealed);
}
