import { assembleSite } from '../assemble/assemble-site.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { summariseBuild } from '../ledger/summarise-build.ts';
import type { Problem } from '../model/problem.ts';
import type { PublicAttachment } from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { validateContent } from '../validate/validate-content.ts';
import { withhold } from '../withhold/withhold.ts';
import type { WithholdResult } from '../withhold/withhold.ts';
import { readMemory } from './read-memory.ts';
import { buildDate } from './written-content.ts';

/** What comes of a content in memory. */
export interface PlannedContent {
  /** The site plan as JSON: what two variants are compared by. */
  readonly plan: string;
  readonly problems: readonly Problem[];
  /** What a build would print, without the list of what was withheld. */
  readonly printed: string;
  readonly result: WithholdResult;
}

const site: Site = {
  name: 'Papers',
  url: 'https://papers.example.org/',
  basePath: '/',
  description: 'Papers of a board.',
  contact: { email: 'papers@example.org' },
  language: 'en-GB',
};

/**
 * Takes a content in memory through validate, withhold and assemble. `begin` is what canaries begin with: two runs have
 * other ones, as two builds have. Attachments are taken as they are.
 */
export function planContent(
  files: Iterable<readonly [string, string | Uint8Array]>,
  begin = 'zqcanary',
): PlannedContent {
  const read = readMemory(files);
  const validated = validateContent(read.source);
  let canaries = 0;
  const result = withhold(validated.bodies, {
    date: buildDate,
    nextCanary: () => `${begin}${(canaries += 1)}x`,
  });
  const attachments = result.linked.map(({ body, meeting, name, bytes }): PublicAttachment => ({
    body,
    meeting,
    name,
    kind: 'csv',
    bytes,
    text: new TextDecoder().decode(bytes),
  }));
  const plan = assembleSite({ publication: result.publication, attachments, site, assets: [] });
  const printed = summariseBuild(
    countPublication(result.publication),
    plan.pages.length,
    result.withheld.pieces,
    buildDate,
  );
  return {
    plan: JSON.stringify({
      ...plan,
      files: plan.files.map(({ file, bytes }) => ({ file, text: new TextDecoder().decode(bytes) })),
    }),
    problems: [...read.problems, ...validated.problems, ...result.problems],
    printed: printed.split('Withheld:\n')[0]!,
    result,
  };
}
