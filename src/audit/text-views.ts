import { decodeEscapes } from './decode-escapes.ts';
import { dropTagNames, stripTags } from './strip-tags.ts';

/** One reading of a text. `name` is empty for the text as it stands. */
export interface TextReading {
  readonly name: string;
  readonly text: string;
}

/**
 * The readings of a text with its escapes decoded, `layers` times one after another (JSON in HTML in JSON is
 * three), and as it stands first; none twice.
 */
export function* readEscapes(text: string, layers: number): Generator<TextReading> {
  yield { name: '', text };
  const seen = new Set([text]);
  // Calendars break long lines with a line's end and a space, in the middle of words.
  const whole = /^BEGIN:V/m.test(text) ? text.replace(/\r?\n[ \t]/g, '') : text;
  if (!seen.has(whole)) yield { name: 'lines joined', text: whole };
  seen.add(whole);
  for (const style of ['script', 'style-sheet'] as const) {
    let decoded = whole;
    for (let layer = 1; layer <= layers; layer += 1) {
      decoded = decodeEscapes(decoded, style);
      if (seen.has(decoded)) break;
      seen.add(decoded);
      yield { name: 'escapes decoded', text: decoded };
    }
  }
}

/** A reading, and where it has tags: with what is in them, and without them. */
export function* readTags(reading: TextReading): Generator<TextReading> {
  const text = stripTags(reading.text);
  if (text === reading.text) {
    yield reading;
    return;
  }
  yield { ...reading, text: dropTagNames(reading.text) };
  yield { name: reading.name === '' ? 'tags removed' : `${reading.name}, tags removed`, text };
}
