// `npm run check`: every problem of the papers; nothing is written.

import { runBuild } from '../command-line/run-build.ts';
import { planPublication } from '../publish.ts';

process.exitCode = await runBuild(planPublication, 'checked');
