import { describe, expect, it } from 'vitest';
import { hashAddress, parseAddressList, type RecordedAddress } from '../../src/addresses/address-list.ts';
import { recordAddresses } from '../../src/addresses/record-addresses.ts';

const key = 'a secret of the site';
const listOf = (text: string): readonly RecordedAddress[] => {
  const parsed = parseAddressList(text);
  if ('problems' in parsed) throw new Error('the list cannot be read');
  return parsed.recorded;
};
const record = (
  text: string | undefined,
  published: readonly string[],
  more: { withheld?: readonly string[]; withdrawn?: readonly string[]; key?: string | undefined } = {},
) =>
  recordAddresses({
    text,
    recorded: text === undefined ? [] : listOf(text),
    published: new Set(published),
    withheld: new Set(more.withheld),
    withdrawn: new Set(more.withdrawn),
    key: 'key' in more ? more.key : key,
  });
const textOf = (result: ReturnType<typeof recordAddresses>): string => {
  if (!('text' in result)) throw new Error(JSON.stringify(result));
  return result.text;
};

describe('recording addresses', () => {
  it('begins a list that says what it is, in order', () => {
    const text = textOf(record(undefined, ['/b/', '/', '/a/2021-01-01/']));
    expect(text).toMatch(/^# Every address ever published/);
    expect(listOf(text)).toMatchObject([{ address: '/' }, { address: '/a/2021-01-01/' }, { address: '/b/' }]);
  });

  it('adds what is new at the end and leaves every other line as it is', () => {
    const text = '# Ours.\n- /b/\n- /\n';
    expect(textOf(record(text, ['/', '/b/', '/a/']))).toBe('# Ours.\n- /b/\n- /\n- /a/\n');
  });

  it('changes nothing when it is run again', () => {
    const text = textOf(record(undefined, ['/', '/b/']));
    expect(textOf(record(text, ['/', '/b/']))).toBe(text);
  });

  it('writes the address of a withheld paper as a hash, in its line, and never as words', () => {
    const text = textOf(
      record('- /\n- /a/2021-01-01/secret-pier/\n- /b/\n', ['/', '/b/'], {
        withheld: ['/a/2021-01-01/secret-pier/'],
      }),
    );
    expect(text).toBe(`- /\n- ${hashAddress(key, '/a/2021-01-01/secret-pier/')}\n- /b/\n`);
    expect(text).not.toContain('secret');
  });

  it('writes a topic or a register that went with a withheld paper as a hash', () => {
    const text = textOf(
      record('- /a/1/x/\n- /topics/x/\n- /resolutions/2021/\n', [], { withheld: ['/a/1/x/'] }),
    );
    expect(text.match(/hmac-sha256:/g)).toHaveLength(3);
  });

  it('writes as a hash what an officer says must not be named any more', () => {
    expect(textOf(record('- /topics/x/\n', [], { withdrawn: ['/topics/x/'] }))).toBe(
      `- ${hashAddress(key, '/topics/x/')}\n`,
    );
  });

  it('refuses without a key when there is something to be hashed, and needs none otherwise', () => {
    for (const missing of [undefined, '']) {
      expect(record('- /a/\n', [], { withheld: ['/a/'], key: missing })).toEqual({ keyMissing: true });
      expect(textOf(record('- /a/\n', ['/a/', '/b/'], { key: missing }))).toBe('- /a/\n- /b/\n');
    }
  });

  it('refuses while an address has vanished that nothing accounts for', () => {
    expect(record('- /a/\n- /b/\n', ['/b/'])).toEqual({
      vanished: [{ kind: 'address', address: '/a/', line: 1 }],
    });
  });

  it('writes the address again when its paper is public again', () => {
    const text = `- ${hashAddress(key, '/a/')}\n`;
    expect(textOf(record(text, ['/a/']))).toBe('- /a/\n');
  });

  it('hashes by the key: another key gives another hash', () => {
    expect(hashAddress(key, '/a/')).not.toBe(hashAddress('another', '/a/'));
    expect(hashAddress(key, '/a/')).toMatch(/^hmac-sha256:[0-9a-f]{32}$/);
  });
});
