import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFile } from '../../src/hosting/headers-file.ts';
import { securityHeaders } from '../../src/serve/security-headers.ts';

const wanted = Object.entries(securityHeaders);

describe('the settings for hosts', () => {
  it('are written into the site for Netlify and Cloudflare Pages, for every address', () => {
    const text = Buffer.from(headersFile.bytes).toString();
    expect(headersFile.file).toBe('_headers');
    expect(text).toBe(`/*\n${wanted.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`);
  });

  it.each([
    ['nginx.conf', /add_header (\S+) "(.*)" always;/g],
    ['apache.conf', /Header always set (\S+) "(.*)"/g],
    ['Caddyfile', /^\t\t([A-Z]\S+) "(.*)"$/gm],
  ])('send the same headers as the development server: %s', (file, pattern) => {
    const text = readFileSync(`scripts/hosting/${file}`, 'utf8');
    expect([...text.matchAll(pattern)].map(([, name, value]) => [name, value])).toEqual(wanted);
  });

  it('let nothing in from elsewhere, and no script or style stand in a page', () => {
    const policy = securityHeaders['Content-Security-Policy'];
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
  });
});
