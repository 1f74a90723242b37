// Plain `npx eleventy` is the same build as `npm run build`: this file only makes TypeScript readable and starts it.

import { register } from 'tsx/esm/api';

register();
const { runEleventy } = await import('./src/command-line/run-eleventy.ts');

export default runEleventy;
