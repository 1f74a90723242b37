import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite, readTree, useFixture } from '../support/build-fixture.ts';

const title =
  'The lease of the old boat house and of the land between the upper pond and the churchyard wall';

it('publishes the title of a restricted item, however long, and nothing of its minute', async () => {
  const folders = await useFixture('plain');
  const meeting = join(folders.content, 'little-testing/2024-03-05');
  mkdirSync(meeting);
  const paper = (name: string, markdown: string): void =>
    writeFileSync(join(meeting, name), `---\ntitle: A title\nrestricted: false\n---\n\n${markdown}\n`);
  paper('agenda.md', `## B. Matters\n\n### B1 Ducks\n\n## D. Exempt items\n\n### D1 ${title}`);
  paper(
    'minutes.md',
    `### B1 Ducks\n\nThey swam.\n\n### D1 ${title}\n\nQuentin Flabberworth has offered four times what the last tenant paid for it in any year.`,
  );
  expect(await buildSite(folders)).toEqual([]);
  const pages = readTree(folders.output);
  const shown = pages.get('little-testing/2024-03-05/minutes/index.html')!.toString('utf8');
  expect(shown).toContain(title);
  expect(shown).not.toContain('Flabberworth');
});
