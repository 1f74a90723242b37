import type { SupplementFrontMatter } from '../model/front-matter/agenda.ts';
import type {
  PaperReference,
  PublicAgenda,
  PublicItem,
  PublicPart,
  PublicSupplement,
} from '../model/publication.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import type { AgendaContext } from './publish-agenda.ts';
import { isSamePaper, publishPart } from './publish-agenda.ts';

/** A public supplement with what is needed to read its items. */
export interface AddedSupplement {
  readonly published: PublicSupplement;
  readonly paper: CuttablePaper;
  readonly structure: AgendaStructure;
  readonly frontMatter: SupplementFrontMatter;
}

/** The agenda with what supplements added: papers to its items, and new items at the end of their part. */
export function addSupplements(
  agenda: PublicAgenda,
  supplements: readonly AddedSupplement[],
  context: AgendaContext,
): PublicAgenda {
  let parts: readonly PublicPart[] = agenda.parts;
  for (const { published, paper, structure, frontMatter } of supplements) {
    const date = frontMatter.published === 'not-recorded' ? undefined : frontMatter.published;
    const addedBy = { supplement: published.name, ...(date === undefined ? {} : { date }) };
    for (const part of structure.parts) {
      const added = publishPart(paper, part, context);
      added.items.forEach((item, index) => {
        const replaced = replacedBy(paper, part.items[index]!, item, context);
        const isKnown = parts.some((other) => other.items.some((known) => known.code === item.code));
        parts = isKnown
          ? parts.map((other) => ({
              ...other,
              items: other.items.map((known) => joined(known, item, replaced, addedBy)),
            }))
          : withNewItem(parts, added, marked(item, addedBy));
      });
    }
  }
  return { ...agenda, parts };
}

type AddedBy = { readonly supplement: string; readonly date?: string };

/** The paper that `- Replaces: FILE` takes from the item's list. It stays a public paper of the meeting: nothing is lost by it. */
function replacedBy(
  paper: CuttablePaper,
  typed: AgendaStructure['parts'][number]['items'][number],
  item: PublicItem,
  context: AgendaContext,
): PaperReference | undefined {
  const line = typed.lines.find((candidate) => candidate.word === 'Replaces');
  if (line === undefined || item.access === 'withheld') return undefined;
  return context.referenceOf(line.value, {
    file: paper.file,
    line: paper.markdownLine + line.line,
    column: 1,
  });
}

function marked(item: PublicItem, addedBy: AddedBy): PublicItem {
  return item.access === 'open' ? { ...item, addedBy } : item;
}

/** An item of the agenda with the papers that a supplement names for it, and without the one that they replace. */
function joined(
  item: PublicItem,
  added: PublicItem,
  replaced: PaperReference | undefined,
  addedBy: AddedBy,
): PublicItem {
  if (item.code !== added.code || item.access !== 'open' || added.access !== 'open') return item;
  const isNew = added.papers.filter((paper) => !item.papers.some((other) => isSamePaper(other, paper)));
  // A paper that has come is no longer to follow.
  const hasCome = added.papers.some(({ kind }) => kind === 'paper' || kind === 'attachment');
  const kept = hasCome ? item.papers.filter((paper) => paper.kind !== 'to follow') : item.papers;
  const papers = [...kept, ...isNew].filter(
    (paper) => replaced === undefined || !isSamePaper(paper, replaced),
  );
  return { ...item, papers, addedBy };
}

/** The part that the supplement has the item in; else the one of the item's letter, or without a heading; else a part of its own. */
function withNewItem(
  parts: readonly PublicPart[],
  added: PublicPart,
  item: PublicItem,
): readonly PublicPart[] {
  const hasHeading = added.letter !== undefined || added.title !== undefined;
  const letter = hasHeading ? added.letter : /^[A-Z]/.exec(item.code)?.[0];
  const byLetter = parts.findIndex((part) => letter !== undefined && part.letter === letter);
  const index =
    byLetter === -1
      ? parts.findIndex((part) => part.letter === undefined && part.title === added.title)
      : byLetter;
  if (index === -1) return [...parts, { ...added, items: [item] }];
  return parts.map((part, at) => (at === index ? { ...part, items: [...part.items, item] } : part));
}
