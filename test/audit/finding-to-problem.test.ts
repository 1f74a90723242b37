import { describe, expect, it } from 'vitest';
import { findingToProblem } from '../../src/audit/finding-to-problem.ts';
import type { Finding } from '../../src/audit/finding.ts';

const source = { file: 'content/body/2021-11-18/d1.md', what: 'the minute of item D1' };
const id = '0123456789abcdef0123456789abcdef';
const leak = { file: 'body/index.html', view: 'gzip, text', withheld: source, places: 1, ids: [] } as const;

/** Every finding, and the words that an officer reads. */
const findings: readonly Finding[] = [
  { ...leak, code: 'audit-words' },
  { ...leak, code: 'audit-words', places: 3, ids: [id] },
  { ...leak, code: 'audit-word' },
  { ...leak, code: 'audit-word', places: 2 },
  {
    ...leak,
    code: 'audit-words',
    places: 7,
    ids: [1, 2, 3, 4, 5, 6, 7].map((digit) => String(digit).repeat(32)),
  },
  { ...leak, code: 'audit-name' },
  { ...leak, code: 'audit-attachment' },
  { code: 'audit-overlap', file: 'content/body/2021-11-18/b2.md', withheld: source, places: 1, ids: [id] },
  { code: 'audit-overlap', file: 'content/body/2021-11-18/b2.md', withheld: source, places: 2, ids: [] },
  { code: 'audit-canary', file: 'body/index.html', view: 'text' },
  { code: 'audit-unreadable', file: 'body/a.pdf', view: 'text of the PDF', because: 'locked' },
  { code: 'audit-unreadable', file: 'body/a.pdf', view: 'text of the PDF', because: 'damaged' },
  { code: 'audit-unreadable', file: 'body/a.gz', view: 'gzip', because: 'too-large' },
  { code: 'audit-unreadable', file: 'body/a.gz', view: 'gzip', because: 'too-deep' },
  { code: 'audit-unreadable', file: 'body/a.zip', view: 'zip', because: 'unknown-packing' },
  { code: 'audit-acceptance-stale', id, paper: source.file },
  { code: 'audit-unexpected-file', file: 'a.html' },
  { code: 'audit-missing-file', file: 'a.html' },
  { code: 'audit-link', file: 'a.html' },
  { code: 'audit-hidden-file', file: '.a' },
  { code: 'audit-source-file', file: 'a.md' },
  { code: 'audit-source-map', file: 'a.map' },
];

