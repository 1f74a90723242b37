import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fingerprintWithheld } from '../../src/audit/fingerprint.ts';
import type { WithheldPiece } from '../../src/model/withheld.ts';
import { auditFiles, codesOf, publicTexts, withheld, withheldPiece } from './audit-fixture.ts';

/** Codes of the findings for an output text, when a withheld and some public texts are given. */
async function codesFor(
  secret: string,
  output: string,
  publics: readonly string[] = [],
): Promise<readonly string[]> {
  const fingerprints = fingerprintWithheld(
    withheld([withheldPiece({ texts: [secret] })]),
    publics,
    new Set(),
  );
  return codesOf(await auditFiles({ 'index.html': output }, { fingerprints }));
}

describe('a run of six withheld words', () => {
  const secret = 'the mother was told of it by the school in the end';

  it('is a leak wherever it is broken', async () => {
    expect(await codesFor(secret, 'mother\n\nwas, told (of) it! By\u00a0anybody')).toEqual(['audit-words']);
  });

  it('is none with five words', async () => {
    expect(await codesFor(secret, 'the mother was told of that')).toEqual([]);
  });

  it('is none where a public text has it', async () => {
    expect(
      await codesFor(secret, 'mother was told of it by', [
        'The **mother** was told [of it](http://a.b/c) by the council',
      ]),
    ).toEqual([]);
  });

  it('is none where a public text has it in another form than the first', async () => {
    const longText = Array.from({ length: 60 }, (_, line) => `Line ${line} of a long text.`).join('\n');
    for (const typed of [
      `${longText}\n- mother was\n- told of\n- it by\n\n${longText}`,
      `${longText}\n- told\n${longText}\n1. mother was told\n2. of it by`,
      'The <b\n>mother</b> was told of it by',
    ])
      expect(await codesFor(secret, 'mother was told of it by', [typed])).toEqual([]);
  });

  it('is one though a public text has part of it', async () => {
    expect(
      await codesFor(secret, 'mother was told of it by the school', ['mother was told of it by the council']),
    ).toEqual(['audit-words']);
  });

  it('is one with a link, a footnote mark, tags or a list within it', async () => {
    for (const typed of [
      'mother [was](../a.md) told[^1] of <b>it</b> by the',
      '- mother was\n- told of\n- it by',
      '1. mother was\n2. told of\n3. it by',
      'mother was\n\n:::\n\ntold of it by',
    ]) {
      expect(await codesFor(typed, 'mother was told of it by')).toContain('audit-words');
    }
  });

  it('is one with accents and ligatures that are written in two ways', async () => {
    expect(
      await codesFor('la cafe\u0301 o\ufb03ce was closed by decision', 'la caf\u00e9 office was closed by'),
    ).toContain('audit-words');
  });

  it('is one with emoji in it, and none with others in their place', async () => {
    expect(await codesFor('mother was told 😀 of it', 'mother was told 😀 of it')).toContain('audit-words');
    expect(await codesFor('mother was told 😀 of it', 'mother was told 😁 of it')).toEqual([]);
  });

  it('must begin and end as words do when its letters are few', async () => {
    expect(await codesFor('a b c d e f', 'x a b c d e f')).toEqual(['audit-words']);
    expect(await codesFor('a b c d e f', 'abcdef and abc def')).toEqual([]);
  });

  it('is none when it is a date or figures that stand everywhere', async () => {
    expect(
      await codesFor('on Thursday 18 November 2021 at 10 30 am', 'Thursday 18 November 2021 at 10'),
    ).toEqual([]);
    expect(await codesFor('| 1 | 2 | 3 | 4 | 5 | 6 |', '1 2 3 4 5 6')).toEqual([]);
  });
});

