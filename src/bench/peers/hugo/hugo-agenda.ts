import type { CorpusMeeting } from './read-corpus.ts';

/** A part of an agenda as the layouts of the peer read it. */
export interface HugoPart {
  readonly heading: string;
  readonly anchor: string;
  readonly restricted: boolean;
  readonly items: readonly HugoItem[];
}

/** An item of an agenda; `paper` is the path of its page from the root. */
export interface HugoItem {
  readonly code: string;
  readonly title: string;
  readonly restricted: boolean;
  readonly paper?: string;
}

/** The parts and items of an agenda, as somebody would write them into the front matter of a page of Hugo's. */
export function hugoAgenda(body: string, { agenda, reports, date }: CorpusMeeting): HugoPart[] {
  const [, ...parts] = agenda.text.split(/^## /m);
  return parts.map((part) => {
    const [first = '', ...items] = part.split(/^### /m);
    const heading = first.trim();
    const restricted = heading.startsWith('D');
    return {
      heading,
      anchor: `part-${heading.charAt(0).toLowerCase()}`,
      restricted,
      items: items.map((item) => {
        const [line = '', ...lines] = item.trim().split('\n');
        const [, code = '', title = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        const [, minutes] = /^- Paper: \.\.\/(.*)\.md$/m.exec(lines.join('\n')) ?? [];
        const report = reports.find(({ settings }) => settings['item'] === code);
        const paper =
          minutes === undefined ? report && `/${body}/${date}/${report.name}` : `/${body}/${minutes}`;
        return { code, title, restricted, ...(paper === undefined ? {} : { paper }) };
      }),
    };
  });
}
