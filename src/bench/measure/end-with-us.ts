import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Has a program that leads its own session end when this process does: Ctrl+C does not reach it by itself. */
export function endWithUs(child: ChildProcess): void {
  if (running.size === 0) process.once('exit', endRunning);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endRunning);
  });
}

/** Asks a program, and all of its session, to end. */
export function endSession({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  // Windows knows no sessions: there only the program itself is ended.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
}

function endRunning(): void {
  for (const child of running) endSession(child);
}
