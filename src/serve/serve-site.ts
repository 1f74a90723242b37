import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { contentTypeOf } from './content-type.ts';
import { findFile, type Found } from './find-file.ts';
import { listenOnFreePort } from './listen-on-free-port.ts';
import { openDataHeaders, securityHeaders } from './security-headers.ts';

interface ServeOptions {
  /** The built site; it may be swapped for another at any time. */
  readonly directory: string;
  /** What an address of the site leads to, where more is known than the built site has. */
  readonly find?: (address: string) => Promise<Found>;
  /** Asked for each request, since an edit of `data/site.yaml` may change it: `/`, or `/meetings/`. */
  readonly basePath: () => string;
  /** The port to begin with; 0 lets the system choose. */
  readonly port: number;
}

/** A running server. */
export interface SiteServer {
  /** Where the site's first page is: `http://127.0.0.1:8080/meetings/`. */
  readonly url: () => string;
  readonly close: () => Promise<void>;
}

/** Serves a built site to this machine only, as a public server would: the same addresses, 404 page and headers. */
export async function serveSite({
  directory,
  find = (address) => findFile(directory, address),
  basePath,
  port,
}: ServeOptions): Promise<SiteServer> {
  const server = createServer((request, response) => {
    answer(request, response, find, basePath()).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const chosen = await listenOnFreePort(server, port);
  return {
    url: () => `http://127.0.0.1:${chosen}${basePath()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  find: NonNullable<ServeOptions['find']>,
  basePath: string,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  // What was built a moment ago must be what is seen.
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  if (!path.startsWith(basePath)) {
    if (path === '/' || `${path}/` === basePath) redirect(response, basePath);
    else await sendMissing(request, response, find);
    return;
  }
  const address = `/${path.slice(basePath.length)}`;
  if (address.startsWith(openDataHeaders.folder)) {
    for (const [name, value] of Object.entries(openDataHeaders.headers)) response.setHeader(name, value);
  }
  const found = await find(address);
  if (found.kind === 'file') send(request, response, 200, found);
  else if (found.kind === 'held back') sendHeldBack(request, response);
  else if (found.kind === 'folder') redirect(response, `${path}/${query === undefined ? '' : `?${query}`}`);
  else await sendMissing(request, response, find);
}

async function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  find: NonNullable<ServeOptions['find']>,
): Promise<void> {
  const found = await find('/404.html');
  const plain = { file: '404.txt', bytes: Buffer.from('There is no page here.\n') };
  send(request, response, 404, found.kind === 'file' ? found : plain);
}

/** For the moment: it comes back when the whole site is built. */
function sendHeldBack(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Retry-After', '10');
  const words =
    'This page is being made again, because something on it was restricted a moment ago. Look again when the site is built.\n';
  send(request, response, 503, { file: 'held-back.txt', bytes: Buffer.from(words) });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { file, bytes }: { file: string; bytes: Buffer },
): void {
  response.writeHead(status, { 'Content-Type': contentTypeOf(file), 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Not for ever: another site may be served at this port tomorrow. */
function redirect(response: ServerResponse, location: string): void {
  // Two slashes at the start would be another server's name.
  response.writeHead(302, { Location: location.replace(/^\/{2,}/, '/') }).end();
}
