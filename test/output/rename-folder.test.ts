import { rename } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renameFolder } from '../../src/output/rename-folder.ts';

vi.mock('node:fs/promises', () => ({ rename: vi.fn() }));
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const errorOf = (code: string): Error => Object.assign(new Error(code), { code });
const disk = vi.mocked(rename);

beforeEach(() => {
  disk.mockReset();
});

describe('renameFolder', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'tries again while another program holds the folder (%s)',
    async (code) => {
      disk.mockRejectedValueOnce(errorOf(code)).mockRejectedValueOnce(errorOf(code)).mockResolvedValue();
      await renameFolder('a', 'b');
      expect(disk).toHaveBeenCalledTimes(3);
    },
  );

  it('gives up in the end, and says why', async () => {
    disk.mockRejectedValue(errorOf('EBUSY'));
    await expect(renameFolder('a', 'b')).rejects.toThrow('EBUSY');
    expect(disk).toHaveBeenCalledTimes(6);
  });

  it('does not wait for what will not change', async () => {
    disk.mockRejectedValue(errorOf('ENOENT'));
    await expect(renameFolder('a', 'b')).rejects.toThrow('ENOENT');
    expect(disk).toHaveBeenCalledTimes(1);
  });
});
