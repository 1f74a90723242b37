import { writeBlocks } from './blocks.ts';
import type { Block, NextMark } from './blocks.ts';
import type { PublicSpec, RestrictedSpec } from './content-spec.ts';
import { writeMeeting } from './write-meeting.ts';
import { bodySlug } from './written-content.ts';
import type { WrittenContent } from './written-content.ts';

/** What all papers of a content are written with. */
export interface Writer {
  readonly spec: PublicSpec;
  readonly restricted: RestrictedSpec;
  readonly files: Map<string, string | Uint8Array>;
  readonly publicMark: NextMark;
  readonly restrictedMark: NextMark;
  /** The next withheld passage, as Markdown; empty when the variant has no more. Its definitions stand apart. */
  readonly nextPassage: (options: { readonly mayResolve: boolean; readonly attachment: string }) => {
    readonly text: string;
    readonly definitions: string;
  };
}

/** Writes one content: what is public of it depends on `spec` alone. */
export function writeContent(spec: PublicSpec, restricted: RestrictedSpec): WrittenContent {
  const publicMarks: string[] = [];
  const restrictedMarks: string[] = [];
  const marker = (marks: string[], begin: string) => (): string => {
    const mark = `${begin}${marks.length}x`;
    marks.push(mark);
    return mark;
  };
  let passages = 0;
  const restrictedMark = marker(restrictedMarks, 'zsecret');
  const writer: Writer = {
    spec,
    restricted,
    files: new Map(),
    publicMark: marker(publicMarks, 'zopen'),
    restrictedMark,
    nextPassage: ({ mayResolve, attachment }) => {
      const passage = restricted.passages[passages];
      passages += 1;
      if (passage === undefined) return { text: '', definitions: '' };
      const { text, definitions } = writeBlocks(passage.blocks, restrictedMark);
      const resolution =
        mayResolve && passage.resolves ? `\n\nRESOLVED that ${restrictedMark()} be noted.` : '';
      const link = passage.linksAttachment
        ? `\n\nSee [${restrictedMark()}](files/${attachment}).^[Or [here](files/${attachment}).]`
        : '';
      return { text: `${text}${resolution}${link}`, definitions };
    },
  };
  writeBody(writer);
  spec.meetings.forEach((meeting, index) => writeMeeting(writer, meeting, index));
  if (restricted.secretMeeting !== undefined) writeSecretMeeting(writer, restricted.secretMeeting);
  return { files: writer.files, publicMarks, restrictedMarks };
}

function writeBody({ spec, files, publicMark }: Writer): void {
  const { text, definitions } = writeBlocks(spec.about, publicMark);
  const fields = [
    `title: The Board ${publicMark()}`,
    `restricted_parts: ${spec.partLetter === 'by letter' ? 'D' : 'none'}`,
    `rules: ${spec.rules}`,
    ...(spec.hiddenTitles ? ['restricted_titles: hidden'] : []),
  ];
  files.set(`${bodySlug}/index.md`, `---\n${fields.join('\n')}\n---\n\n${text}\n\n${definitions}\n`);
}

function writeSecretMeeting({ files, restrictedMark }: Writer, list: readonly Block[]): void {
  const { text, definitions } = writeBlocks(list, restrictedMark);
  const head = `---\ntitle: Agenda ${restrictedMark()}\n${restrictedFields(restrictedMark)}\n---\n`;
  files.set(
    `${bodySlug}/2021-05-05/agenda.md`,
    `${head}\n## A. Matters\n\n### A1 ${restrictedMark()}\n\n${text.replaceAll('##### ', '')}\n\n${definitions}\n`,
  );
}

/** The fields of a restricted paper. */
export function restrictedFields(restrictedMark: NextMark): string {
  return `restricted: true\nexempt: 1, 3\nreason: Names ${restrictedMark()}`;
}
