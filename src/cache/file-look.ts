import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * By its look it is seen that nobody has written to a file since its bytes were read. Size and time of a change can be put back as
 * they were (`touch -r`, `cp -p`), the time of the last change of any kind (ctime) cannot: the system sets it, to the time that it is.
 * It also changes when a file gets or loses a name, and with the disk or machine that the file is carried to.
 */

/** Which file it is, its size, and its times in nanoseconds. */
export type FileLook = string;

/** How the file at a path looks now. Throws where there is none. */
export function lookAt(path: string): FileLook {
  const { ino, size, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

/** As `lookAt`; undefined where there is no such file. */
export function lookIfThere(path: string): FileLook | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}

/** The bytes of a file that looks so. */
export function bytesOfLook(look: FileLook): number {
  return Number(look.split(' ')[1]);
}

/**
 * A time of the clock that a folder's disk has for its files, in nanoseconds: some disks and systems tell times apart by some thousandths
 * of a second, or by two whole ones.
 */
export function clockOf(folder: string): bigint {
  const probe = join(folder, `.clock-${process.pid}`);
  writeFileSync(probe, '');
  try {
    return lstatSync(probe, { bigint: true }).ctimeNs;
  } finally {
    rmSync(probe, { force: true });
  }
}

/**
 * Whether a look that was taken after `clock` tells every later change: one that was made within the same tick of the disk's clock would
 * leave the same ctime.
 */
export function tellsLaterChanges(look: FileLook, clock: bigint): boolean {
  return BigInt(look.split(' ')[3]!) < clock;
}

/**
 * How files of a folder look, without those in whose look a later change might not show: taken before they are read, it tells of bytes that
 * were read then. `clockFolder` is on the same disk.
 */
export function looksOf(
  folder: string,
  files: readonly string[],
  clockFolder: string,
): ReadonlyMap<string, FileLook> {
  const clock = clockOf(clockFolder);
  const looks = new Map<string, FileLook>();
  for (const file of files) {
    // Not joined: of tens of thousands that takes longer than to look.
    const look = lookIfThere(`${folder}/${file}`);
    if (look !== undefined && tellsLaterChanges(look, clock)) looks.set(file, look);
  }
  return looks;
}
