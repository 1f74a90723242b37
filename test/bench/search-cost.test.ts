import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { serveCounting } from '../../src/bench/search/serve-counting.ts';

test('what a search costs is counted as a public server would send it: text packed, the index as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-counting-'));
  const text = 'a page of words '.repeat(100);
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'words.pf_index'), text);
  const server = await serveCounting(folder);
  try {
    expect(await (await fetch(server.url)).text()).toBe(text);
    expect(server.cost()).toEqual({ requests: 1, bytes: gzipSync(text).length });
    expect(await (await fetch(`${server.url}words.pf_index?ts=1`)).text()).toBe(text);
    expect(server.cost()).toEqual({ requests: 2, bytes: gzipSync(text).length + text.length });
    expect((await fetch(`${server.url}nothing.js`)).status).toBe(404);
    expect(server.cost().requests).toBe(3);
    server.reset();
    expect(server.cost()).toEqual({ requests: 0, bytes: 0 });
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
