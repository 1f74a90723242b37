import type { SupplementFrontMatter } from '../model/front-matter/agenda.ts';
import type { PublicAgenda, PublicItem, PublicPart } from '../model/publication.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import type { AgendaContext } from './publish-agenda.ts';
import { publishPart } from './publish-agenda.ts';

/** A public supplement with what is needed to read its items. */
export interface AddedSupplement {
  readonly published: { readonly name: string };
  readonly paper: CuttablePaper;
  readonly structure: AgendaStructure;
  readonly frontMatter: SupplementFrontMatter;
}

/** The agenda with what supplements added: papers to its items, and new items at the end of their part. */
export function addSupplements(agenda: PublicAgenda, supplements: readonly AddedSupplement[], context: AgendaContext): PublicAgenda {
  let parts: readonly PublicPart[] = agenda.parts;
  for (const { published, paper, structure, frontMatter } of supplements) {
    const date = frontMatter.published === 'not-recorded' ? undefined : frontMatter.published;
    const addedBy = { supplement: published.name, ...(date === undefined ? {} : { date }) };
    for (const added of structure.parts.map((part) => publishPart(paper, part, context))) {
      for (const item of added.items) {
        const isKnown = parts.some((part) => part.items.some((other) => other.code === item.code));
        parts = isKnown ? parts.map((part) => ({ ...part, items: part.items.map((other) => joined(other, item, addedBy)) })) : withNewItem(parts, added, marked(item, addedBy));
      }
    }
  }
  return { ...agenda, parts };
}

type AddedBy = { readonly supplement: string; readonly date?: string };

function marked(item: PublicItem, addedBy: AddedBy): PublicItem {
  return item.access === 'open' ? { ...item, addedBy } : item;
}

/** An item of the agenda with the papers that a supplement names for it. */
function joined(item: PublicItem, added: PublicItem, addedBy: AddedBy): PublicItem {
  if (item.code !== added.code || item.access !== 'open' || added.access !== 'open') return item;
  const isNew = added.papers.filter((paper) => !item.papers.some((other) => JSON.stringify(other) === JSON.stringify(paper)));
  // A paper that has come is no longer to follow.
  const kept = isNew.length === 0 ? item.papers : item.papers.filter((paper) => paper.kind !== 'to follow');
  return { ...item, papers: [...kept, ...isNew], addedBy };
}

function withNewItem(parts: readonly PublicPart[], added: PublicPart, item: PublicItem): readonly PublicPart[] {
  const index = parts.findIndex((part) => part.letter === (added.letter ?? item.code[0]));
  if (index === -1) return [...parts, { ...added, items: [item] }];
  return parts.map((part, at) => (at === index ? { ...part, items: [...part.items, item] } : part));
}
