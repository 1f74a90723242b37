import type { WithheldNote } from '../model/withheld.ts';

/**
 * The addresses that withheld papers and attachments have or had, by where their files stand; nothing of a paper is opened for it.
 * Where a paper of a meeting is withheld, the meeting's own page and its pack may be gone with it.
 */
export function addressesOfWithheld(withheld: readonly WithheldNote[]): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const { what, body, meeting, file } of withheld) {
    if (meeting === undefined) continue;
    const base = `/${body}/${meeting}/`;
    const fileName = file.split('/').at(-1)!;
    if (what === 'attachment') addresses.add(`${base}files/${encodeURIComponent(fileName)}`);
    if (what !== 'paper') continue;
    const name = fileName.replace(/\.md$/, '');
    addresses.add(base).add(`${base}pack/`);
    if (name !== 'agenda') addresses.add(`${base}${name}/`);
  }
  return addresses;
}
