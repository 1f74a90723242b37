import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { endSession, endWithUs } from '../measure/end-with-us.ts';
import { correctPaper, listCorrectable } from './correctable-papers.ts';
import { forget, ourCommand, type OurFolders } from './our-commands.ts';

const name = 'served';
const pollingMilliseconds = 10;
const patienceMilliseconds = 30 * 60 * 1000;
/** Between two edits, so that the second does not wait for what the first still does. */
const restMilliseconds = 2000;

/**
 * Starts `npm start` and saves a correction of so many papers, one after another, the newest first. Gives for each the milliseconds from
 * saving to the moment at which the served page has the new word, looked at every 10 ms. The papers are put back.
 */
export async function measureEdits(folders: OurFolders, edits: number): Promise<number[]> {
  forget(folders, name);
  const { command, args } = ourCommand('start', folders, name);
  const server = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  endWithUs(server);
  const undo: (() => void)[] = [];
  try {
    const site = await whenServed(server);
    const taken: number[] = [];
    for (const [place, paper] of listCorrectable(folders.content).reverse().slice(0, edits).entries()) {
      const url = new URL(paper.address, site);
      // Otherwise the first edit would also pay for what the server does once.
      await fetchText(url);
      await wait(restMilliseconds);
      const word = `rechecked${place}`;
      const started = performance.now();
      undo.push(correctPaper(paper, word));
      await whenPageHas(url, word);
      taken.push(performance.now() - started);
    }
    return taken;
  } finally {
    for (const putBack of undo) putBack();
    await stop(server);
    forget(folders, name);
  }
}

/** The address that the server prints once the first build stands. */
async function whenServed(server: ChildProcess): Promise<string> {
  let printed = '';
  return await new Promise((resolve, reject) => {
    const read = (part: Buffer): void => {
      printed += part.toString();
      const [, url] = /(http:\/\/127\.0\.0\.1:\d+\/\S*)\n/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
      else if (printed.includes('The site was not built.'))
        reject(new Error(`npm start could not build:\n${printed.slice(-2000)}`));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('error', reject);
    server.on('close', () => reject(new Error(`npm start ended by itself:\n${printed.slice(-2000)}`)));
  });
}

async function whenPageHas(url: URL, word: string): Promise<void> {
  const started = performance.now();
  while (!(await fetchText(url)).includes(word)) {
    if (performance.now() - started > patienceMilliseconds)
      throw new Error(`${url.pathname} did not change after an edit.`);
    await wait(pollingMilliseconds);
  }
}

/** Empty while the site is being swapped. */
async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url);
  return response.ok ? await response.text() : '';
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('close', resolve));
  endSession(server);
  await ended;
}
