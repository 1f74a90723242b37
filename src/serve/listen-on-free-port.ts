import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const portsToTry = 20;
const highestPort = 65_535;

/** Listens on this machine's own address, at the port or the next that is free, and answers with the one it took. */
export async function listenOnFreePort(server: Server, port: number): Promise<number> {
  const lastPort = Math.min(port + portsToTry - 1, highestPort);
  for (let candidate = port; candidate <= lastPort; candidate += 1) {
    const chosen = await tryToListen(server, candidate);
    if (chosen !== undefined) return chosen;
  }
  throw new Error(`The ports ${port} to ${lastPort} are all taken. Choose another with \`--port\`.`);
}

function tryToListen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      // EACCES: low ports, and those that Windows keeps for itself.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    };
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
