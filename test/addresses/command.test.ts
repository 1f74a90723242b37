import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashAddress } from '../../src/addresses/address-list.ts';
import { buildSite, readTree, useFixture, type SiteFolders } from '../support/build-fixture.ts';
import { argumentsFor, runCommand, type Ended } from '../support/run-command.ts';

const pond = '/little-testing/2024-04-02/pond/';
const key = 'the secret of this site';

function record(
  folders: SiteFolders,
  more: readonly string[] = [],
  secret: string | undefined = key,
): Promise<Ended> {
  return runCommand('record-addresses', [...argumentsFor(folders), ...more], {
    environment: { MINUTEBOOK_ACCEPTANCE_KEY: secret },
  });
}
const listOf = ({ data }: SiteFolders): string => readFileSync(join(data, 'addresses.yaml'), 'utf8');
const paperOf = ({ content }: SiteFolders): string => join(content, 'little-testing/2024-04-02/pond.md');
const codes = async (folders: SiteFolders): Promise<readonly string[]> =>
  (await buildSite(folders)).map(({ code }) => code);

describe('npm run record-addresses', () => {
  it('keeps every address, which a build then asks for and never writes', async () => {
    const folders = await useFixture('plain');
    const { status, printed, errors } = await record(folders);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(printed).toMatch(/^data\/addresses\.yaml: \d+ added, 0 made into hashes\. Commit the file\.\n$/);
    const text = listOf(folders);
    expect(text).toContain(`- ${pond}\n`);
    expect(text).not.toContain('404');
    expect(await codes(folders)).toEqual([]);
    rmSync(paperOf(folders));
    expect(await codes(folders)).toContain('address-vanished');
    expect(listOf(folders)).toBe(text);
  });

  it('makes a hash of the address of a paper that is withheld now; the build goes on before and after', async () => {
    const folders = await useFixture('plain');
    await record(folders);
    writeFileSync(
      paperOf(folders),
      readFileSync(paperOf(folders), 'utf8').replace('restricted: false', 'restricted: true'),
    );
    expect(await codes(folders)).toEqual([]);
    const site = readTree(folders.output);
    expect(site.has('little-testing/2024-04-02/pond/index.html')).toBe(false);

    const refused = await record(folders, [], '');
    expect(refused.status).toBe(1);
    expect(refused.errors).toContain('Set MINUTEBOOK_ACCEPTANCE_KEY');
    expect(refused.errors).not.toContain('pond');
    expect(listOf(folders)).toContain(pond);

    expect((await record(folders)).status).toBe(0);
    expect(listOf(folders)).not.toContain('pond');
    expect(listOf(folders)).toContain(hashAddress(key, pond));
    expect(await codes(folders)).toEqual([]);
    expect(readTree(folders.output)).toEqual(site);
  });

  it('lets an address go that an officer withdraws, and refuses while another has vanished', async () => {
    const folders = await useFixture('plain');
    await record(folders);
    writeFileSync(
      join(folders.data, 'addresses.yaml'),
      `${listOf(folders)}- /topics/pond/\n- /topics/hedge/\n`,
    );
    const refused = await record(folders, ['--withdrawn', '/topics/pond/']);
    expect(refused.status).toBe(1);
    expect(refused.errors).toContain('address-vanished');
    expect(
      (await record(folders, ['--withdrawn', '/topics/pond/', '--withdrawn=/topics/hedge/'])).status,
    ).toBe(0);
    expect(listOf(folders)).not.toContain('topics/pond');
    expect(await codes(folders)).toEqual([]);
  });

  it('refuses what is no address', async () => {
    const folders = await useFixture('plain');
    const { status, errors } = await record(folders, ['--withdrawn', 'pond']);
    expect(status).toBe(1);
    expect(errors).toContain('Write after --withdrawn an address');
  });

  it('takes words that both a redirect and a withheld paper have for no public ones', async () => {
    const folders = await useFixture('plain');
    const words =
      'The hedge belongs to Gulliver Wobblethorpe, who planted it without asking anybody in the parish.';
    writeFileSync(join(folders.data, 'redirects.yaml'), `- from: /old/\n  gone: ${words}\n`);
    expect((await codes(folders)).some((code) => code.startsWith('audit-'))).toBe(true);
  });
});
