import type { Mutant } from './mutant.ts';

const of = (file: string, name: string, find: string, replace: string): Mutant => ({
  name,
  file: `src/audit/${file}.ts`,
  find,
  replace,
  tests: ['test/audit'],
});

/** Each check of the audit, switched off. */
export const auditMutants: readonly Mutant[] = [
  of(
    'fingerprint',
    'withheld words in a row are known',
    'for (const text of textsOf(piece)) addText(table, words, text, source);',
    'for (const text of textsOf(piece)) addText(new FingerprintTable(key), words, text, source);',
  ),
  of(
    'fingerprint',
    'withheld words alone are known',
    "table.add('word', toLetters(word).codes, source);",
    '',
  ),
  of(
    'fingerprint',
    'withheld words are known as the index stems them',
    "stems.add('stem', toLetters(stem).codes, source);",
    '{ void stem; }',
  ),
  of(
    'fingerprint',
    'withheld names are known',
    'for (const name of open(piece.names)) names.push(...addName(table, name, source));',
    '',
  ),
  of(
    'fingerprint',
    'withheld attachments are known',
    'if (!publicFileHashes.has(hash)) attachments.set(hash, source);',
    '',
  ),
  of('fingerprint', 'canaries are known', "table.add('canary', toLetters(canary).codes, -1);", ''),
  of('fingerprint', 'public words are subtracted', 'table.remove(found);', ''),
  of('find-misplaced', 'a link in the output is found', "if (kind !== 'file') return 'audit-link';", ''),
  of('find-misplaced', 'a hidden file is found', "return 'audit-hidden-file';", 'return undefined;'),
  of('find-misplaced', 'a paper’s source is found', "return 'audit-source-file';", 'return undefined;'),
  of(
    'find-misplaced',
    'an unplanned file is found',
    "expected.has(file) ? undefined : 'audit-unexpected-file'",
    'expected.has(file) ? undefined : undefined',
  ),
  of(
    'find-misplaced',
    'a missing file is found',
    '.filter((file) => !present.has(file))',
    '.filter((file) => !present.has(file) && file === "")',
  ),
  of('apply-acceptances', 'an acceptance holds for one paper', '&& each.paper === finding.withheld.file', ''),
  of(
    'apply-acceptances',
    'an acceptance that excuses nothing is found',
    '.filter((each) => !used.has(each))',
    '.filter(() => false)',
  ),
  of(
    'views',
    'what is packed is unpacked',
    'for (const member of unpackMembers(bytes, maximumBytes)) yield toViewOrLayer(names, member);',
    '',
  ),
  of(
    'views',
    'brotli is unpacked',
    'for (const member of unpackBrotli(bytes, maximumBytes)) yield toViewOrLayer(names, member);',
    '',
  ),
  of(
    'views',
    'encoded runs are decoded',
    'for (const run of decodeRuns(reading.text)) yield { names: [...names, run.name], bytes: run.bytes };',
    '',
  ),
  of('views', 'the text of a PDF is read', 'if (isPdf(bytes)) yield* readPdfLayer(layer);', ''),
  of(
    'audit-output',
    'names of files are searched',
    'discoveries.map((each) => ({ ...each, view: ',
    'discoveries.slice(0, 0).map((each) => ({ ...each, view: ',
  ),
  of(
    'overlap',
    'a passage shared with a public paper is found',
    'found.set(source, (found.get(source) ?? new Set()).add(shared));',
    '',
  ),
];