describe('findingToProblem', () => {
  it('says for every finding where it is, what is wrong and what to do', () => {
    const printed = findings
      .map(findingToProblem)
      .map(
        (problem) =>
          `${problem.file}:${problem.line}:${problem.column} [${problem.code}]\n  ${problem.what}\n  ${problem.instead}`,
      );
    expect(printed.join('\n')).toMatchInlineSnapshot(`
      "content/body/2021-11-18/d1.md:1:1 [audit-words]
        Words of the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take the words out of the public paper or the settings that they stand in. If they stand in none, this is an error of Minutebook: give this message to whoever looks after it.
      content/body/2021-11-18/d1.md:1:1 [audit-words]
        Words of 3 places of the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take the words out of the public paper or the settings that they stand in. If they stand in none, this is an error of Minutebook: give this message to whoever looks after it. If the public may read it all the same, record who decided so in data/accepted-findings.yaml, under 0123456789abcdef0123456789abcdef.
      content/body/2021-11-18/d1.md:1:1 [audit-word]
        A word that stands only in the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take it out of the settings or the public paper that it stands in. If it stands in none, this is an error of Minutebook: give this message to whoever looks after it.
      content/body/2021-11-18/d1.md:1:1 [audit-word]
        2 words that stand only in the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take it out of the settings or the public paper that it stands in. If it stands in none, this is an error of Minutebook: give this message to whoever looks after it.
      content/body/2021-11-18/d1.md:1:1 [audit-words]
        Words of 7 places of the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take the words out of the public paper or the settings that they stand in. If they stand in none, this is an error of Minutebook: give this message to whoever looks after it. If the public may read it all the same, record who decided so in data/accepted-findings.yaml, under 11111111111111111111111111111111, 22222222222222222222222222222222, 33333333333333333333333333333333, 44444444444444444444444444444444, 55555555555555555555555555555555 (and 2 more).
      content/body/2021-11-18/d1.md:1:1 [audit-name]
        The file name of the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take the name, or the link to it, out of the public paper that it stands in.
      content/body/2021-11-18/d1.md:1:1 [audit-attachment]
        A copy of the minute of item D1, which is withheld, would be published in body/index.html (gzip, text).
        Take the attachment out of the public paper that links it, or out of its \`files\` folder.
      content/body/2021-11-18/b2.md:1:1 [audit-overlap]
        A passage of this public paper can be read word for word in the minute of item D1 (content/body/2021-11-18/d1.md), which is withheld.
        Take the passage out of one of the two. If the public may read it all the same, record who decided so in data/accepted-findings.yaml, under 0123456789abcdef0123456789abcdef.
      content/body/2021-11-18/b2.md:1:1 [audit-overlap]
        2 passages of this public paper can be read word for word in the minute of item D1 (content/body/2021-11-18/d1.md), which is withheld.
        Take the passage out of one of the two.
      body/index.html:1:1 [audit-canary]
        A mark that this run put into every withheld text stands in this file of the site (text), so a withheld text got into it.
        Nothing in the papers can mend this: it is an error of Minutebook. Do not publish; give this message to whoever looks after it.
      body/a.pdf:1:1 [audit-unreadable]
        This file of the site could not be searched for withheld text (text of the PDF): it is locked with a password.
        Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.
      body/a.pdf:1:1 [audit-unreadable]
        This file of the site could not be searched for withheld text (text of the PDF): it is damaged.
        Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.
      body/a.gz:1:1 [audit-unreadable]
        This file of the site could not be searched for withheld text (gzip): it, or what is packed in it, is too large.
        Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.
      body/a.gz:1:1 [audit-unreadable]
        This file of the site could not be searched for withheld text (gzip): it is packed within packing too many times over.
        Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.
      body/a.zip:1:1 [audit-unreadable]
        This file of the site could not be searched for withheld text (zip): it is packed in a way that Minutebook does not know.
        Save the attachment that it was made from again, as a plain PDF or picture without a password, and build once more.
      data/accepted-findings.yaml:1:1 [audit-acceptance-stale]
        The accepted finding 0123456789abcdef0123456789abcdef of content/body/2021-11-18/d1.md was not found in this build: the text has changed since it was accepted.
        Take it out of data/accepted-findings.yaml.
      a.html:1:1 [audit-unexpected-file]
        This file stands in the built site though no public paper asks for it.
        Build again. If it comes back, give this message to whoever looks after the site: something writes to its folder during the build.
      a.html:1:1 [audit-missing-file]
        This file of the site was planned and was not built.
        Build again. If it stays away, give this message to whoever looks after the site.
      a.html:1:1 [audit-link]
        This is a link to another place of the disk, and what it leads to would be published.
        Give this message to whoever looks after the site: nothing in the build makes links.
      .a:1:1 [audit-hidden-file]
        This is a hidden file (its name begins with a full stop), and no part of the site.
        Give this message to whoever looks after the site: nothing in the build makes hidden files.
      a.md:1:1 [audit-source-file]
        This is a paper as it was written, or a template, and no page of the site.
        Give this message to whoever looks after the site: papers are never copied as they are.
      a.map:1:1 [audit-source-map]
        This is a source map: it holds the files that a page was made from.
        Give this message to whoever looks after the site: source maps are never made."
    `);
  });

  it.each(findings)('writes whole sentences for $code', (finding) => {
    const { what, instead } = findingToProblem(finding);
    expect(what).toMatch(/^[A-Z0-9].*\.$/);
    expect(instead).toMatch(/^[A-Z].*[.\w]$/);
  });
});
