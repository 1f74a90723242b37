import type { Mutant } from './mutant.ts';

/** Rules of reading and validating on which it hangs what may be published, switched off. */
export const inputMutants: readonly Mutant[] = [
  {
    name: 'links on the disk are refused',
    file: 'src/read/find-place.ts',
    find: "if (type === 'link')",
    replace: "if (type === 'other' && path.length === 0)",
    tests: ['test/read'],
  },
  {
    name: 'what does not begin with front matter is refused',
    file: 'src/read/split-front-matter.ts',
    find: "if (lines[0] !== '---') {",
    replace: "if (lines[0] === '') {",
    tests: ['test/read'],
  },
  {
    name: 'a field that stands twice is refused',
    file: 'src/read/split-front-matter.ts',
    find: 'uniqueKeys: true,',
    replace: 'uniqueKeys: false,',
    tests: ['test/read'],
  },
  {
    name: 'a flag is true or false and no other word',
    file: 'src/model/front-matter/fields.ts',
    find: ".enum(['true', 'false'],",
    replace: ".enum(['true', 'false', 'no', 'yes', 'False', 'True'],",
    tests: ['test/validate'],
  },
  {
    name: 'a flag is required',
    file: 'src/model/front-matter/paper.ts',
    find: 'restricted: flag,',
    replace: 'restricted: flag.default(false),',
    tests: ['test/validate'],
  },
  {
    name: 'an unknown field is refused',
    file: 'src/model/front-matter/report.ts',
    find: 'z.strictObject({\n  ...paperFields',
    replace: 'z.object({\n  ...paperFields',
    tests: ['test/validate'],
  },
  {
    name: 'a part’s words are read in lookalike letters too',
    file: 'src/validate/read-headings.ts',
    find: "'i').test(plainLetters(heading));",
    replace: "'i').test(heading);",
    tests: ['test/validate'],
  },
  {
    name: 'three colons where no passage begins are refused',
    file: 'src/validate/check-containers.ts',
    find: 'if (known.has(index) ||',
    replace: 'if (true ||',
    tests: ['test/validate'],
  },
  {
    name: 'an item in a part of another letter is refused',
    file: 'src/validate/parse-agenda.ts',
    find: 'item.code[0] !== part.letter) {',
    replace: "item.code === '') {",
    tests: ['test/validate'],
  },
  {
    name: 'a heading of minutes that names no item is refused',
    file: 'src/validate/parse-minutes.ts',
    find: 'function complainOfHeading(line: number, complain: Complain): void {',
    replace: 'function complainOfHeading(line: number, complain: Complain): void {\n  if (line >= 0) return;',
    tests: ['test/validate'],
  },
];