describe('a short withheld text', () => {
  it('is a leak as a whole', async () => {
    expect(await codesFor('budget of the school', 'The Budget of the School')).toEqual(['audit-words']);
  });

  it('is none in part, or with other words between', async () => {
    expect(await codesFor('budget of the school', 'budget of the whole school; budget of it')).toEqual([]);
  });

  it('is none when it is a date, a number or a few letters', async () => {
    expect(await codesFor('18 November 2021', 'on 18 November 2021')).toEqual([]);
    expect(await codesFor('a b', 'a b')).toEqual([]);
    expect(await codesFor('1, 2', '1, 2')).toEqual([]);
  });
});

describe('a name in a withheld text', () => {
  it('is a leak though both its words are public', async () => {
    expect(
      await codesFor('He said that Martin Baker had known.', '<p>Martin Baker</p>', [
        'the baker',
        'a martin',
      ]),
    ).toEqual(['audit-words']);
  });

  it('is none when a public text has the two words together', async () => {
    expect(
      await codesFor('He said that Martin Baker had known.', 'Martin Baker', ['Chairman: Martin Baker']),
    ).toEqual([]);
  });
});

describe('a telling word', () => {
  it.each([
    ['a surname', 'Quillby'],
    ['a case number', 'AB12CD'],
    ['a long number', '07700900123'],
  ])('is a leak: %s', async (_what, word) => {
    expect(await codesFor(`It is ${word} again.`, `x ${word.toLowerCase()} y`)).toEqual(['audit-word']);
  });

  it.each([
    ['an English word', 'marvellous'],
    ['a word of dates', 'Thursday'],
    ['a short word', 'Qby'],
    ['a year', '2018'],
    ['a number with a unit', '1200px'],
  ])('is none: %s', async (_what, word) => {
    expect(await codesFor(`It is ${word} again.`, `x ${word} y`)).toEqual([]);
  });

  it('is none in a public text, however it is joined there', async () => {
    expect(
      await codesFor("It was O'Malley.", '<a href="/members/omalley/">x</a>', ["Councillor O'Malley"]),
    ).toEqual([]);
    expect(await codesFor("It was O'Malley.", '<a href="/members/omalley/">x</a>')).toEqual(['audit-word']);
  });

  it('is a leak with its marks, when it has figures and marks', async () => {
    expect(await codesFor('Case KC/21/0457 was closed.', 'kc-21-0457')).toEqual(['audit-words']);
  });

  it('is none within another word', async () => {
    expect(await codesFor('It was Oxley.', 'Foxleys')).toEqual([]);
  });

  it('is none across a space', async () => {
    expect(await codesFor('It was Ather.', 'at her')).toEqual([]);
  });
});

describe('what the fingerprints hold', () => {
  it('is no word of what was withheld', () => {
    const piece = withheldPiece({
      texts: ['Quillby was told of it by the Zanthorpe school.'],
      names: ['d1-quillby-school'],
    });
    const fingerprints = fingerprintWithheld(withheld([piece], ['mbcanary']), publicTexts, new Set());
    expect(inspect(fingerprints, { depth: Infinity, showHidden: true })).not.toMatch(
      /quillby|zanthorpe|mbcanary/i,
    );
  });

  it.each([
    ['paper', 'the paper of item D1'],
    ['minute', 'the minute of item D1'],
    ['passage', 'a passage of item D1'],
    ['attachment', 'an attachment of item D1'],
    ['title', 'the title of item D1'],
  ] as const)('says where a %s comes from', (what, expected) => {
    expect(fingerprintWithheld(withheld([withheldPiece({ what })]), [], new Set()).prints.sources).toEqual([
      { file: 'content/body/2021-11-18/d1.md', what: expected },
    ]);
  });

  it('names no item where there is none', () => {
    const piece = { ...withheldPiece({}), item: undefined } as unknown as WithheldPiece;
    expect(fingerprintWithheld(withheld([piece]), [], new Set()).prints.sources[0]!.what).toBe('the paper');
  });

  it('is digested with another key in every run', () => {
    const digests = [1, 2].map(() =>
      fingerprintWithheld(
        withheld([withheldPiece({ texts: ['Quillby'] })]),
        [],
        new Set(),
      ).prints.table.rows.hashesOf(0),
    );
    expect(digests[0]).not.toEqual(digests[1]);
  });
});
