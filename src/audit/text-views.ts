import { decodeEscapes, findEscapes } from './decode-escapes.ts';
import { splitTags } from './strip-tags.ts';

/** One reading of a text. `name` is empty for the text as it stands. */
export interface TextReading {
  readonly name: string;
  readonly text: string;
}

/**
 * The readings of a text: as it stands first, then the places where it has escapes with these decoded, `layers` times one
 * after another (JSON in HTML in JSON is three); none twice.
 */
export function* readEscapes(text: string, layers: number): Generator<TextReading> {
  yield { name: '', text };
  const seen = new Set([text]);
  // Calendars break long lines with a line's end and a space, in the middle of words.
  const whole = text.includes('BEGIN:V') && /^BEGIN:V/m.test(text) ? text.replace(/\r?\n[ \t]/g, '') : text;
  if (!seen.has(whole)) yield { name: 'lines joined', text: whole };
  seen.add(whole);
  // Without a backslash one style reads as the other.
  for (const style of whole.includes('\\') ? (['script', 'style-sheet'] as const) : (['script'] as const)) {
    // What is far from an escape reads as it does in the text itself.
    let decoded = aroundEscapes(whole);
    if (decoded === '') return;
    for (let layer = 1; layer <= layers; layer += 1) {
      decoded = decodeEscapes(decoded, style);
      if (seen.has(decoded)) break;
      seen.add(decoded);
      yield { name: 'escapes decoded', text: decoded };
    }
  }
}

/** How far what is withheld may reach from an escape in the middle of it, in characters, tags between its words included. */
const reach = 2000;

/** The stretches of a text that are near to an escape, one after another. */
function aroundEscapes(text: string): string {
  const stretches: string[] = [];
  let start = 0;
  let end = 0;
  for (const { from, to } of findEscapes(text)) {
    if (from - reach > end) {
      if (end > 0) stretches.push(text.slice(start, end));
      start = from - reach;
    }
    end = Math.min(to + reach, text.length);
  }
  return [...stretches, text.slice(start, end)].join('\n\n');
}

/** A reading without its tags, and what stands in them. */
export function* readTags(reading: TextReading): Generator<TextReading> {
  const { outside, inside } = splitTags(reading.text);
  if (outside === reading.text) {
    yield reading;
    return;
  }
  const named = (name: string): string => (reading.name === '' ? name : `${reading.name}, ${name}`);
  yield { name: named('tags removed'), text: outside };
  if (inside !== '') yield { name: named('tags'), text: inside };
}
