import type { MeetingKey } from '../assemble/addresses.ts';
import { meetingAddress } from '../assemble/addresses.ts';
import { createAssembly, type Assembly } from '../assemble/assembly.ts';
import { joinPrints } from '../audit/print-rows.ts';
import { groupBy } from '../model/group-by.ts';
import type { Problem } from '../model/problem.ts';
import type { Publication, PublicAttachment } from '../model/publication.ts';
import { templatesDirectory, type PlannedSite } from '../publish.ts';
import { createPageRenderer } from '../render/create-page-renderer.ts';
import { judgeAttachments } from '../withhold/attachments/prepare-attachments.ts';
import { publicTexts } from '../withhold/public-texts.ts';
import { joinPublication } from '../withhold/withhold.ts';
import { mayBeShown } from './audit-meeting.ts';
import { findJoiningProblems } from './find-joining-problems.ts';
import { isAmong } from './known-prints.ts';
import { findInTitles } from './linked-hits.ts';
import { makeMeetingFiles, noFiles, type MeetingFiles } from './meeting-files.ts';
import { searchNewlyWithheld, type HoldsNewlyWithheld } from './newly-withheld.ts';
import { publicationOf } from './join-split.ts';
import { readWhole } from './keep-splits.ts';
import { splitAgain, type SplitAgain } from './split-again.ts';
import type { MeetingRecord } from './split-meeting-files.ts';
import { WithheldSearch } from './withheld-search.ts';

/** A meeting as it is shown now, in the place of all that the output has of it. */
export interface ShownMeeting extends MeetingKey, MeetingFiles {}

/** What came of a look at some meetings. */
export interface LiveUpdate {
  readonly shown: readonly ShownMeeting[];
  /** Meetings that have changed, and of which only a build of the whole site can say what to show. */
  readonly unsettled: readonly MeetingKey[];
  /** All that is wrong with the meetings that were looked at, these or earlier ones; none of those is shown as it is now. */
  readonly problems: readonly Problem[];
}

/** A site that was built, kept in memory and up to date with the papers of its meetings. */
export interface LiveSite {
  /**
   * Looks at the folders of meetings again, and makes the files of those that have changed: what a build would write of them,
   * looked through for what is withheld. `moment` counts up from one look to the next.
   */
  readonly update: (meetings: readonly MeetingKey[], moment: number) => Promise<LiveUpdate>;
  /** Says that the output now holds what was seen up to a moment. */
  readonly builtUpTo: (moment: number) => void;
  /** Whether bytes of the standing output, of the meeting if they are of one, hold what has been withheld since it was made. */
  readonly holdsNewlyWithheld: (bytes: Uint8Array, meeting?: MeetingKey) => Promise<boolean>;
  /** Whether a build would have the same date now: on another day other papers may be public. */
  readonly isOfToday: () => boolean;
  /** Does what the first update would wait for. */
  readonly warmUp: () => Promise<void>;
  /** Does what the first update of a meeting would wait for, once. */
  readonly prepare: (meeting: MeetingKey) => Promise<void>;
}

/** Keeps a site that stands in the output as it was planned. `today` gives the date that a build would have now. */
export function createLiveSite(planned: PlannedSite, today = () => planned.options.date): LiveSite {
  return new SiteInMemory(planned, today);
}

interface Changed {
  readonly before: MeetingRecord | undefined;
  readonly moment: number;
}

