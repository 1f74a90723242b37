import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentTypeOf } from '../../serve/content-type.ts';
import type { SearchCost } from '../measurements.ts';

/** A server that counts what it is asked for. */
export interface CountingServer {
  /** `http://127.0.0.1:8080/` */
  readonly url: string;
  /** What has been asked for since `reset`, and how many bytes of content that was. */
  readonly cost: () => SearchCost;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** What a public server sends as gzip. The files of the index are packed already. */
const packed: ReadonlySet<string> = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt']);

/** Serves a folder to this machine as a public server would, text as gzip, and counts requests and bytes. */
export async function serveCounting(directory: string): Promise<CountingServer> {
  let requests = 0;
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(directory, path.endsWith('/') ? `${path}index.html` : path);
    requests += 1;
    readFile(file).then(
      (content) => {
        const isPacked = packed.has(extname(file));
        const sent = isPacked ? gzipSync(content) : content;
        bytes += sent.length;
        response.writeHead(200, {
          'Content-Type': contentTypeOf(file),
          ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
        });
        response.end(sent);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cost: () => ({ requests, bytes }),
    reset: () => {
      requests = 0;
      bytes = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
