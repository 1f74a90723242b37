import * as z from 'zod';
import { text } from '../model/front-matter/fields.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Problem } from '../model/problem.ts';
import { complainOfSettings } from './complain-of-settings.ts';
import { readSettings } from './read-settings.ts';

const glossarySchema = z.record(z.string(), text);

/** Checks the text of `data/glossary.yaml`: abbreviations, each with what it stands for. */
export function validateGlossary(
  file: string,
  yaml: string,
): { readonly glossary: Glossary; readonly problems: readonly Problem[] } {
  const settings = readSettings(file, yaml);
  if ('problems' in settings) return { glossary: new Map(), problems: settings.problems };
  const parsed = glossarySchema.safeParse(settings.values);
  if (!parsed.success)
    return { glossary: new Map(), problems: complainOfSettings(parsed.error, settings, []) };
  return { glossary: new Map(Object.entries(parsed.data)), problems: [] };
}
