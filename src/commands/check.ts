// `npm run check`: every problem of the papers; nothing is written.

import { runBuild } from '../command-line/run-build.ts';
import { planPublication } from '../publish.ts';

// Without the folder that a build keeps for the next one: to look at papers must leave nothing behind.
process.exitCode = await runBuild((options) => planPublication({ ...options, cache: undefined }), 'checked');
