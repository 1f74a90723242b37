import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareLogo } from '../../src/theme/prepare-logo.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-logo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function codesOf(name: string): Promise<string[]> {
  const prepared = await prepareLogo(folder, name);
  return 'problems' in prepared ? prepared.problems.map(({ file, code }) => `${file} ${code}`) : [];
}

describe('prepareLogo', () => {
  it('draws the logo as high as it is shown, and tells its size', async () => {
    await sharp({ create: { width: 800, height: 400, channels: 4, background: '#ff000080' } })
      .png()
      .toFile(join(folder, 'logo.png'));
    const prepared = await prepareLogo(folder, 'logo.png');
    expect(prepared).toMatchObject({ logo: { width: 96, height: 48 } });
    if (!('logo' in prepared)) return;
    expect(await sharp(prepared.logo.bytes).metadata()).toMatchObject({
      format: 'png',
      width: 192,
      height: 96,
    });
  });

  it('publishes nothing of the file but its pixels', async () => {
    await sharp({ create: { width: 100, height: 50, channels: 3, background: '#ff0000' } })
      .withExif({ IFD0: { Copyright: 'Zarquon' } })
      .jpeg()
      .toFile(join(folder, 'photo.jpg'));
    const prepared = await prepareLogo(folder, 'photo.jpg');
    expect('logo' in prepared && Buffer.from(prepared.logo.bytes).includes('Zarquon')).toBe(false);
  });

  it('makes the same picture of the same file', async () => {
    expect(await prepareLogo(folder, 'logo.png')).toEqual(await prepareLogo(folder, 'logo.png'));
  });

  it('says what is wrong with a logo that is not there, is no picture, or weighs too much', async () => {
    expect(await codesOf('none.png')).toEqual(['data/none.png logo-missing']);
    writeFileSync(join(folder, 'text.png'), 'no picture');
    expect(await codesOf('text.png')).toEqual(['data/text.png logo-unreadable']);
    let seed = 1;
    const noise = Buffer.from(
      Array.from({ length: 900 * 96 * 3 }, () => {
        seed = (seed * 48271) % 2147483647;
        return seed % 256;
      }),
    );
    await sharp(noise, { raw: { width: 900, height: 96, channels: 3 } })
      .png()
      .toFile(join(folder, 'noise.png'));
    expect(await codesOf('noise.png')).toEqual(['data/noise.png logo-too-heavy']);
  });
});