class SiteInMemory implements LiveSite {
  readonly #planned: Pick<PlannedSite, 'options' | 'site' | 'former' | 'split'> & {
    readonly key: Uint8Array;
  };
  readonly #siteTexts: readonly string[];
  readonly #base: WithheldSearch;
  /** Of what was withheld of one meeting or body each, when this was made: all of their prints are among those of the base. */
  readonly #digestsOfBase: ReadonlySet<string>;
  readonly #renderPage: ReturnType<typeof createPageRenderer>;
  /** What is public and withheld now, by body and folder. */
  readonly #records: Map<string, MeetingRecord>;
  readonly #attachments: Map<string, readonly PublicAttachment[]>;
  #publication: Publication;
  /** Meetings with problems, which are looked at again with every other: what is wrong may be mended there. */
  readonly #waiting = new Map<string, MeetingKey>();
  /** Meetings that are not as the output has them. */
  readonly #changed = new Map<string, Changed>();
  /** All meetings that changed since this was made: their prints are not among those of the base. */
  readonly #replaced = new Set<string>();
  #holdsNew: HoldsNewlyWithheld | undefined;
  /** Meetings of which it is remembered what was found in them. */
  readonly #prepared = new Set<string>();

  readonly isOfToday: () => boolean;

  constructor(planned: PlannedSite, today: () => string) {
    const { options, site, former, publication, attachments, withheld, ownTexts } = planned;
    const { date } = options;
    // The next build, which is another process, may delete what this one has kept.
    const split = { ...planned.split, meetings: planned.split.meetings.map(readWhole) };
    this.isOfToday = () => today() === date;
    this.#planned = { options, site, former, split, key: withheld.key };
    this.#siteTexts = [
      ...publicTexts(publication.bodies.map((body) => ({ ...body, meetings: [] }))),
      ...ownTexts,
    ];
    this.#records = new Map(split.meetings.map((record) => [nameOf(record), record]));
    this.#attachments = new Map(groupBy(attachments, ({ body, meeting }) => `${body}/${meeting}`));
    this.#publication = publicationOf(split, date);
    this.#base = new WithheldSearch(
      withheld.prints,
      this.#siteTexts,
      isAmong(withheld.prints, () => this.#printsNow()),
    );
    this.#digestsOfBase = new Set(
      [...split.meetings, ...split.bodies].map(({ withheld: { digest } }) => digest),
    );
    this.#renderPage = createPageRenderer(options.templates ?? templatesDirectory);
  }

  async update(meetings: readonly MeetingKey[], moment: number): Promise<LiveUpdate> {
    const asked = new Map([
      ...this.#waiting,
      ...meetings.map((meeting) => [nameOf(meeting), meeting] as const),
    ]);
    const problems: Problem[] = [];
    const unsettled: MeetingKey[] = [];
    const changed = new Map<string, { readonly meeting: MeetingKey; readonly record?: MeetingRecord }>();
    for (const [name, meeting] of asked) {
      const again = await this.#splitAgain(meeting, this.#records.get(name));
      this.#waiting.delete(name);
      if (again.kind === 'problems') {
        problems.push(...again.problems);
        this.#waiting.set(name, meeting);
      } else if (again.kind === 'unknown') unsettled.push(meeting);
      else if (again.kind !== 'same')
        changed.set(name, { meeting, ...('record' in again ? { record: again.record } : {}) });
    }
    const between = this.#findProblemsBetween([...changed]);
    if (between.length > 0) {
      for (const [name, { meeting }] of changed) this.#waiting.set(name, meeting);
      return { shown: [], unsettled, problems: [...problems, ...between] };
    }
    for (const [name, { record }] of changed) this.#replace(name, record, moment);
    this.#publication = this.#joinAgain([...changed.values()].map(({ meeting }) => meeting.body));
    this.#holdsNew = this.#searchNewlyWithheld();
    const shown: ShownMeeting[] = [];
    const assembly = this.#assemble();
    for (const [name, { meeting }] of changed) {
      const files = await this.#show(name, meeting, assembly).catch(() => undefined);
      if (files === undefined) unsettled.push(meeting);
      else shown.push({ body: meeting.body, slug: meeting.slug, ...files });
    }
    return { shown, unsettled, problems };
  }

  builtUpTo(moment: number): void {
    for (const [name, changed] of this.#changed) if (changed.moment <= moment) this.#changed.delete(name);
    this.#holdsNew = this.#searchNewlyWithheld();
  }

  async holdsNewlyWithheld(bytes: Uint8Array, meeting?: MeetingKey): Promise<boolean> {
    const record = meeting === undefined ? undefined : this.#records.get(nameOf(meeting));
    return (await this.#holdsNew?.(bytes, record)) ?? false;
  }

  async warmUp(): Promise<void> {
    await this.#base.prepare();
    const newest = [...this.#records.values()].findLast((record) => record.meeting !== undefined);
    if (newest !== undefined) {
      await this.#splitAgain(newest, undefined);
      await this.#show(nameOf(newest), newest, this.#assemble());
    }
    void this.#lookThroughTitles();
  }

  async prepare(meeting: MeetingKey): Promise<void> {
    const name = nameOf(meeting);
    if (this.#prepared.has(name) || !this.#records.has(name)) return;
    await this.#show(name, meeting, this.#assemble());
  }

  /** Nobody waits for it: it is seldom needed, and then done where it is not yet done. */
  async #lookThroughTitles(): Promise<void> {
    for (const { meetings } of this.#publication.bodies)
      for (const meeting of meetings) {
        findInTitles(this.#base.prints, meeting);
        await new Promise((resolve) => setImmediate(resolve));
      }
  }

  #splitAgain(meeting: MeetingKey, before: MeetingRecord | undefined): Promise<SplitAgain> {
    const { options, split, key } = this.#planned;
    const body = split.bodies.find(({ head }) => head.slug === meeting.body);
    return splitAgain(meeting, body, before, { content: options.content, date: options.date, key });
  }

  #printsNow() {
    return [...this.#records.values(), ...this.#planned.split.bodies].map(({ withheld }) => withheld.prints);
  }

  #findProblemsBetween(
    changed: readonly (readonly [name: string, { readonly record?: MeetingRecord }])[],
  ): readonly Problem[] {
    const records = new Map(this.#records);
    for (const [name, { record }] of changed) {
      if (record === undefined) records.delete(name);
      else records.set(name, record);
    }
    return findJoiningProblems(
      this.#planned.split.bodies,
      [...records.values()],
      changed.flatMap(([, { record }]) => record ?? []),
    );
  }

  #replace(name: string, record: MeetingRecord | undefined, moment: number): void {
    const known = this.#changed.get(name);
    this.#changed.set(name, { before: known === undefined ? this.#records.get(name) : known.before, moment });
    this.#replaced.add(name);
    if (record === undefined) this.#records.delete(name);
    else this.#records.set(name, record);
    this.#attachments.set(name, judgeAttachments(record?.attachments ?? [], []).attachments);
  }

  /** The other bodies stay the very same values. */
  #joinAgain(changed: readonly string[]): Publication {
    const { bodies, date } = this.#publication;
    return {
      date,
      bodies: bodies.map((body) => {
        if (!changed.includes(body.slug)) return body;
        const head = this.#planned.split.bodies.find((each) => each.head.slug === body.slug)!.head;
        const meetings = [...this.#records.values()].flatMap((record) =>
          record.body === body.slug && record.meeting !== undefined ? [record.meeting] : [],
        );
        return joinPublication(date, [{ head, meetings }]).bodies[0]!;
      }),
    };
  }

  #searchNewlyWithheld(): HoldsNewlyWithheld | undefined {
    const changed = [...this.#changed].map(([name, { before }]) => {
      const now = this.#records.get(name);
      return { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };
    });
    return searchNewlyWithheld(changed, this.#siteTexts, this.#planned.key);
  }

  #assemble(): Assembly {
    return createAssembly(this.#publication, [...this.#attachments.values()].flat(), this.#planned.site);
  }

  /** The files of a meeting; undefined where it is not certain that they may be shown. */
  async #show(name: string, key: MeetingKey, assembly: Assembly): Promise<MeetingFiles | undefined> {
    const { former } = this.#planned;
    this.#prepared.add(name);
    // Pages that say where something has moved depend on all others.
    if (former.some(({ from }) => from.startsWith(meetingAddress(key)))) return undefined;
    const meeting = this.#records.get(name)?.meeting;
    const body = this.#publication.bodies.find(({ slug }) => slug === key.body);
    if (meeting === undefined || body === undefined) return noFiles;
    const attachments = this.#attachments.get(name) ?? [];
    const files = await makeMeetingFiles(assembly, body, meeting, {
      attachments,
      isAsBefore: this.#isAsBefore(name),
      renderPage: this.#renderPage,
    });
    const audit = {
      searches: this.#searches(),
      meetingOf: (name: string) => this.#records.get(name)?.meeting,
      meetings: () => this.#publication.bodies.flatMap((each) => each.meetings),
    };
    return (await mayBeShown(files, meeting, attachments, audit)) ? files : undefined;
  }

  #isAsBefore(name: string): (attachment: PublicAttachment) => boolean {
    const changed = this.#changed.get(name);
    const now = this.#records.get(name);
    const digestIn = (record: MeetingRecord | undefined, name: string): string | undefined =>
      record?.attachments.find((each) => each.name === name)?.digest.bytes;
    return (attachment) => {
      const digest = digestIn(now, attachment.name);
      return (
        digest !== undefined &&
        digest === digestIn(changed === undefined ? now : changed.before, attachment.name)
      );
    };
  }

  /** For what was withheld when this was made, and for what more is of the meetings that have changed since. */
  #searches(): readonly WithheldSearch[] {
    const since = [...this.#replaced].flatMap((name) => {
      const withheld = this.#records.get(name)?.withheld;
      return withheld === undefined || this.#digestsOfBase.has(withheld.digest) ? [] : [withheld.prints];
    });
    if (since.length === 0) return [this.#base];
    return [this.#base, new WithheldSearch(joinPrints(this.#planned.key, since), this.#siteTexts)];
  }
}

function nameOf({ body, slug }: MeetingKey): string {
  return `${body}/${slug}`;
}
