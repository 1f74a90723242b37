import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the names of classes stand: templates, their scripts, and the rules by which Markdown becomes HTML. */
const places = ['templates', 'src/markdown', 'src/assemble'];

/** Every word of the templates and of the code that writes HTML: what is not among them is the class of nothing. */
export async function namesInUse(root: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const place of places) {
    const entries = await readdir(join(root, place), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !/\.(?:njk|js|ts)$/.test(entry.name)) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      for (const [name] of text.matchAll(/[A-Za-z][\w-]*/g)) names.add(name);
    }
  }
  // Put together of two parts where it is used: `govuk-tag--{{ tone }}`.
  for (const tone of ['grey', 'blue', 'red']) names.add(`govuk-tag--${tone}`);
  return names;
}
