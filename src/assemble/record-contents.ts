import type { AgendaItemProps, AgendaPartProps } from './agenda-props.ts';
import type { DecisionProps } from './decision-props.ts';
import type { MinuteProps } from './minute-props.ts';
import type { MinutesProps } from './minutes-props.ts';
import type { NoticeProps } from './notice-props.ts';
import { escapeHtml } from './paper-record.ts';
import type { ReportProps } from './report-props.ts';
import type { SupplementProps } from './supplement-props.ts';

/** The words of a report for the search index. */
export function reportContentHtml(report: ReportProps): string {
  const line = [
    ...report.authors,
    ...report.facts.map((fact) => `${fact.name}: ${fact.value}`),
    report.summary ?? '',
  ];
  return [
    ...line.filter((words) => words !== '').map(paragraph),
    report.textHtml,
    ...report.background.map(paragraph),
  ].join('\n');
}

/** The words of minutes, each minute under a heading with its anchor. */
export function minutesContentHtml(paper: MinutesProps): string {
  const attendance = paper.attendance.map(({ heading, names }) =>
    names.length === 0 ? '' : paragraph(`${heading}: ${names.join(', ')}`),
  );
  return [...attendance, paper.introductionHtml ?? '', ...paper.minutes.map(minuteHtml)]
    .filter((html) => html !== '')
    .join('\n');
}

/** The words of an agenda and its supplements, each item under a heading with its anchor. */
export function agendaContentHtml(
  introductionHtml: string,
  parts: readonly AgendaPartProps[],
  supplements: readonly SupplementProps[],
): string {
  const supplement = (each: SupplementProps): string =>
    [
      heading(2, each.anchor, each.title),
      ...each.remarks.map(paragraph),
      ...each.textsHtml,
      ...each.items.flatMap((item) => [
        paragraph(item.name),
        ...item.facts.map((fact) => paragraph(`${fact.name}: ${fact.value}`)),
        item.textHtml ?? '',
      ]),
    ].join('\n');
  return [introductionHtml, ...parts.map(partHtml), ...supplements.map(supplement)].join('\n');
}

function partHtml(part: AgendaPartProps): string {
  const head = part.heading === undefined ? [] : [heading(2, part.anchor, part.heading)];
  return [
    ...head,
    ...(part.notice === undefined ? [] : [paragraph(part.notice)]),
    part.textHtml ?? '',
    ...part.items.map(itemHtml),
  ].join('\n');
}

function itemHtml(item: AgendaItemProps): string {
  const facts = item.facts.map((fact) => paragraph(`${fact.name}: ${fact.value}`));
  return [
    heading(3, item.anchor, `${item.code} ${item.title}`),
    noticeHtml(item.restricted),
    ...facts,
    item.textHtml ?? '',
  ].join('\n');
}

function minuteHtml(minute: MinuteProps): string {
  const title = [minute.code, minute.title].filter((words) => words !== undefined).join(' ');
  const blocks = minute.blocks.map((block) =>
    block.decision === undefined ? (block.textHtml ?? '') : decisionHtml(block.decision),
  );
  const number =
    minute.number?.anchor === undefined
      ? ''
      : `<p id="${escapeHtml(minute.number.anchor)}">${escapeHtml(`Minute ${minute.number.text}`)}</p>`;
  return [heading(2, minute.anchor, title), number, noticeHtml(minute.restricted), ...blocks].join('\n');
}

function decisionHtml(decision: DecisionProps): string {
  const parts = decision.parts.map(
    (part) => `<div${idOf(part.anchor)}>${escapeHtml(part.mark)} ${part.textHtml}</div>`,
  );
  // Where the search page takes what follows for the item's own text again.
  const end = decision.anchor === undefined ? '' : `<span${idOf(`${decision.anchor}-end`)}></span>`;
  return [`<div${idOf(decision.anchor)}>`, decision.openingHtml, ...parts, '</div>', end].join('\n');
}

function noticeHtml(notice: NoticeProps | undefined): string {
  const words = [notice?.notice, notice?.what, notice?.paragraphs, notice?.reason].filter(
    (each) => each !== undefined,
  );
  return words.map(paragraph).join('\n');
}

function heading(level: number, id: string, text: string): string {
  return `<h${level} id="${escapeHtml(id)}">${escapeHtml(text)}</h${level}>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function idOf(anchor: string | undefined): string {
  return anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
}
