// `npm run build`: the whole site, audited and swapped in.

import { runBuild } from '../command-line/run-build.ts';
import { publish } from '../publish.ts';

process.exitCode = await runBuild(publish);
