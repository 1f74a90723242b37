import { createHash } from 'node:crypto';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { AcceptedFinding } from '../../src/audit/accepted-findings.ts';
import { auditOutput } from '../../src/audit/audit-output.ts';
import type { Finding, Leak } from '../../src/audit/finding.ts';
import { fingerprintWithheld } from '../../src/audit/fingerprint.ts';
import {
  soughtIn,
  auditFiles,
  codesOf,
  publicTexts,
  secretFingerprints,
  secretPaper,
  secretSentence,
  tinyPdf,
  withFolder,
  withheld,
  withheldPiece,
} from './audit-fixture.ts';

const harmless = '<p>Apologies were received.</p>';
const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('the list of files', () => {
  it.each([
    ['a file that was not planned', { 'left.html': harmless }, [], 'audit-unexpected-file'],
    ['a file that was planned and is not there', {}, ['index.html'], 'audit-missing-file'],
    ['a hidden file', { '.env': 'x' }, ['.env'], 'audit-hidden-file'],
    ['a file in a hidden folder', { '.git/config': 'x' }, ['.git/config'], 'audit-hidden-file'],
    ['a paper as it was written', { 'agenda.md': 'x' }, ['agenda.md'], 'audit-source-file'],
    ['a source map', { 'site.js.map': '{}' }, ['site.js.map'], 'audit-source-map'],
  ])('gives a finding for %s', async (_what, files, expectedFiles, code) => {
    expect(codesOf(await auditFiles(files, { expectedFiles }))).toEqual([code]);
  });

  it('gives a finding for a link, and does not follow it', async () => {
    await withFolder({ 'secret.txt': secretSentence, 'site/index.html': harmless }, async (folder) => {
      await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'a.txt'));
      const options = {
        directory: join(folder, 'site'),
        expectedFiles: ['index.html', 'a.txt'],
        accepted: [],
      };
      const findings = await auditOutput({ ...options, fingerprints: secretFingerprints() });
      expect(findings).toEqual([{ code: 'audit-link', file: 'a.txt' }]);
    });
  });

  it('takes what is neither file nor folder for a link', async () => {
    await withFolder({ 'index.html': harmless }, async (directory) => {
      await mkdir(join(directory, 'empty'));
      const { createServer } = await import('node:net');
      const server = createServer().listen(join(directory, 's'));
      await new Promise((resolve) => server.on('listening', resolve));
      const findings = await auditOutput({
        directory,
        expectedFiles: ['index.html', 's'],
        fingerprints: secretFingerprints(),
        accepted: [],
      });
      server.close();
      expect(findings).toEqual([{ code: 'audit-link', file: 's' }]);
    });
  });

  it('gives no finding for what was planned', async () => {
    expect(await auditFiles({ 'index.html': harmless, 'a/b/c.css': 'a{}' })).toEqual([]);
  });

  it('shows of an unplanned path what was planned, and the ending', async () => {
    const files = {
      'body/index.html': harmless,
      'body/what-is-this/a.html': harmless,
      'pagefind/fragment/en_0a1b2c3.pf_fragment': harmless,
    };
    const findings = await auditFiles(files, {
      expectedFiles: ['body/index.html', 'pagefind/fragment/x.pf_fragment'],
    });
    expect(findings.map((finding) => 'file' in finding && finding.file)).toEqual([
      'body/(a name that was not planned)/(a name that was not planned).html',
      'pagefind/fragment/en_0a1b2c3.pf_fragment',
      'pagefind/fragment/x.pf_fragment',
    ]);
  });

  it('shows no planned name that holds a withheld one', async () => {
    const findings = await auditFiles({ 'body/d1-zanthorpe-review.html': harmless });
    expect(findings.map((finding) => 'file' in finding && finding.file)).toEqual([
      'body/(a withheld name).html',
      'body/(a withheld name).html',
    ]);
    expect(codesOf(findings)).toEqual(['audit-name', 'audit-word']);
  });
});

