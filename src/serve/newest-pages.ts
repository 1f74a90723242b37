import { PublishError, type Problem } from '../model/problem.ts';
import type { LiveSite, LiveUpdate } from '../publish/live-site.ts';
import { findFile, namesOf, type Found } from './find-file.ts';
import { isMeeting, meetingsOfPaths, type MeetingFolder } from './meetings-of-paths.ts';
import { Overlay } from './overlay.ts';

interface NewestOptions {
  readonly content: string;
  readonly outputDirectory: string;
  readonly write: (text: string) => void;
  /** Where the site's first page is. */
  readonly url: () => string;
}

/** How long nothing must be asked for before the meeting that was looked at last is prepared: its page asks for more files. */
const restMilliseconds = 300;

/** The pages of meetings that have changed since the site was built, and what must be known to build it again. */
export class NewestPages {
  readonly #options: NewestOptions;
  readonly #overlay = new Overlay();
  #live: LiveSite | undefined;
  #problems: readonly Problem[] = [];
  #waiting: MeetingFolder[] = [];
  #moment = 0;
  #isWhole = true;
  #isBuildingWhole = false;
  #looking: Promise<void> = Promise.resolve();
  #rest: NodeJS.Timeout | undefined;
  #lookedAt: MeetingFolder | undefined;

  constructor(options: NewestOptions) {
    this.#options = options;
  }

  /** Looks at what was saved at these paths: the pages of its meeting are shown at once, if nothing else has changed. */
  look(paths: Iterable<string>): void {
    this.#moment += 1;
    const meetings = meetingsOfPaths(this.#options.content, paths);
    if (meetings === undefined) this.#isWhole = true;
    else this.#waiting.push(...meetings);
    this.#then(() => this.#lookAgain());
  }

  /** Begins a build: says whether it must be one that this process learns from, and of which moment it will be. */
  async beginBuild(): Promise<{ readonly isWhole: boolean; readonly moment: number }> {
    await this.#looking;
    const isWhole = this.#isWhole || this.#live === undefined;
    if (isWhole) {
      this.#waiting = [];
      this.#isWhole = false;
      this.#isBuildingWhole = true;
    } else if (this.#problems.length > 0) throw new PublishError(this.#problems);
    return { isWhole, moment: this.#moment };
  }

  /** Says that the output holds what was seen up to a moment; `live` is the site of a whole build, where it gave one. */
  built(moment: number, whole?: { readonly live: LiveSite | undefined }): void {
    this.#overlay.builtUpTo(moment);
    if (whole === undefined) this.#live?.builtUpTo(moment);
    else {
      const { live } = whole;
      this.#live = live;
      this.#problems = [];
      this.#isBuildingWhole = false;
      this.#then(() => live?.warmUp());
      this.#then(() => this.#lookAgain());
    }
  }

  /** Says that a whole build failed: until one succeeds, nothing that is saved can be judged by itself. */
  wholeFailed(): void {
    this.#isBuildingWhole = false;
    this.#isWhole = true;
  }

  /** Waits until all that was saved has been looked at; nothing is looked at any more. */
  async close(): Promise<void> {
    clearTimeout(this.#rest);
    await this.#looking;
  }

  /** What an address of the site leads to now. */
  async find(address: string): Promise<Found> {
    const names = namesOf(address);
    if (names === undefined) return { kind: 'nothing' };
    const found =
      this.#overlay.find(names, address.endsWith('/')) ??
      (await findFile(this.#options.outputDirectory, address));
    if (found.kind !== 'file' || this.#live === undefined) return found;
    const [body = '', slug = ''] = names;
    this.#prepareSoon({ body, slug });
    return (await this.#live.holdsNewlyWithheld(found.bytes, { body, slug })) ? { kind: 'held back' } : found;
  }

  /** Whoever has the page of a meeting before them may be about to save a paper of it. */
  #prepareSoon(folder: MeetingFolder): void {
    if (isMeeting(folder)) this.#lookedAt = folder;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const meeting = this.#lookedAt;
      this.#lookedAt = undefined;
      // What is at fault is said when the meeting is saved.
      if (meeting !== undefined) this.#then(() => this.#live?.prepare(meeting).catch(() => undefined));
    }, restMilliseconds);
  }

  #then(work: () => Promise<void> | undefined): void {
    this.#looking = this.#looking.then(work).catch(() => {
      // A fault of the program: the whole build says it.
      this.#isWhole = true;
    });
  }

  async #lookAgain(): Promise<void> {
    const live = this.#live;
    if (this.#isWhole || this.#isBuildingWhole || live === undefined || this.#waiting.length === 0) return;
    if (!live.isOfToday()) {
      this.#isWhole = true;
      return;
    }
    const [asked, moment] = [this.#waiting, this.#moment];
    this.#waiting = [];
    const update = await live.update(asked, moment);
    this.#problems = update.problems;
    for (const meeting of update.shown) this.#overlay.show(meeting, moment);
    this.#say(update);
  }

  #say({ shown, unsettled }: LiveUpdate): void {
    const { write, url } = this.#options;
    const pageOf = ({ body, slug }: MeetingFolder): string => `${url()}${body}/${slug}/`;
    for (const meeting of shown)
      write(
        `${pageOf(meeting)} is ${meeting.files.size === 0 ? 'no longer shown' : 'up to date'}; lists and search follow.\n`,
      );
    for (const meeting of unsettled) write(`${pageOf(meeting)} follows with the whole site.\n`);
  }
}
