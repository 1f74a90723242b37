import type { Found } from './find-file.ts';

/** A meeting whose files are served from memory, in the place of all that the output has of it. */
export interface OverlaidMeeting {
  readonly body: string;
  readonly slug: string;
  /** Bytes by the file of the output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files of the output that are still right. */
  readonly asBefore: ReadonlySet<string>;
}

/** Meetings that have changed since the output was made. */
export class Overlay {
  readonly #meetings = new Map<string, OverlaidMeeting & { readonly moment: number }>();

  /** Puts a meeting in front of the output, as it was at a moment. */
  show(meeting: OverlaidMeeting, moment: number): void {
    this.#meetings.set(`${meeting.body}/${meeting.slug}`, { ...meeting, moment });
  }

  /** Lets the output be seen again where it holds what was shown up to a moment. */
  builtUpTo(moment: number): void {
    for (const [name, meeting] of this.#meetings) if (meeting.moment <= moment) this.#meetings.delete(name);
  }

  /** Whether nothing is in front of the output. */
  get isEmpty(): boolean {
    return this.#meetings.size === 0;
  }

  /** What an address, by the names between its slashes, leads to; undefined where the output answers. */
  find(names: readonly string[], isFolder: boolean): Found | undefined {
    const meeting = this.#meetings.get(names.slice(0, 2).join('/'));
    if (meeting === undefined) return undefined;
    const file = [...names, ...(isFolder ? ['index.html'] : [])].join('/');
    if (meeting.asBefore.has(file)) return undefined;
    const bytes = meeting.files.get(file);
    if (bytes !== undefined) return { kind: 'file', file, bytes: Buffer.from(bytes) };
    return { kind: meeting.files.has(`${file}/index.html`) ? 'folder' : 'nothing' };
  }
}
