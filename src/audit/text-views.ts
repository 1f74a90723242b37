import { decodeEscapes } from './decode-escapes.ts';
import { stripTags } from './strip-tags.ts';

/** One reading of a text. `name` is empty for the text as it stands. */
export interface TextReading {
  readonly name: string;
  readonly text: string;
}

/** How many layers of escapes are taken off: JSON in HTML in JSON is three. */
const escapeLayers = 3;

/** The readings of a text with its escapes decoded, one layer after another, and as it stands first; none twice. */
export function* readEscapes(text: string): Generator<TextReading> {
  yield { name: '', text };
  const seen = new Set([text]);
  // Calendars break long lines with a line's end and a space, in the middle of words.
  const whole = /^BEGIN:V/m.test(text) ? text.replace(/\r?\n[ \t]/g, '') : text;
  if (!seen.has(whole)) yield { name: 'lines joined', text: whole };
  seen.add(whole);
  for (const style of ['script', 'style-sheet'] as const) {
    let decoded = whole;
    for (let layer = 1; layer <= escapeLayers; layer += 1) {
      decoded = decodeEscapes(decoded, style);
      if (seen.has(decoded)) break;
      seen.add(decoded);
      yield { name: 'escapes decoded', text: decoded };
    }
  }
}

/** A reading, and the same without tags where it has any. */
export function* readTags(reading: TextReading): Generator<TextReading> {
  yield reading;
  const text = stripTags(reading.text);
  if (text !== reading.text)
    yield { name: reading.name === '' ? 'tags removed' : `${reading.name}, tags removed`, text };
}
