import { describe, expect, it } from 'vitest';
import { parseAcceptedFindings } from '../../src/audit/accepted-findings.ts';

const whole = `- id: 0123456789abcdef0123456789abcdef
  paper: content/body/2021-11-18/d1.md
  person: A. Officer
  date: 2026-03-04
  reason: It was in the press.
`;

describe('parseAcceptedFindings', () => {
  it('reads decisions, every value as text', () => {
    expect(parseAcceptedFindings(whole)).toEqual({
      accepted: [
        {
          id: '0123456789abcdef0123456789abcdef',
          paper: 'content/body/2021-11-18/d1.md',
          person: 'A. Officer',
          date: '2026-03-04',
          reason: 'It was in the press.',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['', 'an empty file'],
    ['# none yet\n', 'a file of remarks'],
    ['[]\n', 'an empty list'],
  ])('reads none from %j', (text) => {
    expect(parseAcceptedFindings(text)).toEqual({ accepted: [], problems: [] });
  });

  it.each([
    ['an id of another shape', whole.replace('0123456789abcdef0', 'x'), 1, 7, 'acceptance-invalid'],
    ['a value that is missing', whole.replace(/ {2}person.*\n/, ''), 1, 3, 'acceptance-invalid'],
    ['a value that is empty', whole.replace('A. Officer', ''), 3, 11, 'acceptance-invalid'],
    ['a day that is none', whole.replace('2026-03-04', '2026-02-30'), 4, 9, 'acceptance-invalid'],
    ['a line that is not known', `${whole}  until: 2027-01-01\n`, 1, 3, 'acceptance-invalid'],
    ['a line twice', `${whole}  date: 2027-01-01\n`, 6, 3, 'acceptance-unreadable'],
    ['no list', 'id: 1\n', 1, 1, 'acceptance-invalid'],
    ['no YAML', 'a: [b\n', 2, 1, 'acceptance-unreadable'],
  ])('refuses %s, says where, and reads no other', (_what, text, line, column, code) => {
    const { accepted, problems } = parseAcceptedFindings(text);
    expect(accepted).toEqual([]);
    expect(
      problems.map((problem) => [problem.file, problem.line, problem.column, problem.code]),
    ).toContainEqual(['data/accepted-findings.yaml', line, column, code]);
  });

  it('names the line that is wrong', () => {
    expect(parseAcceptedFindings(whole.replace('2026-03-04', 'soon')).problems[0]!.what).toBe(
      '`date` of this accepted finding is missing or not written as it must be.',
    );
    expect(parseAcceptedFindings(`${whole}  until: 2027-01-01\n`).problems[0]!.what).toBe(
      'An accepted finding has a line that is not known: `until`.',
    );
  });
});