describe('names', () => {
  it.each([
    ['in a link', '<a href="/body/2021-11-18/d1-zanthorpe-review/">D1</a>'],
    ["without the item's code", '<a href="/body/zanthorpe-review.pdf">x</a>'],
    ['in capitals and with other signs', '<a href="/body/D1_Zanthorpe_Review.docx">x</a>'],
    ['percent-encoded', '<a href="d1%2Dzanthorpe%2Dreview">x</a>'],
  ])('of withheld reports are found %s', async (_where, html) => {
    expect(codesOf(await auditFiles({ 'index.html': html }))).toContain('audit-name');
  });

  it('are not looked for where the public agenda prints the same words', async () => {
    const piece = withheldPiece({ names: ['d1-domestic-homicide-review'] });
    const fingerprints = fingerprintWithheld(
      withheld([piece]),
      ['### D1 Domestic Homicide Review'],
      new Set(),
    );
    expect(
      await auditFiles(
        { 'index.html': '<h3 id="d1-domestic-homicide-review">Domestic Homicide Review</h3>' },
        { fingerprints },
      ),
    ).toEqual([]);
  });

  it('are not looked for where only the title behind the code is public', () => {
    const piece = withheldPiece({ names: ['d1-domestic-homicide-review'] });
    const fingerprints = fingerprintWithheld(withheld([piece]), ['Domestic Homicide Review'], new Set());
    expect(soughtIn(fingerprints)).toBe(0);
  });

  it('of attachments are found, with spaces as well', async () => {
    const piece = withheldPiece({ names: ['floor plan 2.png'], what: 'attachment' });
    const fingerprints = fingerprintWithheld(withheld([piece]), publicTexts, new Set());
    expect(
      codesOf(await auditFiles({ 'index.html': '<img src="files/floor%20plan%202.png">' }, { fingerprints })),
    ).toEqual(['audit-name']);
  });

  it('that are one ordinary word or very short are not looked for', () => {
    const piece = withheldPiece({ names: ['settlement', 'd1', 'minutes'] });
    expect(soughtIn(fingerprintWithheld(withheld([piece]), [], new Set()))).toBe(0);
  });
});

describe('attachments', () => {
  const plan = Buffer.from([1, 2, 3, 250, 251]);
  const piece = withheldPiece({
    what: 'attachment',
    file: 'content/body/2021-11-18/files/plan.png',
    bytes: plan,
  });
  const fingerprints = fingerprintWithheld(withheld([piece]), publicTexts, new Set());

  it.each([
    ['under another name', { 'files/a.png': plan }],
    ['packed', { 'files/a.gz': gzipSync(plan) }],
  ])('that are withheld are found %s', async (_where, files) => {
    const findings = await auditFiles(files, { fingerprints, acceptanceKey: 'key' });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'audit-attachment',
        withheld: { file: piece.file, what: 'an attachment of item D1' },
        ids: [expect.any(String)],
      }),
    ]);
  });

  it('with other bytes give no finding', async () => {
    expect(await auditFiles({ 'files/a.png': Buffer.from([1, 2, 3, 250, 252]) }, { fingerprints })).toEqual(
      [],
    );
  });

  it('that are published as well are no leak', async () => {
    const shared = fingerprintWithheld(withheld([piece]), publicTexts, new Set([hashOf(plan)]));
    expect(await auditFiles({ 'files/a.png': plan }, { fingerprints: shared })).toEqual([]);
  });

  it('that are text are looked for by their words', async () => {
    const table = withheldPiece({
      bytes: Buffer.from('name;sum\nOlderfleet Holdings of Zanthorpe gets twelve;1'),
    });
    const found = fingerprintWithheld(withheld([table]), publicTexts, new Set());
    expect(
      codesOf(
        await auditFiles(
          { 'index.html': 'Olderfleet Holdings of Zanthorpe gets twelve' },
          { fingerprints: found },
        ),
      ),
    ).toContain('audit-words');
  });
});

describe('marks of the run', () => {
  const canary = 'mbcanaryqzxkv7';
  const fingerprints = fingerprintWithheld(
    withheld([], [canary]),
    [`a text with ${canary} in it`],
    new Set(),
  );

  it('are found wherever they stand, even in the middle of letters', async () => {
    expect(await auditFiles({ 'a.css': `x${canary.toUpperCase()}x` }, { fingerprints })).toEqual([
      { code: 'audit-canary', file: 'a.css', view: 'text' },
    ]);
  });

  it('are found in bytes that are no text', async () => {
    const noise = Buffer.from(Array.from({ length: 200 }, (_, index) => (index * 37) % 32));
    const bytes = Buffer.concat([noise, Buffer.from(` ${canary} `), noise]);
    expect(codesOf(await auditFiles({ 'a.bin': bytes }, { fingerprints }))).toEqual(['audit-canary']);
  });

  it('give no finding where there is none', async () => {
    expect(await auditFiles({ 'a.css': 'mbcanary qzxkv' }, { fingerprints })).toEqual([]);
  });
});

describe('what cannot be searched', () => {
  it.each([
    ['a damaged gzip file', gzipSync('abc').fill(0xff, 10), 'damaged'],
    ['a damaged zip file', Buffer.concat([zipHead(8, 0), Buffer.from([0xff, 0xff, 0xff])]), 'damaged'],
    ['a locked zip file', Buffer.concat([zipHead(8, 1), Buffer.from('abc\xff')]), 'locked'],
    [
      'a zip file packed in another way',
      Buffer.concat([zipHead(14, 0), Buffer.from('abc\xff')]),
      'unknown-packing',
    ],
    ['a damaged PDF', Buffer.from('%PDF-1.4\nnothing'), 'damaged'],
    ['a locked PDF', lockedPdf(), 'locked'],
    ['packing within packing without end', packedOver(gzipSync('abc'), 9), 'too-deep'],
  ])('is refused: %s', async (_what, content, because) => {
    const findings = await auditFiles({ 'a.bin': content });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'audit-unreadable', because }));
  });
});

