import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/model/sealed.ts';
import { decodeText } from '../../src/read/decode-text.ts';
import { splitFrontMatter } from '../../src/read/split-front-matter.ts';
import { validateMeetingFiles } from '../support/content-in-memory.ts';

const names = ['agenda.md', 'minutes.md', 'supplement-1.md', 'b2-roads.md'] as const;

/** What papers are made of, right and wrong; `W` is replaced by words that stand nowhere else. */
const fragments = [
  ...[
    '## A. W',
    '## D - RESTRICTED W',
    '### B2 W',
    '### W',
    '### 31. W (Item B3)',
    '(Item D1)',
    '**D1 W**',
    '**W**',
    '# W',
    '##W',
    'W\n---',
  ],
  ...[
    '- Paper: W',
    '- W: W',
    '- Not for publication: W; paragraph 3',
    '- Not for publication W',
    '- Title withheld',
    '- W\n  - RESOLVED W',
  ],
  ...[
    'RESOLVED that W',
    'RESOLVED to:',
    'A. W; B. W',
    '(a) W',
    'W RESOLVED W',
    'ACTION: W (by 2022-02-30)',
    'PRESENT: W',
  ],
  ...[
    '::: exempt W',
    ':::',
    '::: W',
    ':: exempt',
    '::: public-summary',
    '::: lang W',
    '> W',
    '> ## W',
    '| W |\n|---|\n| W |',
    '[W]',
  ],
  ...[
    '<!-- W',
    '-->',
    '<b>W</b>',
    '<!-- W --> W',
    '```W',
    '```',
    '    W',
    'W[^W]',
    '[^W]: W',
    '[W]: W',
    '[W](#W)',
    '![](W)',
    '*[W]: W',
    '<<<<<<< W',
  ],
  ...['---', 'restricted: W', 'W: W', 'W', '1. W', '2.3 W', ''],
];

const fields = [
  ...[
    'title: W',
    'title: W: W',
    'title: W # W',
    'title: "W',
    'title:',
    'restricted: true',
    'restricted: W',
    'Restricted: true',
    'W: W',
    'item: W',
    'item: B2',
  ],
  ...[
    'author:\n  - W: W',
    'author: [W, W]',
    'contacts:\n  - name: W\n    W: W',
    'date: W',
    'published: W',
    'exempt: W',
    'confidential: true',
    'reason: W',
    'attachments:\n  - W/W',
  ],
  ...[
    'time: W',
    'language: W W',
    'type: W',
    'present:\n  - W',
    'summary: *W',
    'summary: &W W',
    'summary: !W W',
    '? W',
    '- W',
    '```',
    'W',
  ],
];

/** Pronounceable nonsense, none of whose runs of five letters is in a message. */
const nonsense = fc
  .array(fc.constantFrom('zqu', 'xav', 'jyk', 'qoz', 'vux', 'kij'), { minLength: 3, maxLength: 4 })
  .map((parts) => parts.join(''));

function filled(lines: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; words: readonly string[] }> {
  return fc.tuple(lines, fc.array(nonsense, { minLength: 4, maxLength: 4 })).map(([text, words]) => {
    let next = 0;
    return { text: text.replace(/\bW\b/g, () => words[next++ % words.length]!), words };
  });
}

const paper = filled(
  fc
    .tuple(
      fc.subarray(fields, { maxLength: 6 }),
      fc.boolean(),
      fc.array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom('\n', '\n\n')), { maxLength: 14 }),
    )
    .map(
      ([lines, isWhole, blocks]) =>
        `---\n${(isWhole ? ['title: W', 'restricted: true', ...lines.filter((line) => !/^(?:title|restricted)/i.test(line))] : lines).join('\n')}\n---\n\n${blocks.flat().join('')}`,
    ),
);

describe('read and validate', () => {
  it('never throw, whatever the bytes of a file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
        decodeText('content/a/paper.md', bytes);
        validateMeetingFiles({ [name]: bytes });
      }),
      { numRuns: 300 },
    );
  });

  it('never throw, whatever the text of a paper', () => {
    const yaml = fc.string({ unit: fc.constantFrom(...'abc:-&*!|>#{}[]"\'%@`? \n\t,~<'), maxLength: 60 });
    const markdown = fc.string({ unit: fc.constantFrom(...'ab1 \n\n#>*-_|[]()^:`~<!->\\.'), maxLength: 120 });
    fc.assert(
      fc.property(fc.constantFrom(...names), yaml, markdown, (name, head, text) => {
        splitFrontMatter('content/a/paper.md', `---\n${head}\n---\n${text}`);
        validateMeetingFiles({ [name]: `---\ntitle: A\nrestricted: false\n---\n${text}` });
      }),
      { numRuns: 1500 },
    );
  });

  it('quote no five letters of a paper in any problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), paper, (name, { text, words }) => {
        const windows = words.flatMap((word) =>
          Array.from({ length: word.length - 4 }, (_, index) => word.slice(index, index + 5)),
        );
        for (const { what, instead, code } of validateMeetingFiles({ [name]: text }).problems) {
          for (const window of windows) expect(`${code} ${what} ${instead}`).not.toContain(window);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('give every problem a line of its file, and whole sentences', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), paper, (name, { text }) => {
        const lines = text.split('\n').length;
        for (const { file, line, column, code, what, instead } of validateMeetingFiles({ [name]: text })
          .problems) {
          if (file.endsWith(name)) expect(line).toBeLessThanOrEqual(lines);
          expect([line, column].every((number) => Number.isInteger(number) && number >= 1)).toBe(true);
          expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
          for (const sentence of [what, instead]) expect(sentence).toMatch(/^[A-Z`].*[.?`]$/s);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never make a paper public when one character of its flag’s line is another, is gone, or is one more', () => {
    const before = '---\ntitle: A\n';
    const flag = 'restricted: true\n';
    const after = 'summary: |\n  restricted: false\nauthor: B\n---\n\nrestricted words\n';
    const characters = [...'abefilnorstuTFy01 :"\'-#&*!|>{}[],~\n\t', '\u00a0', '\u200b', 'е', 'ｆ'];
    const isPublic = (line: string): boolean => {
      const { bodies } = validateMeetingFiles({ 'roads.md': before + line + after });
      return bodies.some((body) =>
        body.meetings.some((meeting) =>
          meeting.reports.some((report) => !open(report.content).frontMatter.restricted),
        ),
      );
    };
    expect(isPublic('restricted: false\n')).toBe(true);
    for (let at = 0; at <= flag.length; at += 1) {
      const mutants = [flag.slice(0, at) + flag.slice(at + 1)];
      for (const character of characters)
        mutants.push(
          flag.slice(0, at) + character + flag.slice(at),
          flag.slice(0, at) + character + flag.slice(at + 1),
        );
      for (const mutant of mutants) expect([mutant, isPublic(mutant)]).toEqual([mutant, false]);
    }
  });
});
