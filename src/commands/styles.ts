// `npm run styles`: makes the committed style sheet again, after a change of templates/styles or of a class.

import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { compileStyles, stylesheetFile } from '../styles/compile-styles.ts';

const css = await compileStyles();
await writeFile(stylesheetFile, css);
process.stdout.write(
  `templates/assets/minutebook.css: ${css.length} bytes, ${gzipSync(css, { level: 9 }).length} as sent.\n`,
);
