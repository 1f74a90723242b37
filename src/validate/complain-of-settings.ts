import type { ZodError } from 'zod';
import { problemAt, type Problem } from '../model/problem.ts';
import { nearestWord } from './nearest-word.ts';
import type { Settings } from './read-settings.ts';

/** What is wrong with settings, each where it stands; `known` are the names that may stand at the top. */
export function complainOfSettings(
  error: ZodError,
  { placeOf }: Settings,
  known: readonly string[],
): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = issue.path.length === 0 ? nearestWord(key, known) : undefined;
        const path = [...issue.path, key];
        return problemAt(
          placeOf(path),
          'setting-unknown',
          `There is no setting \`${path.join('.')}\`.`,
          near === undefined ? 'Take it out.' : `Did you mean \`${near}\`?`,
        );
      });
    }
    return [
      problemAt(
        placeOf(issue.path),
        'setting-value',
        `The setting \`${issue.path.join('.')}\` is missing or has a value that cannot be used.`,
        issue.message,
      ),
    ];
  });
}
