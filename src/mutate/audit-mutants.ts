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
    'withheld-prints',
    'withheld words in a row are known',
    'addStretches(table, letters, run, source);',
    '',
  ),
  of(
    'withheld-prints',
    'long runs of withheld words are known',
    "if (kind === 'words') longRuns.add(",
    "if (kind === 'phrase') longRuns.add(",
  ),
  of(
    'withheld-prints',
    'withheld words alone are known',
    'if (!words.has(word)) words.set(word, source);',
    'void word;',
  ),
  of(
    'withheld-prints',
    'withheld words are known as the index stems them',
    'for (const stem of findStems(word)) {',
    'for (const stem of findStems(word).slice(0, 0)) {',
  ),
  of(
    'withheld-prints',
    'withheld names are known',
    'for (const name of open(piece.names)) names.push(...addName(table, name, source));',
    '',
  ),
  of(
    'withheld-prints',
    'withheld attachments are known',
    'if (piece.bytes !== undefined)\n      attachments',
    'if (piece.bytes === null)\n      attachments',
  ),
  of('withheld-prints', 'canaries are known', "table.add('canary', toLetters(canary).codes, -1);", ''),
  of('public-hits', 'a canary is never public', "if (kind === 'canary') return false;", ''),
  of('fingerprint', 'public words are subtracted', 'isPublic[entry] = 1;', 'void entry;'),
  of('fingerprint', 'a stem of public words is subtracted', 'isPublicStem[entry] = 1;', 'void entry;'),
  of('audit-output', 'what was found is looked at', 'found.some(isSought) || ', ''),
  of('audit-output', 'stems that were found are looked at', 'stems.some(isSoughtStem) || ', ''),
  of(
    'audit-output',
    'attachments that were found are looked at',
    ' || attachments.some((hash) => sought.has(hash))',
    '',
  ),
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
    'views',
    'a file packed as a whole is unpacked',
    "yield { names: [...names, 'gzip'], bytes: packed };",
    '',
  ),
  of('views', 'an index that is not in order is read byte for byte', 'if (index.isAll) return;', 'return;'),
  of('text-views', 'escapes are decoded', "yield { name: 'escapes decoded', text: decoded };", ''),
  of('text-views', 'what stands in tags is read', "yield { name: named('tags'), text: inside };", ''),
  of(
    'audit-output',
    'names of files are searched',
    'if (!isSuspicious(hits, fingerprints)) return telling;',
    'return telling;',
  ),
  of(
    'overlap',
    'a passage shared with a public paper is found',
    'found.set(source, (found.get(source) ?? new Set()).add(shared));',
    '',
  ),
];
