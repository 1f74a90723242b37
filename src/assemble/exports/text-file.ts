import type { OutputFile } from '../../model/page.ts';
import { outputFileOf } from '../addresses.ts';

/** A file of UTF-8 text at its address. */
export function textFile(address: string, text: string): OutputFile {
  return { file: outputFileOf(address), bytes: new TextEncoder().encode(text) };
}

/** A file of JSON at its address. */
export function jsonFile(address: string, value: object): OutputFile {
  return textFile(address, jsonText(value));
}

/** JSON in lines, so that two builds can be compared by eye. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
