import { writeSync } from 'node:fs';
import { toPublishFault } from '../publish/publish-fault.ts';

/** Has what nobody caught printed as a fault, instead of by Node with a stack that may quote a restricted paper. */
export function guardProcess(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      writeFault(error);
      process.exit(1);
    });
  }
}

/** Prints a fault of the program; what caused it only if MINUTEBOOK_DEBUG=1 asks for it. */
export function writeFault(error: unknown): void {
  const fault = toPublishFault(error, 'at work');
  const stack = fault.cause instanceof Error ? `\n${fault.cause.stack ?? fault.cause.message}\n` : '';
  // At once, since the process may end before a stream has written.
  writeSync(process.stderr.fd, `${fault.message}\n${stack}`);
}
