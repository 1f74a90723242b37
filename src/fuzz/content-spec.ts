import fc from 'fast-check';
import { blocks, words } from './blocks.ts';

/** Text of a passage that is withheld, and of comments: what may differ between two variants of one content. */
const passage = fc.record({ blocks, resolves: fc.boolean(), linksAttachment: fc.boolean() });

const openItem = fc.record({
  text: blocks,
  report: fc.option(
    fc.record({ text: blocks, isCut: fc.boolean(), links: fc.boolean(), appendix: fc.boolean() }),
    { nil: undefined },
  ),
  minute: fc.record({
    text: blocks,
    style: fc.constantFrom('heading', 'reference', 'bold', 'setext'),
    resolves: fc.boolean(),
    isCut: fc.boolean(),
  }),
  lead: fc.boolean(),
});

const restrictedItem = fc.record({
  titleWithheld: fc.boolean(),
  grounds: fc.boolean(),
  summary: fc.option(blocks, { nil: undefined }),
  /** Taken in public by decision of the meeting; then what follows is public. */
  opened: fc.option(fc.record({ text: blocks, minutesToo: fc.boolean() }), { nil: undefined }),
});

const meeting = fc.record({
  agenda: fc.constantFrom('letters', 'letters', 'numbers', 'none'),
  items: fc.array(openItem, { minLength: 1, maxLength: 3 }),
  restrictedItems: fc.array(restrictedItem, { maxLength: 2 }),
  introduction: blocks,
  minutes: fc.constantFrom('public', 'public', 'withheld'),
  supplement: fc.option(fc.record({ text: blocks, restrictedToo: fc.boolean(), report: blocks }), {
    nil: undefined,
  }),
  attachment: fc.boolean(),
  fault: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'dead link', 'link to withheld'),
});

/** What the public may see of a content, and where something is withheld: the same in both variants. */
export const publicSpec = fc.record({
  partLetter: fc.constantFrom('by letter', 'by heading'),
  rules: fc.constantFrom('schedule-12a', 'adopted'),
  hiddenTitles: fc.boolean(),
  about: blocks,
  meetings: fc.array(meeting, { minLength: 1, maxLength: 2 }),
});

/** What is withheld: any amount of it, or none. */
export const restrictedSpec = fc.record({
  passages: fc.array(passage, { maxLength: 6 }),
  /** Restricted and future papers beside the public ones. */
  papers: fc.array(
    fc.record({
      kind: fc.constantFrom('restricted', 'future', 'appendix'),
      text: blocks,
      words,
      file: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  /** A supplement that is restricted or comes later. */
  supplement: fc.option(fc.record({ text: blocks, isLater: fc.boolean() }), { nil: undefined }),
  /** A meeting of which nothing is public. */
  secretMeeting: fc.option(blocks, { nil: undefined }),
  comments: fc.boolean(),
  recordsMinutes: fc.boolean(),
  agendaLines: fc.boolean(),
  attachments: fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 2 }),
});

/** One public content. */
export type PublicSpec = typeof publicSpec extends fc.Arbitrary<infer Spec> ? Spec : never;
/** One variant of what is withheld from it. */
export type RestrictedSpec = typeof restrictedSpec extends fc.Arbitrary<infer Spec> ? Spec : never;
/** One meeting of the public content. */
export type MeetingSpec = PublicSpec['meetings'][number];
