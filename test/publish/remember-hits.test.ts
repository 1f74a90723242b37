import { describe, expect, it } from 'vitest';
import type { FoundInBytes } from '../../src/publish/inspect-files.ts';
import { rememberHits } from '../../src/publish/remember-hits.ts';

const found: FoundInBytes = { hits: { found: [3], stems: [], attachments: [] }, unreadable: [] };

function memoryOf(values = new Map<string, unknown>()) {
  return {
    find: <Value>(kind: string, digest: string) => values.get(`${kind} ${digest}`) as Value | undefined,
    keep: (kind: string, digest: string, value: unknown) => void values.set(`${kind} ${digest}`, value),
  };
}

/** Looks for what is withheld in a list of paths, as one build would, and keeps it. Tells whether it was looked for. */
async function buildOnce(
  memory: ReturnType<typeof memoryOf>,
  list: string,
  digest = 'withheld',
): Promise<{ inPaths: FoundInBytes; lookedFor: boolean }> {
  let lookedFor = false;
  const remembered = rememberHits(memory, { digest });
  const inPaths = await remembered.inPaths(list.split('\n'), () => {
    lookedFor = true;
    return Promise.resolve(found);
  });
  remembered.keep([]);
  return { inPaths, lookedFor };
}

describe('what is remembered of a list of paths', () => {
  it('is not looked for again in the same list, build after build', async () => {
    const memory = memoryOf();
    expect(await buildOnce(memory, 'a\nb')).toEqual({ inPaths: found, lookedFor: true });
    expect(await buildOnce(memory, 'a\nb')).toEqual({ inPaths: found, lookedFor: false });
    expect(await buildOnce(memory, 'a\nb')).toEqual({ inPaths: found, lookedFor: false });
  });

  it('is looked for once in a build that asks twice', async () => {
    const remembered = rememberHits(memoryOf(), { digest: 'withheld' });
    let times = 0;
    const ask = (): Promise<FoundInBytes> =>
      remembered.inPaths(['a', 'b'], () => {
        times += 1;
        return Promise.resolve(found);
      });
    expect([await ask(), await ask()]).toEqual([found, found]);
    expect(times).toBe(1);
  });

  it('is looked for where the list is another, or something else is withheld', async () => {
    const memory = memoryOf();
    await buildOnce(memory, 'a\nb');
    expect(await buildOnce(memory, 'a\nb\nc')).toMatchObject({ lookedFor: true });
    expect(await buildOnce(memory, 'a\nb\nc', 'more withheld')).toMatchObject({ lookedFor: true });
  });
});
