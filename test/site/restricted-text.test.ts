import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, copyFixture, readTree, realSite, type SiteFolders } from '../support/build-fixture.ts';
import { everyForm } from '../support/every-form.ts';

/** Every nonsense word of the fixture begins so, and no other word does: it stands in what is restricted, and nowhere else. */
const nonsense = /xoqu[a-z]*/gi;

describe('a site with restricted papers', () => {
  let folders: SiteFolders;
  beforeAll(async () => {
    folders = await copyFixture('full');
    expect(await buildSite(folders)).toEqual([]);
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  it('publishes no word of a restricted field, text, passage, comment, attachment or file name, in any form', () => {
    const found = [...readTree(folders.output)].flatMap(([file, bytes]) =>
      [file, ...everyForm(bytes)].flatMap((text) =>
        (text.match(nonsense) ?? []).map((word) => `${file}: ${word}`),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('had such words to withhold, each in a place of its own', () => {
    const words = [...readTree(folders.content)].flatMap(([file, bytes]) =>
      [file, ...everyForm(bytes)].flatMap((text) => text.match(nonsense) ?? []),
    );
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBeGreaterThan(70);
  });

  it('looks at what is packed, escaped and encoded', () => {
    const hidden = [...readTree(folders.content)].filter(([file]) =>
      /harbour\.png|xoquvaluation\.pdf/.test(file),
    );
    expect(hidden.map(([, bytes]) => everyForm(bytes).some((text) => /xoqu/i.test(text)))).toEqual([
      true,
      true,
    ]);
    const text = everyForm(
      Buffer.from('&#120;&#x6f;qu; eG9xdWJhc2VzaXh0eWZvdXI= \\u0078oquescaped %78oqupercent'),
    ).join();
    for (const word of ['xoqu;', 'xoqubasesixtyfour', 'xoquescaped', 'xoqupercent'])
      expect(text).toContain(word);
  });

  it('shows of a restricted item its number, its title as the agenda prints it, and its grounds', () => {
    const page = readTree(folders.output).get('nowhere-scrutiny/2024-03-14/index.html')!.toString();
    for (const words of [
      'Purchase of the Pier',
      'It is about the affairs of a named business',
      'Restricted item',
      'Claim about the Helter Skelter',
      'The press and public are likely to be excluded for these items',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('publishes the public summary of a restricted minute, and an item that was opened', () => {
    const minutes = readTree(folders.output)
      .get('nowhere-scrutiny/2024-03-14/minutes/index.html')!
      .toString();
    expect(minutes).toContain('The Board considered a purchase in private.');
    expect(minutes).toContain('that an offer be made');
    expect(minutes).toContain('that the contract for tide tables be let again');
    expect(readTree(folders.output).has('nowhere-scrutiny/2024-03-14/d3-tide-tables/index.html')).toBe(true);
  });

  it('says in a public paper where a passage was cut out, and why', () => {
    const report = readTree(folders.output)
      .get('nowhere-scrutiny/2024-03-14/b1-harbour-lights/index.html')!
      .toString();
    expect(report).toContain('paragraph 3, the affairs of a named business');
  });

  it('names the restricted papers in the ledger, which is no part of the site', () => {
    const ledger = readFileSync(join(folders.folder, '_site.ledger/ledger.txt'), 'utf8');
    expect(ledger).toContain('content/nowhere-scrutiny/2024-03-14/d1-xoqufilename-pier.md');
    expect(readTree(folders.output).has('ledger.txt')).toBe(false);
  });

  it('withholds a paper until its day, and publishes it from that day on', async () => {
    const later = { ...folders, output: join(folders.folder, 'later') };
    const file = 'nowhere-scrutiny/2024-06-13/b1-summer-programme/index.html';
    expect(readTree(folders.output).has(file)).toBe(false);
    expect(await buildSite(later, '2024-06-04')).toEqual([]);
    expect(readTree(later.output).has(file)).toBe(false);
    expect(await buildSite(later, '2024-06-05')).toEqual([]);
    expect(readTree(later.output).get(file)!.toString()).toContain('Xoqufuturetown');
  });
});

describe('the site of the Kent Community Safety Partnership', () => {
  let folders: SiteFolders;
  beforeAll(async () => {
    folders = realSite();
    expect(await buildSite(folders, '2026-01-01')).toEqual([]);
  });
  afterAll(() => rmSync(folders.folder, { recursive: true }));

  it('has no sentence of the seven minutes of Part D in any byte', () => {
    const minutes = ['2021-07-13', '2023-03-21'].flatMap((date) =>
      minutesOfPartD(readFileSync(`content/kent-community-safety-partnership/${date}/minutes.md`, 'utf8')),
    );
    expect(minutes).toHaveLength(7);
    const sentences = minutes.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThanOrEqual(14);
    const found = [...readTree(folders.output)].flatMap(([file, bytes]) => {
      const letters = everyForm(bytes).map(lettersOf).join(' | ');
      return sentences
        .filter((sentence) => letters.includes(sentence))
        .map((sentence) => `${file}: ${sentence}`);
    });
    expect(found).toEqual([]);
  });
});

/** The texts under the headings of items in Part D, without their headings. Simpler than the generator's reading, on purpose. */
function minutesOfPartD(text: string): readonly string[] {
  const lines = text.replaceAll('\r', '').split('\n');
  const minutes: string[][] = [];
  let isInside = false;
  for (const [index, line] of lines.entries()) {
    if (/^#+ /.test(line)) {
      const name = [line, lines[index + 1] ?? '', lines[index + 2] ?? ''].join(' ');
      const isItem = /\(Item [A-Z]\d\)|^#+ [A-Z]\d/.test(name);
      isInside = isItem && /\(Item D\d\)|^#+ D\d/.test(name);
      if (isInside) minutes.push([]);
    } else if (isInside) {
      minutes.at(-1)!.push(line);
    }
  }
  return minutes.map((minute) => minute.join('\n'));
}

/** Sentences of five words or more: a shorter one ("be noted.") says nothing, and stands in public minutes too. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n{2,}|(?<=[.;:?!])\s+/)
    .map(lettersOf)
    .filter((sentence) => sentence.split(' ').length >= 5);
}

/** Small letters and digits with single spaces. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
