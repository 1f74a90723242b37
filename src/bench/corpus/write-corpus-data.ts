import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeLines } from './write-lines.ts';

/** The organisation that a corpus is published by: our `data/site.yaml` and the peer's settings say the same. */
export const organisation = {
  name: 'County council papers',
  url: 'https://papers.example.org/',
  description: 'Agendas, reports, minutes and resolutions of the county council.',
  email: 'democratic.services@example.org',
  telephone: '01234 567890',
} as const;

/** Writes the settings of a corpus into `data`: the organisation, and the glossary of the real papers in `realData`. */
export function writeCorpusData({
  realData,
  data,
}: {
  readonly realData: string;
  readonly data: string;
}): void {
  const { name, url, description, email, telephone } = organisation;
  mkdirSync(data, { recursive: true });
  copyFileSync(join(realData, 'glossary.yaml'), join(data, 'glossary.yaml'));
  writeLines(join(data, 'site.yaml'), [
    ...[`name: ${name}`, `url: ${url}`, `description: ${description}`, 'language: en-GB'],
    ...['contact:', `  email: ${email}`, `  telephone: ${telephone}`],
  ]);
}
