import type { HugoPart } from './hugo-agenda.ts';
import type { CorpusMeeting } from './read-corpus.ts';

/** A resolution as the layouts of the peer read it. */
export interface HugoResolution {
  readonly item: string;
  readonly title: string;
  readonly text: string;
  readonly outcomes: readonly string[];
  /** On the page of its minutes. */
  readonly anchor: string;
  /** In the register. */
  readonly id: string;
  /** Path of the page of the report behind it, from the root. */
  readonly paper?: string;
}

const outcomeOfWord = new Map([
  ['note', 'noted'],
  ['noted', 'noted'],
  ['agree', 'agreed'],
  ['endorse', 'endorsed'],
  ['support', 'supported'],
]);

/** The minutes as text for Hugo, each resolution as a shortcode, and the resolutions for the front matter; nothing of restricted items. */
export function hugoMinutes(
  body: string,
  { minutes, date }: CorpusMeeting,
  parts: readonly HugoPart[],
): { readonly text: string; readonly resolutions: readonly HugoResolution[] } {
  const items = new Map(parts.flatMap((part) => part.items.map((item) => [item.code, item])));
  const resolutions: HugoResolution[] = [];
  const [introduction = '', ...minuteTexts] = minutes.text.split(/^### /m);
  const texts = minuteTexts.map((minute) => {
    const [heading = '', ...lines] = minute.split('\n');
    const [, code = '', title = ''] = /^(\S+) (.*)$/.exec(heading) ?? [];
    const item = items.get(code);
    const head = `### ${code} ${title} {#${code.toLowerCase()}}`;
    if (item?.restricted !== false) return `${head}\n\nNot open to the press and public.\n`;
    const shown = lines.map((line) => {
      if (!line.startsWith('RESOLVED')) return line;
      const anchor = `${code.toLowerCase()}-resolution-1`;
      const words = line.slice(0, 60).split(/\W+/);
      resolutions.push({
        ...{ item: code, title, text: line, anchor, id: `${body}-${date}-${anchor}` },
        outcomes: [
          ...new Set([...words, ...line.split(/\W+/)].flatMap((word) => outcomeOfWord.get(word) ?? [])),
        ],
        ...(item.paper === undefined ? {} : { paper: item.paper }),
      });
      return `{{< resolution "${code}" >}}`;
    });
    return `${head}\n${shown.join('\n')}`;
  });
  return { text: [introduction, ...texts].join('\n'), resolutions };
}
