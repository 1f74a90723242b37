import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setAside } from '../../src/bench/measure/set-aside.ts';

it('leaves nothing where a folder was, deletes none of it, and may be asked again or for what is not there', () => {
  const work = mkdtempSync(join(tmpdir(), 'minutebook-aside-'));
  const site = join(work, 'site');
  for (const round of ['1', '2']) {
    mkdirSync(site);
    writeFileSync(join(site, 'page'), round);
    setAside(site);
    expect(existsSync(site)).toBe(false);
  }
  setAside(site);
  const aside = readdirSync(work).sort();
  expect(aside.map((name) => readFileSync(join(work, name, 'page'), 'utf8'))).toEqual(['1', '2']);
  rmSync(work, { recursive: true });
});
