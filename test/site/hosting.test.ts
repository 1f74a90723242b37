import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFile } from '../../src/hosting/headers-file.ts';
import { openDataHeaders, securityHeaders } from '../../src/serve/security-headers.ts';

const wanted = Object.entries(securityHeaders);

describe('the settings for hosts', () => {
  it('are written into the site for Netlify and Cloudflare Pages, for every address', () => {
    const text = Buffer.from(headersFile.bytes).toString();
    expect(headersFile.file).toBe('_headers');
    expect(text).toBe(
      `/*\n${wanted.map(([name, value]) => `  ${name}: ${value}\n`).join('')}` +
        '/data/*\n  Access-Control-Allow-Origin: *\n',
    );
  });

  it.each([
    ['nginx.conf', /add_header (\S+) "(.*)" always;/g],
    ['apache.conf', /^Header always set (\S+) "(.*)"/gm],
    ['Caddyfile', /^\t\t([A-Z]\S+) "(.*)"$/gm],
  ])('send the same headers as the development server: %s', (file, pattern) => {
    const text = readFileSync(`scripts/hosting/${file}`, 'utf8');
    expect([...text.matchAll(pattern)].map(([, name, value]) => [name, value])).toEqual(wanted);
  });

  it('let scripts of other sites read the open data, and nothing else', () => {
    expect(openDataHeaders).toEqual({
      folder: '/data/',
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
    expect(Object.keys(securityHeaders)).not.toContain('Access-Control-Allow-Origin');
  });

  it.each([
    // Without a value nginx sends no header, so that it is sent below /data/ alone.
    [
      'nginx.conf',
      /set \$data_origin "";\nif \(\$uri ~ \^\/data\/\) \{\n {4}set \$data_origin "\*";\n\}\nadd_header Access-Control-Allow-Origin \$data_origin always;/,
    ],
    [
      'apache.conf',
      /<Location "\/data\/">\n {4}Header always set Access-Control-Allow-Origin "\*"\n<\/Location>/,
    ],
    ['Caddyfile', /^\theader \/data\/\* Access-Control-Allow-Origin "\*"$/m],
  ])('send it as the development server does: %s', (file, lines) => {
    const text = readFileSync(`scripts/hosting/${file}`, 'utf8');
    expect(text).toMatch(lines);
    expect(text.match(/Access-Control-Allow-Origin/g)).toHaveLength(1);
  });

  it('let nothing in from elsewhere, and no script or style stand in a page', () => {
    const policy = securityHeaders['Content-Security-Policy'];
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
  });
});
