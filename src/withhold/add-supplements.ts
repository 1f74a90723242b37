import type { SupplementFrontMatter } from '../model/front-matter/agenda.ts';
import { problemAt } from '../model/problem.ts';
import type { Place, Problem } from '../model/problem.ts';
import type {
  AddedBy,
  PaperReference,
  PublicAgenda,
  PublicItem,
  PublicPart,
  PublicSupplement,
} from '../model/publication.ts';
import type { AgendaItem, AgendaStructure } from '../model/structure.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import type { AgendaContext } from './publish-agenda.ts';
import { isSamePaper, publishPart } from './publish-agenda.ts';
import { isAppendixName } from './publish-report.ts';
import type { Replacement } from './replacements.ts';

/** A public supplement with what is needed to read its items. */
export interface AddedSupplement {
  readonly published: PublicSupplement;
  readonly paper: CuttablePaper;
  readonly structure: AgendaStructure;
  readonly frontMatter: SupplementFrontMatter;
}

/** An agenda and its supplements, each saying of the other. */
export interface SupplementedAgenda {
  /** With the supplements' papers under its items, and their new items at the end of their part. */
  readonly agenda?: PublicAgenda;
  /** With their items, and the papers that they bring. */
  readonly supplements: readonly PublicSupplement[];
  /** What the lines `Replaces` say, and where. */
  readonly replacements: readonly (Replacement & { readonly place: Place })[];
}

/** Puts what supplements bring into the agenda, and says at each item or paper which of them brought it. */
export function addSupplements(
  agenda: PublicAgenda | undefined,
  supplements: readonly AddedSupplement[],
  context: AgendaContext,
  problems: Problem[],
): SupplementedAgenda {
  let parts: readonly PublicPart[] = agenda?.parts ?? [];
  const replacements: (Replacement & { readonly place: Place })[] = [];
  const published = supplements.map(({ published: supplement, paper, structure, frontMatter }) => {
    const addedBy = addedByOf(supplement, frontMatter);
    const ownParts = structure.parts.map((part) => {
      // The papers that its lines name, and not yet those that name the item.
      const typed = publishPart(paper, part, { ...context, papersOfItem: () => [] });
      const items = typed.items.map((item, index): PublicItem => {
        const isKnown = parts.some((other) => other.items.some((known) => known.code === item.code));
        const replaced = replacedIn(paper, part.items[index]!, item, context);
        const brought = withPapers(
          item,
          isKnown,
          replaced === undefined ? [] : [replaced.reference],
          addedBy,
          context,
        );
        if (replaced !== undefined && brought.access === 'open')
          replacements.push(...replacementOf(brought.papers, replaced, addedBy, problems));
        parts = isKnown
          ? parts.map((other) => ({
              ...other,
              items: other.items.map((known) => joined(known, brought, addedBy)),
            }))
          : withNewItem(parts, typed, marked(brought, addedBy));
        return brought;
      });
      return { ...typed, items };
    });
    return {
      ...supplement,
      texts: [...supplement.texts, ...ownParts.map((part) => part.text)],
      // The agenda has a restricted item as the public may see it, its title withheld perhaps, whatever stands here.
      items: ownParts.flatMap((part) => part.items.filter((item) => item.access === 'open')),
    };
  });
  return {
    ...(agenda === undefined ? {} : { agenda: { ...agenda, parts } }),
    supplements: published,
    replacements,
  };
}

function addedByOf({ name, kind }: PublicSupplement, { published }: SupplementFrontMatter): AddedBy {
  return {
    supplement: name,
    ...(published === undefined || published === 'not-recorded' ? {} : { date: published }),
    ...(kind === 'tabled' ? { isTabled: true } : {}),
  };
}

interface ReplacedPaper {
  readonly reference: PaperReference;
  readonly place: Place;
}

/** The paper that `- Replaces: FILE` names. It stays a public paper of the meeting: nothing is lost by it. */
function replacedIn(
  paper: CuttablePaper,
  typed: AgendaItem,
  item: PublicItem,
  context: AgendaContext,
): ReplacedPaper | undefined {
  const line = typed.lines.find((candidate) => candidate.word === 'Replaces');
  if (line === undefined || item.access === 'withheld') return undefined;
  const place = { file: paper.file, line: paper.markdownLine + line.line, column: 1 };
  const reference = context.referenceOf(line.value, place);
  return reference === undefined ? undefined : { reference, place };
}

/**
 * An item with the papers that the supplement brings: those that its lines name; with a new item, all that name the item;
 * where no line names any, those that were published on the supplement's day.
 */
function withPapers(
  item: PublicItem,
  isKnown: boolean,
  replaced: readonly PaperReference[],
  addedBy: AddedBy,
  context: AgendaContext,
): PublicItem {
  if (item.access === 'withheld') return item;
  const isNamed = isKnown && item.papers.length > 0;
  const ofItem =
    isNamed || (isKnown && addedBy.date === undefined)
      ? []
      : context.papersOfItem(item.code, isKnown ? addedBy.date : undefined);
  const brought = ofItem.filter(
    (paper) => ![...item.papers, ...replaced].some((other) => isSamePaper(other, paper)),
  );
  return { ...item, papers: [...item.papers, ...brought] };
}

/** What replaces a paper: of what comes with it, and a report rather than its appendices. */
function replacementOf(
  papers: readonly PaperReference[],
  { reference, place }: ReplacedPaper,
  { date }: AddedBy,
  problems: Problem[],
): (Replacement & { readonly place: Place })[] {
  const texts = papers.filter(({ kind }) => kind === 'paper' || kind === 'attachment');
  if (texts.length === 0) {
    problems.push(
      problemAt(
        place,
        'replaces-by-nothing',
        'This line says that a paper is replaced, and nothing says by which.',
        'Write the new paper on a line of its own beside it: `- Paper: b2-new-report.md`. To withhold the old one, write `restricted: true` in it, and no line `Replaces`.',
      ),
    );
    return [];
  }
  const reports = texts.filter((paper) => paper.kind !== 'paper' || !isAppendixName(paper.name));
  const isOfAppendix = reference.kind === 'paper' && isAppendixName(reference.name);
  const by = isOfAppendix || reports.length === 0 ? texts : reports;
  return [{ replaced: reference, by, place, ...(date === undefined ? {} : { date }) }];
}

function marked(item: PublicItem, addedBy: AddedBy): PublicItem {
  return item.access === 'open' ? { ...item, addedBy } : item;
}

/** An item of the agenda with the papers that a supplement brings to it. */
function joined(item: PublicItem, added: PublicItem, addedBy: AddedBy): PublicItem {
  if (item.code !== added.code || item.access !== 'open' || added.access !== 'open') return item;
  const brought = added.papers.map((paper): PaperReference => ({ ...paper, addedBy }));
  const findBrought = (paper: PaperReference): PaperReference | undefined =>
    brought.find((other) => isSamePaper(other, paper));
  // A paper that has come is no longer to follow.
  const hasCome = added.papers.some(({ kind }) => kind === 'paper' || kind === 'attachment');
  const kept = hasCome ? item.papers.filter((paper) => paper.kind !== 'to follow') : item.papers;
  const isNew = brought.filter((paper) => !kept.some((other) => isSamePaper(other, paper)));
  return { ...item, papers: [...kept.map((paper) => findBrought(paper) ?? paper), ...isNew] };
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
