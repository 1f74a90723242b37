import { describe, expect, it } from 'vitest';
import { countPublication } from '../../src/ledger/count-publication.ts';
import { createLedger, formatLedger } from '../../src/ledger/create-ledger.ts';
import { summariseBuild } from '../../src/ledger/summarise-build.ts';
import { problemAt } from '../../src/model/problem.ts';
import { reportProblems } from '../../src/report.ts';
import { paper, withholdFiles } from '../withhold/withhold-files.ts';

const result = withholdFiles({
  agenda: paper('### B1 Lights\n\n## D. Others\n\n### D1 Case Smith'),
  minutes: paper('### B1 Lights\n\nRESOLVED that it be noted.\n\n### D1 Smith\n\nRESOLVED that it be noted.'),
  'b1-a': paper('See [it](files/map.csv). <!-- Hidden -->', { item: 'B1' }),
  'b1-appendix-1-a': paper('Words.', { item: 'B1' }),
  'd1-case-smith': paper('Secret.', {
    item: 'D1',
    restricted: 'true',
    exempt: '1, 3',
    reason: 'It names people',
  }),
  'd1-appendix-1-x': paper('Secret.', { item: 'D1', restricted: 'true', confidential: 'true' }),
  'supplement-1': paper('## B. Matters\n\n### B2 Storm'),
  'files/map.csv': 'a',
  'files/secret.csv': 'b',
  'harbour-board/2021-12-01/minutes.md': paper('### B1 Lights'),
  'harbour-board/2021-12-02/a.md': paper('Words. <!-- Hidden -->\n\n<!-- Hidden too -->'),
});
const folder = 'content/harbour-board/2021-11-18';

describe('the ledger', () => {
  const ledger = createLedger(result.publication, result.withheld.pieces, result.linked);

  it('names every published file once, in order', () => {
    expect(ledger.published.map(({ file, kind }) => `${kind} ${file.replace(folder, '')}`)).toEqual([
      'agenda /agenda.md',
      'report /b1-a.md',
      'appendix /b1-appendix-1-a.md',
      'attachment /files/map.csv',
      'minutes /minutes.md',
      'supplement /supplement-1.md',
      'minutes content/harbour-board/2021-12-01/minutes.md',
      'report content/harbour-board/2021-12-02/a.md',
      'body content/harbour-board/index.md',
    ]);
  });

  it('names everything that was withheld, with why and on what ground', () => {
    const text = formatLedger(ledger);
    expect(text).toContain('Ledger of the build of 2022-01-10.');
    expect(text).toContain(
      `${folder}/d1-case-smith.md\n  paper of item D1: restricted: true (exempt, paragraph 1, 3; It names people)\n`,
    );
    expect(text).toContain(
      `${folder}/d1-appendix-1-x.md\n  paper of item D1: restricted: true (confidential)\n`,
    );
    expect(text).toContain(`${folder}/minutes.md\n  minute of item D1: restricted part\n`);
    expect(text).toContain(`${folder}/b1-a.md\n  passage: comment\n`);
    expect(text).toContain(`${folder}/files/secret.csv\n  attachment: not linked\n`);
    expect(text).toContain('Withheld: 7\n');
  });

  it('has no attachments unless it is given them', () => {
    expect(createLedger(result.publication, result.withheld.pieces).published).toHaveLength(8);
  });
});

describe('what a build prints', () => {
  it('is what was published in numbers, and of what was withheld body, date and item', () => {
    expect(
      summariseBuild(countPublication(result.publication), 9, result.withheld.pieces, '2022-01-10'),
    ).toBe(
      'Published as of 2022-01-10: 9 pages, 7 papers of 3 meetings, 4 items, 1 resolution.\nWithheld:\n  harbour-board, 2021-11-18\n  harbour-board, 2021-11-18, item D1\n',
    );
  });

  it('speaks of no publishing where papers are only checked', () => {
    const counts = countPublication(result.publication);
    const printed = summariseBuild(counts, 1234, [], '2022-01-10', 'checked');
    expect(printed).toBe(
      'No problems. A build as of 2022-01-10 would have 1,234 pages, 7 papers of 3 meetings, 4 items, 1 resolution. Nothing was written.\n',
    );
    let told = '';
    reportProblems(
      [problemAt({ file: 'a', line: 1, column: 1 }, 'x', 'W.', 'I.')],
      (text) => (told += text),
      'checked',
    );
    expect(told).toContain('One problem stops a build of these papers.');
    expect(told + printed).not.toMatch(/publish/i);
  });

  it('is no list where nothing was withheld, nor for a comment', () => {
    const { publication, withheld } = withholdFiles({ a: paper('Words. <!-- Hidden -->') });
    expect(summariseBuild(countPublication(publication), 1, withheld.pieces, '2022-01-10')).toBe(
      'Published as of 2022-01-10: 1 page, 1 paper of 1 meeting, 0 items, 0 resolutions.\n',
    );
  });
});
