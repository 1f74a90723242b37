import type { OutputFile } from '../model/page.ts';
import { openDataHeaders, securityHeaders } from '../serve/security-headers.ts';

/**
 * The file by which Netlify and Cloudflare Pages learn which headers to send, with every file of the site. For servers
 * of one's own the same headers stand in `scripts/hosting/`.
 */
export const headersFile: OutputFile = {
  file: '_headers',
  bytes: Buffer.from(
    section('/*', securityHeaders) + section(`${openDataHeaders.folder}*`, openDataHeaders.headers),
  ),
};

function section(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}
