import type { ReportFrontMatter } from '../model/front-matter/report.ts';
import type { SupplementFrontMatter } from '../model/front-matter/agenda.ts';
import type { PublicReport, PublicSupplement } from '../model/publication.ts';
import type { AgendaStructure } from '../model/structure.ts';
import { countWords } from '../markdown/count-words.ts';
import { cutMarkdown, cutWhole } from './cut-markdown.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { makeContactPublic, makePublic, makePublicIfAny, withoutAbsent } from './make-public.ts';

/** Makes a report public. It is built from named fields, so that a field added to the schema is not published by accident. */
export function publishReport(
  paper: CuttablePaper,
  name: string,
  frontMatter: ReportFrontMatter,
): PublicReport {
  const { file, attachments = [] } = frontMatter;
  const text = cutWhole(paper);
  const listed = attachments.map((attachment) => ({
    name: attachment.file,
    ...withoutAbsent({ title: makePublicIfAny(attachment.title) }),
  }));
  return {
    file: paper.file,
    name,
    isAppendix: isAppendixName(name),
    title: makePublic(frontMatter.title),
    authors: (frontMatter.author ?? []).map(makePublic),
    contacts: (frontMatter.contacts ?? []).map(makeContactPublic),
    background: (frontMatter.background ?? []).map(makePublic),
    attachments: [...(file === undefined ? [] : [{ name: file }]), ...listed],
    ...withoutAbsent({
      item: frontMatter.item,
      to: makePublicIfAny(frontMatter.to),
      classification: makePublicIfAny(frontMatter.classification),
      summary: makePublicIfAny(frontMatter.summary),
      published: frontMatter.published,
      topic: makePublicIfAny(frontMatter.topic),
      language: frontMatter.language,
    }),
    words: countWords(text),
    text,
  };
}

/** Whether a report's file name is that of an appendix: `b2-appendix-1-costs`. */
export function isAppendixName(name: string): boolean {
  return /^(?:[a-z]\d{1,2}|\d{1,2})-appendix-/.test(name);
}

/** Makes a supplement public, without the lines of its restricted items; what it brings is for `addSupplements` to say. */
export function publishSupplement(
  paper: CuttablePaper,
  name: string,
  frontMatter: SupplementFrontMatter,
  structure: AgendaStructure,
): PublicSupplement {
  return {
    file: paper.file,
    name,
    title: makePublic(frontMatter.title),
    ...withoutAbsent({
      kind: frontMatter.kind,
      late: makePublicIfAny(frontMatter.late),
      published: frontMatter.published,
    }),
    text: cutWhole(paper),
    texts: [cutMarkdown(paper, structure.introduction)],
    items: [],
  };
}
