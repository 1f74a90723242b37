import type { OutputFile } from '../model/page.ts';
import { securityHeaders } from '../serve/security-headers.ts';

/**
 * The file by which Netlify and Cloudflare Pages learn which headers to send, with every file of the site. For servers
 * of one's own the same headers stand in `scripts/hosting/`.
 */
export const headersFile: OutputFile = {
  file: '_headers',
  bytes: Buffer.from(
    ['/*', ...Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  ),
};
