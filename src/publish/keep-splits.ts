import type { PrintRows } from '../audit/print-rows.ts';
import type { PublicMarkdown, PublicMeeting, PublicReport } from '../model/publication.ts';
import type { SealedValues } from '../cache/sealed-values.ts';
import type { MeetingRecord, WithheldOfMeeting } from './split-meeting-files.ts';

/** A split as it is kept: it holds from the day that it was made for until the first paper's day comes. */
interface Head {
  readonly since: string;
  readonly record: Omit<MeetingRecord, 'meeting' | 'withheld'>;
  readonly meeting: MeetingHead | undefined;
  readonly withheld: Omit<WithheldOfMeeting, 'prints'>;
}

/** A meeting without the texts of its reports, which are four fifths of it. */
type MeetingHead = Omit<PublicMeeting, 'reports'> & {
  readonly reports: readonly Omit<PublicReport, 'text'>[];
};

/** Keeps the splits of meetings. Texts of reports and prints are read each time that they are asked for: at once, those of ten thousand papers would not fit in little memory. */
export interface KeptSplits {
  /** A split that holds on a day, `yyyy-mm-dd`. */
  readonly find: (digest: string, date: string) => MeetingRecord | undefined;
  /** Keeps a split of that day, and gives it as it is to be used from here on. */
  readonly keep: (digest: string, date: string, record: MeetingRecord) => MeetingRecord;
}

const kind = 'split';

/** Opens the splits that earlier builds have kept. */
export function openSplits(memory: SealedValues): KeptSplits {
  const open = (digest: string, { record, meeting, withheld }: Head): MeetingRecord => {
    const read = readSections(memory, digest);
    return {
      ...record,
      withheld: withPrints(withheld, read.prints),
      ...(meeting === undefined ? {} : { meeting: withTexts(meeting, read.texts) }),
    };
  };
  return {
    find: (digest, date) => {
      // All of it: what is asked for later must not turn out to be damaged when it is too late to split again.
      const head = memory.findSection<Head>(kind, digest, 'head', { isWhole: true });
      if (head === undefined) return undefined;
      const { unchangedUntil } = head.record;
      const holds = head.since <= date && (unchangedUntil === undefined || date < unchangedUntil);
      return holds ? open(digest, head) : undefined;
    },
    keep: (digest, since, { meeting, withheld, ...record }) => {
      const { prints, ...withoutPrints } = withheld;
      const texts = meeting?.reports.map(({ text }) => text) ?? [];
      const head = { since, record, meeting: meeting && withoutTexts(meeting), withheld: withoutPrints };
      memory.keepSections(kind, digest, { head: head satisfies Head, texts, prints });
      return open(digest, head);
    },
  };
}

function withoutTexts({ reports, ...meeting }: PublicMeeting): MeetingHead {
  return { ...meeting, reports: reports.map(headOfReport) };
}

function headOfReport(report: PublicReport): Omit<PublicReport, 'text'> {
  return Object.fromEntries(Object.entries(report).filter(([field]) => field !== 'text')) as unknown as Omit<
    PublicReport,
    'text'
  >;
}

/** Own and enumerable, so that they go wherever the report goes: into JSON, and to threads. */
function withTexts(
  { reports, ...meeting }: MeetingHead,
  texts: () => readonly PublicMarkdown[],
): PublicMeeting {
  return {
    ...meeting,
    reports: reports.map((report, number) => ({
      ...report,
      get text() {
        return texts()[number]!;
      },
    })),
  };
}

function withPrints(withheld: Omit<WithheldOfMeeting, 'prints'>, prints: () => PrintRows): WithheldOfMeeting {
  return {
    ...withheld,
    get prints() {
      return prints();
    },
  };
}

/** Reads all of a split now, for whoever goes on when the kept values may be gone. */
export function readWhole({ meeting, withheld, ...record }: MeetingRecord): MeetingRecord {
  return {
    ...record,
    withheld: { ...withheld },
    ...(meeting && { meeting: { ...meeting, reports: meeting.reports.map((report) => ({ ...report })) } }),
  };
}

/** A meeting's reports are asked for one after another. */
let last:
  | { readonly of: SealedValues; readonly digest: string; readonly texts: readonly PublicMarkdown[] }
  | undefined;

function readSections(
  memory: SealedValues,
  digest: string,
): { readonly texts: () => readonly PublicMarkdown[]; readonly prints: () => PrintRows } {
  const read = <Value>(section: string): Value => {
    const value = memory.findSection<Value>(kind, digest, section);
    // It was whole when its head was read.
    if (value === undefined) throw new Error('A kept split has gone while the build went on.');
    return value;
  };
  return {
    texts: () => {
      if (last?.of !== memory || last.digest !== digest)
        last = { of: memory, digest, texts: read<readonly PublicMarkdown[]>('texts') };
      return last.texts;
    },
    prints: () => read<PrintRows>('prints'),
  };
}
