import { fileURLToPath } from 'node:url';
import { compile } from 'sass';
import { dropUnused } from './drop-unused.ts';
import { namesInUse } from './names-in-use.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The style sheet that is committed, made by `npm run styles`. */
export const stylesheetFile = `${root}templates/assets/minutebook.css`;

/**
 * Makes the style sheet of templates/styles and of the parts of GOV.UK Frontend that it names. Done when styles change
 * and not at each build: an officer's build then needs no compiler, and what every page loads is seen in review.
 */
export async function compileStyles(): Promise<string> {
  const { css } = compile(`${root}templates/styles/minutebook.scss`, {
    loadPaths: [`${root}node_modules/govuk-frontend/dist`],
    style: 'compressed',
    charset: false,
    quietDeps: true,
  });
  return `${dropUnused(css, await namesInUse(root))}\n`;
}
