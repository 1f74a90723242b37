import fc from 'fast-check';

/** A block of a paper's text, before its marker words are put in. */
export interface Block {
  readonly kind:
    | 'paragraph'
    | 'list'
    | 'numbered'
    | 'table'
    | 'code'
    | 'quote'
    | 'heading'
    | 'footnote'
    | 'inline footnote'
    | 'reference'
    | 'break';
  readonly words: string;
}

const vocabulary = [
  'the',
  'update',
  'on',
  'partnership',
  'was',
  'noted',
  'case',
  'funding',
  'review',
  'D1',
  'Café',
  'unrestricted',
  '£1,000',
  '“quoted”',
  'per cent',
  'Mr Gull',
  'a < b',
  'R&D',
  '{{ x }}',
  'item',
];

/** A few words of a council's papers, some of them awkward. */
export const words = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 })
  .map((list) => `The ${list.join(' ')}`);

const kinds = [
  'paragraph',
  'paragraph',
  'list',
  'numbered',
  'table',
  'code',
  'quote',
  'heading',
  'footnote',
  'inline footnote',
  'reference',
  'break',
] as const;

/** Text of a paper: blocks of every kind that papers have. */
export const blocks = fc.array(fc.record({ kind: fc.constantFrom(...kinds), words }), { maxLength: 4 });

/** Marks of a text: public ones or restricted ones, each used once. */
export type NextMark = () => string;

/** Writes blocks as Markdown, each with marks of its own; definitions come last, after a gap. */
export function writeBlocks(
  list: readonly Block[],
  nextMark: NextMark,
): { readonly text: string; readonly definitions: string } {
  const written = list.map((block) => writeBlock(block, nextMark));
  return {
    text: written.map(({ text }) => text).join('\n\n'),
    definitions: written.flatMap(({ definition }) => definition ?? []).join('\n\n'),
  };
}

function writeBlock({ kind, words: said }: Block, nextMark: NextMark): { text: string; definition?: string } {
  const mark = nextMark();
  switch (kind) {
    case 'paragraph':
      return { text: `${said} ${mark}.` };
    case 'list':
      return { text: `* ${said} ${mark}\n* and ${nextMark()}\n  * below ${nextMark()}` };
    case 'numbered':
      return { text: `2.3 ${said} ${mark}.` };
    case 'table':
      return { text: `| Name | Sum |\n| --- | --: |\n| ${mark} | ${nextMark()} |` };
    case 'code':
      return { text: `\`\`\`\n${mark} <b>\n\`\`\`` };
    case 'quote':
      return { text: `> ${said}\n> ${mark}` };
    case 'heading':
      return { text: `##### About ${mark}` };
    case 'footnote':
      return {
        text: `${said} ${mark}.[^n${mark.slice(1)}]`,
        definition: `[^n${mark.slice(1)}]: ${said} ${nextMark()}.`,
      };
    case 'inline footnote':
      return { text: `${said}.^[See ${mark}.]` };
    case 'reference':
      return {
        text: `See [${said} ${mark}][link l${mark.slice(1)}].`,
        definition: `[Link  l${mark.slice(1)}]: https://example.org/${nextMark()}`,
      };
    case 'break':
      return { text: `${mark}\\\n${said} **${nextMark()}**` };
  }
}
