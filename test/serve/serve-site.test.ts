import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';

const site = {
  'index.html': 'home',
  '404.html': 'not found page',
  'parish/index.html': 'parish',
  'parish/2021-11-18/files/plan of works.pdf': '%PDF',
  'feed.xml': '<feed/>',
  'calendar.ics': 'BEGIN:VCALENDAR',
  'assets/site.css': 'a{}',
  'assets/search.js': 'export {}',
  'pagefind/wasm.en.pagefind': 'wasm',
  '.well-known/secret': 'hidden',
};

function makeSite(files: { readonly [file: string]: string } = site): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'minutebook-serve-')), '_site');
  writeSite(directory, files);
  return directory;
}

function writeSite(directory: string, files: { readonly [file: string]: string }): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
}

const open: SiteServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(directory: string, basePath = '/', port = 0): Promise<SiteServer> {
  const server = await serveSite({ directory, basePath: () => basePath, port });
  open.push(server);
  return server;
}

async function get(
  server: SiteServer,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(new URL(path, server.url()), { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** What a browser would tidy away: the path goes out as it is. */
function getRaw(server: SiteServer, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url()).port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('serveSite', () => {
  it.each([
    ['/', 'home', 'text/html; charset=utf-8'],
    ['/?q=a', 'home', 'text/html; charset=utf-8'],
    ['/parish/', 'parish', 'text/html; charset=utf-8'],
    ['/parish/2021-11-18/files/plan%20of%20works.pdf', '%PDF', 'application/pdf'],
    ['/feed.xml', '<feed/>', 'application/xml'],
    ['/calendar.ics', 'BEGIN:VCALENDAR', 'text/calendar; charset=utf-8'],
    ['/assets/site.css', 'a{}', 'text/css; charset=utf-8'],
    ['/assets/search.js', 'export {}', 'text/javascript; charset=utf-8'],
    ['/pagefind/wasm.en.pagefind', 'wasm', 'application/octet-stream'],
  ])('serves %s with its type', async (path, text, type) => {
    const answer = await get(await serve(makeSite()), path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers.get('content-type')).toBe(type);
  });

  it('answers with the 404 page of the site, or in words where it has none', async () => {
    expect(await get(await serve(makeSite()), '/gone/')).toMatchObject({
      status: 404,
      text: 'not found page',
    });
    expect(await get(await serve(makeSite({ 'index.html': 'home' })), '/gone/')).toMatchObject({
      status: 404,
      text: 'There is no page here.\n',
    });
  });

  it('adds the slash that a page ends with, and keeps the query', async () => {
    const server = await serve(makeSite(), '/meetings/');
    const answer = await get(server, '/meetings/parish?q=a%20b');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/meetings/parish/?q=a%20b');
  });

  it('serves the site under its path prefix and nowhere else', async () => {
    const server = await serve(makeSite(), '/meetings/');
    expect(server.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/meetings\/$/);
    expect(await get(server, '/meetings/parish/')).toMatchObject({ status: 200, text: 'parish' });
    expect(await get(server, '/parish/')).toMatchObject({ status: 404, text: 'not found page' });
    for (const path of ['/', '/meetings'])
      expect((await get(server, path)).headers.get('location')).toBe('/meetings/');
  });

  it.each(['/', '/gone/', '/assets/site.css', '/parish'])(
    'sends the headers of a careful server with %s',
    async (path) => {
      const { headers } = await get(await serve(makeSite()), path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('lets scripts of other sites read the open data, under its path prefix too, and nothing else', async () => {
    const origin = async (server: SiteServer, path: string): Promise<string | null> =>
      (await get(server, path)).headers.get('access-control-allow-origin');
    const plain = await serve(makeSite({ ...site, 'data/meetings.json': '{}' }));
    expect(await origin(plain, '/data/meetings.json')).toBe('*');
    expect(await origin(plain, '/data/gone.json')).toBe('*');
    for (const path of ['/', '/parish/', '/feed.xml', '/gone/data/'])
      expect(await origin(plain, path)).toBe(null);
    const under = await serve(makeSite({ ...site, 'data/meetings.json': '{}' }), '/meetings/');
    expect(await origin(under, '/meetings/data/meetings.json')).toBe('*');
    expect(await origin(under, '/data/meetings.json')).toBe(null);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/parish/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.well-known/secret',
    '/parish/%00',
    '/%',
    `/${'a'.repeat(5000)}`,
    '*',
  ])('gives nothing for %s', async (path) => {
    const directory = makeSite();
    writeFileSync(join(directory, '../secret.txt'), 'secret');
    expect(await getRaw(await serve(directory), path)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('does not send a browser to another host', async () => {
    const directory = makeSite({ 'evil.example/index.html': 'x' });
    expect(await getRaw(await serve(directory), '//evil.example')).toMatch(/Location: \/evil\.example\//);
  });

  it('answers a HEAD without a body, and refuses to be written to', async () => {
    const server = await serve(makeSite());
    const head = await get(server, '/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers.get('content-length')).toBe('4');
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await get(server, '/', { method })).status).toBe(405);
  });

  it('listens on this machine only', async () => {
    const server = await serve(makeSite());
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    if (outside === undefined) return;
    const reached = new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url()).port), outside.address, () => resolve('reached'));
      socket.on('error', () => resolve('refused'));
    });
    expect(await reached).toBe('refused');
  });

  it('takes the next free port, and says so in its address', async () => {
    const first = await serve(makeSite());
    const port = Number(new URL(first.url()).port);
    const second = await serve(makeSite(), '/', port);
    expect(Number(new URL(second.url()).port)).toBeGreaterThan(port);
  });

  it('says which ports are taken when it finds none', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(65_535, '127.0.0.1', resolve));
    await expect(serve(makeSite(), '/', 65_535)).rejects.toThrow(
      'The ports 65535 to 65535 are all taken. Choose another with `--port`.',
    );
    taken.close();
  });

  it('shows a new site as soon as it is swapped in, and waits through the swap', async () => {
    const directory = makeSite();
    const server = await serve(directory);
    renameSync(directory, `${directory}.old`);
    const asked = get(server, '/');
    await wait(50);
    writeSite(`${directory}.new`, { 'index.html': 'new home' });
    renameSync(`${directory}.new`, directory);
    expect(await asked).toMatchObject({ status: 200, text: 'new home' });
  });

  it('lives through hundreds of swaps while it is read', async () => {
    const directory = makeSite();
    const server = await serve(directory);
    let isSwapping = true;
    const reading = Promise.all(
      Array.from({ length: 4 }, async () => {
        const texts = new Set<string>();
        while (isSwapping) texts.add((await get(server, '/parish/')).text);
        return texts;
      }),
    );
    for (let round = 0; round < 200; round += 1) {
      writeSite(`${directory}.new`, site);
      renameSync(directory, `${directory}.old`);
      renameSync(`${directory}.new`, directory);
      rmSync(`${directory}.old`, { recursive: true });
      await new Promise(setImmediate);
    }
    isSwapping = false;
    for (const texts of await reading) expect(texts).toContain('parish');
    expect(await get(server, '/')).toMatchObject({ status: 200, text: 'home' });
  });

  it('answers 404 when nothing has been built', async () => {
    expect((await get(await serve('/nowhere/_site'), '/')).status).toBe(404);
  });

  it('drops a request that it cannot answer and goes on', async () => {
    const directory = makeSite();
    symlinkSync('loop.html', join(directory, 'loop.html'));
    const server = await serve(directory);
    await expect(get(server, '/loop.html')).rejects.toThrow();
    expect((await get(server, '/')).status).toBe(200);
  });
});
