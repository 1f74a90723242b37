import { describe, expect, it } from 'vitest';
import { readMemory } from '../../src/fuzz/read-memory.ts';
import { validateContent } from '../../src/validate/validate-content.ts';
import { folder, paper, withholdFiles } from './withhold-files.ts';

const text = '### B1 Quay\n\nMr Gull spoke.\n\n### D1 Berths\n\nMs Rope spoke.';
const topics = { topics: '\n  B1: Harbour walls\n  D1: Xoqu berths' };

describe('topics that minutes give their items', () => {
  it('stand with the open item, where no agenda is held that says them', () => {
    const { meeting, shown } = withholdFiles({ minutes: paper(text, topics) });
    expect(meeting?.minutes?.minutes[0]).toMatchObject({
      access: 'open',
      code: 'B1',
      topic: 'Harbour walls',
    });
    expect(shown).toContain('Harbour walls');
  });

  it('are nowhere for an item that is withheld', () => {
    expect(withholdFiles({ minutes: paper(text, topics) }).shown).not.toContain('Xoqu');
  });

  it('change nothing of what is public when a withheld item has another', () => {
    const shown = (field: string): string => withholdFiles({ minutes: paper(text, { topics: field }) }).shown;
    expect(shown('\n  B1: Walls\n  D1: Zuq')).toBe(shown('\n  B1: Walls\n  D1: Quz'));
  });

  it('are a problem for an item that the minutes do not have, which quotes nothing', () => {
    const path = `${folder}/minutes.md`;
    const body = '---\ntitle: Harbour Board\nrestricted_parts: D\nrules: adopted\n---\n';
    const source = readMemory(
      new Map([
        ['harbour-board/index.md', body],
        [path, paper(text, { topics: '\n  B7: Xoqu berths' })],
      ]),
    );
    const problems = validateContent(source.source).problems;
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      `content/${path} topic-without-item`,
    ]);
    expect(JSON.stringify(problems)).not.toContain('Xoqu');
  });
});