describe('a file that is too large', () => {
  it('is refused unread', async () => {
    await withFolder({ 'a.bin': '' }, async (directory) => {
      await truncate(join(directory, 'a.bin'), 130 * 1024 * 1024);
      const options = {
        directory,
        expectedFiles: ['a.bin'],
        accepted: [],
      };
      const findings = await auditOutput({ ...options, fingerprints: secretFingerprints() });
      expect(findings).toEqual([
        { code: 'audit-unreadable', file: 'a.bin', view: 'text', because: 'too-large' },
      ]);
    });
  });
});

describe('acceptances', () => {
  const files = { 'index.html': `<p>${secretSentence}</p>` };
  const acceptanceKey = 'a secret of the site';
  const leaksOf = (findings: readonly Finding[]): readonly Leak[] =>
    findings.filter((each): each is Leak => 'ids' in each);
  const accept = (id: string, paper = secretPaper.file): AcceptedFinding => ({
    id,
    paper,
    person: 'A. Officer',
    date: '2026-03-04',
    reason: 'It is in the press.',
  });

  it('let a finding pass in every file of the output, in this run and the next', async () => {
    const findings = await auditFiles(files, { acceptanceKey });
    const accepted = leaksOf(findings).flatMap((leak) => leak.ids.map((id) => accept(id)));
    const again = {
      ...files,
      'pack/index.html': `<main>${secretSentence.replace('panel', '<b>pan</b>el')}</main>`,
    };
    expect(await auditFiles(again, { acceptanceKey, accepted })).toEqual([]);
  });

  it('hold for the paper that they name and for no other', async () => {
    const ids = leaksOf(await auditFiles(files, { acceptanceKey })).flatMap((leak) => leak.ids);
    const accepted = ids.map((id) => accept(id, 'content/body/2021-11-18/d2.md'));
    const codes = codesOf(await auditFiles(files, { acceptanceKey, accepted }));
    expect(codes).toContain('audit-words');
    expect(codes).toContain('audit-acceptance-stale');
  });

  it('leave a finding with the places that are not accepted', async () => {
    const two = { 'index.html': 'Zanthorpe. Apologies. Quillby.' };
    const [word] = leaksOf(await auditFiles(two, { acceptanceKey }));
    expect(word).toMatchObject({ code: 'audit-word', places: 2 });
    const findings = await auditFiles(two, { acceptanceKey, accepted: [accept(word!.ids[0]!)] });
    expect(findings).toEqual([{ ...word!, places: 1, ids: [word!.ids[1]] }]);
  });

  it('that excuse nothing are findings', async () => {
    const accepted = [accept('0'.repeat(32))];
    expect(await auditFiles({ 'index.html': harmless }, { acceptanceKey, accepted })).toEqual([
      { code: 'audit-acceptance-stale', id: '0'.repeat(32), paper: secretPaper.file },
    ]);
  });

  it('are impossible without a key, since the ids could be guessed', async () => {
    expect(leaksOf(await auditFiles(files)).flatMap((leak) => leak.ids)).toEqual([]);
  });

  it('differ from site to site', async () => {
    const ids = async (key: string): Promise<readonly string[]> =>
      leaksOf(await auditFiles(files, { acceptanceKey: key })).flatMap((leak) => leak.ids);
    expect(await ids('one')).not.toEqual(await ids('other'));
    expect(await ids('one')).toEqual(await ids('one'));
  });

  it('excuse the findings of other checks', async () => {
    const id = 'f'.repeat(32);
    const overlap = {
      code: 'audit-overlap',
      file: 'content/a.md',
      withheld: { file: secretPaper.file, what: 'the paper' },
      places: 1,
      ids: [id],
    } as const;
    expect(await auditFiles({ 'index.html': harmless }, { otherFindings: [overlap] })).toEqual([overlap]);
    expect(
      await auditFiles({ 'index.html': harmless }, { otherFindings: [overlap], accepted: [accept(id)] }),
    ).toEqual([]);
  });
});

function zipHead(method: number, flags: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  return head;
}

function packedOver(bytes: Buffer, times: number): Buffer {
  return times === 0 ? bytes : packedOver(gzipSync(bytes), times - 1);
}

/** With an encryption of the standard kind, and no password that opens it. */
function lockedPdf(): Buffer {
  const filler = 'A'.repeat(32);
  const encrypt = `7 0 obj\n<< /Filter /Standard /V 1 /R 2 /O (${filler}) /U (${filler}) /P -4 >>\nendobj\n`;
  return Buffer.from(
    tinyPdf('(A) Tj')
      .toString('latin1')
      .replace('xref\n', `${encrypt}xref\n`)
      .replace('/Info 6 0 R', '/Encrypt 7 0 R /ID [(a) (a)]'),
    'latin1',
  );
}
