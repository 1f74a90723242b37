import { PublishError } from '../model/problem.ts';
import { toPublishFault } from '../publish/publish-fault.ts';
import { reportProblems } from '../report.ts';

/** What stopped a build, in words that may be printed anywhere: its problems, or a fault of the program. */
export function explainFailure(error: unknown): string {
  if (error instanceof PublishError) {
    let text = '';
    reportProblems(error.problems, (part) => (text += part));
    return text;
  }
  const { message, cause } = toPublishFault(error, 'building the site');
  return `${message}\n${cause instanceof Error ? `${cause.stack ?? cause.message}\n` : ''}`;
}
