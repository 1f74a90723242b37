import type { SearchRecord } from '../model/page.ts';
import { recordHtml } from './record-html.ts';

/** What a paper's record in the search index says beside its words. */
export interface PaperRecord {
  readonly address: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  /** `agenda`, `report` or `minutes`. */
  readonly type: string;
  /** What the body calls a paper of this type, where that is another word: `notes`. */
  readonly called?: string;
  /** `yyyy-mm-dd`, of the meeting. */
  readonly date: string;
  /** As a reader reads it. */
  readonly day: string;
  readonly item?: string;
  /** The codes of all items that it is about, and the numbers of its minutes: what a citation names. */
  readonly items?: readonly string[];
  readonly minutes?: readonly string[];
  /** A later paper stands in its place, and is to be found before it. */
  readonly isReplaced?: boolean;
  /** Body of the document after the title. */
  readonly contentHtml: string;
}

/** A paper as the small document that Pagefind reads: its sections keep the ids of the page, so that a result leads to one. */
export function paperRecord(paper: PaperRecord): SearchRecord {
  const filters: [string, string][] = [
    ['body', paper.body],
    ['type', paper.type],
    ['year', paper.date.slice(0, 4)],
    // Not to choose from, but to find the papers of a day that is typed.
    ['date', paper.date],
    ...(paper.items ?? []).map((code): [string, string] => ['item', code]),
    ...(paper.minutes ?? []).map((number): [string, string] => ['minute', number]),
  ];
  const html = [
    `<!doctype html><html lang="${escapeHtml(paper.language)}"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title></head>`,
    '<body><main data-pagefind-body>',
    `<h1 data-pagefind-meta="title">${escapeHtml(paper.title)}</h1>`,
    // Attributes and not words: what only filters and sorts must not be found in the text.
    ...filters.map(([name, value]) => attribute('filter', name, value)),
    attribute('meta', 'body', paper.body),
    attribute('meta', 'date', paper.day),
    attribute('meta', 'type', paper.called ?? paper.type),
    ...(paper.item === undefined ? [] : [attribute('meta', 'item', paper.item)]),
    ...(paper.isReplaced === true ? [attribute('meta', 'replaced', 'yes')] : []),
    attribute('sort', 'date', paper.date),
    recordHtml(paper.contentHtml),
    '</main></body></html>',
  ];
  return { kind: 'paper', address: paper.address, date: paper.date, html: html.join('\n') };
}

function attribute(kind: 'filter' | 'meta' | 'sort', name: string, value: string): string {
  return `<span data-pagefind-${kind}="${name}[data-value]" data-value="${escapeHtml(value)}"></span>`;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
