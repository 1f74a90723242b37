import type { Mutant } from './mutant.ts';

const access = ['test/withhold/decide-access.test.ts'];
const agenda = ['test/withhold/agenda.test.ts'];
const minutes = ['test/withhold/minutes.test.ts'];
const passages = ['test/withhold/passages.test.ts'];
const reports = ['test/withhold/reports.test.ts'];

const of = (
  file: string,
  tests: readonly string[],
  mutants: readonly (readonly [name: string, find: string, replace: string])[],
): Mutant[] =>
  mutants.map(([name, find, replace]) => ({ name, file: `src/withhold/${file}.ts`, find, replace, tests }));

/** Each rule of the withhold stage, switched off. */
export const withholdMutants: readonly Mutant[] = [
  ...of('decide-access', access, [
    ['the flag withholds a paper', "    return 'restricted: true';", '    return undefined;'],
    ['a paper of a later day is withheld', 'published > buildDate', 'published < ""'],
    ['a restricted agenda withholds its papers', "  return 'agenda withheld';", '  return undefined;'],
    ['a withheld supplement lends nothing', 'isListed: !papers.has(file)', 'isListed: true'],
    ['the minutes’ restricted headings count for reports', '(restricted ? (code ?? []) : [])', '[]'],
    ['opened and restricted is a contradiction', 'if (opened !== undefined) {', 'if (opened === "") {'],
  ]),
  ...of('decide-items', access, [
    [
      'a part’s letter restricts it',
      '(part.letter !== undefined && body.restricted_parts.includes(part.letter))',
      'false',
    ],
    ['a part’s heading restricts it', 'return part.saysRestricted ||', 'return false ||'],
    ['an item’s letter restricts it', 'letters.restricted.has(letter) ||', 'false ||'],
    ['an item stays restricted once it is', 'known?.restricted === true;', 'false;'],
    ['an item in no part is in doubt', 'if (isHomeless) complainOfHomeless(source, item, problems);', ''],
    [
      'opening needs a day',
      'if (day === undefined) {',
      'if (day === undefined && restricted) return buildDate;\n  if (day === undefined) {',
    ],
    ['opening needs a day that has come', 'return day > buildDate ? undefined : day;', 'return day;'],
    [
      'an item only in a withheld supplement is restricted',
      'restricted: true, isListed: false',
      'restricted: false, isListed: true',
    ],
  ]),
  ...of('judge-report', access, [
    [
      'a report of a restricted part is withheld',
      "\n  return 'restricted part';\n}",
      '\n  return undefined;\n}',
    ],
    [
      'a report of an unknown item is withheld',
      'return place.hasAgenda || isRestrictedCode',
      'return isRestrictedCode',
    ],
    [
      'a report without an item is withheld where there is an agenda',
      'if (item === undefined) return place.hasAgenda;',
      'if (item === undefined) return false;',
    ],
    ['the letter decides without an agenda', 'isRestrictedCode(body, item) ||', 'false ||'],
    [
      'a restricted item’s title under another number is refused',
      '?.restricted === true\n    ) {',
      '?.restricted === false\n    ) {',
    ],
  ]),
  ...of(
    'decide-minutes',
    [...access, ...minutes],
    [
      ['opening needs both signs, on one day', 'verdict.openedOn === opened;', 'true;'],
      [
        'a minute of a restricted item is withheld',
        'const byItem = verdict?.restricted === true || isRestrictedCode(body, code);',
        'const byItem = false;',
      ],
      [
        'a minute of an unknown item is withheld',
        '    return { code, restricted: true };',
        '    return { code, restricted: false };',
      ],
      [
        'a minute of no item is refused',
        'const mayBeRestricted = body.restricted_parts.length > 0 || hasAgenda;',
        'const mayBeRestricted = false;',
      ],
      [
        'a restricted heading withholds a minute',
        'return { code, restricted: byItem || minute.underRestrictedHeading };',
        'return { code, restricted: byItem };',
      ],
      ['a number alone needs the title too', 'bareWords(item.title) !== bareWords(minute.title)', 'false'],
      [
        'a heading that names a restricted item second is refused',
        'namesRestrictedItem(minute.title, meeting.items)',
        'false',
      ],
      ['two minutes of one item are refused', 'if (seen.has(code)) {', 'if (seen.has("")) {'],
    ],
  ),
  ...of(
    'withheld-ranges',
    [...agenda, ...minutes],
    [
      ['lines of a restricted item are withheld', '!shownWords.includes(line.word)', 'false'],
      ['a hidden title is withheld text', 'isTitleHidden(item, body) ? [title, ...lines] : lines', 'lines'],
      [
        'restricted items are cut from supplements',
        'map((item) => rangeOf(item.range, item.code))',
        'map((item) => rangeOf({ start: 0, end: 0 }, item.code))',
      ],
      [
        'words under a part’s heading are withheld',
        'return [...ofMinutes, ...wordsOfParts(structure)];',
        'return ofMinutes;',
      ],
    ],
  ),
  ...of(
    'publish-agenda',
    [...agenda, ...minutes],
    [
      [
        'a restricted item shows no more than number, title and grounds',
        'return verdict.restricted && verdict.openedOn === undefined;',
        'return false;',
      ],
      [
        '`Title withheld` hides the title',
        " || item.lines.some((line) => line.word === 'Title withheld');",
        ';',
      ],
      ['the body’s setting hides titles', "body.restricted_titles === 'hidden' ||", 'false ||'],
    ],
  ),
  ...of('publish-minutes', minutes, [
    [
      'a restricted minute shows its summaries alone',
      'return restricted\n',
      'return restricted && minute.title === ""\n',
    ],
    ['a restricted item that is not recorded is listed', 'withheldInMinutes.has(item.code) &&', 'false &&'],
  ]),
  ...of(
    'cut-markdown',
    [...passages, ...agenda],
    [
      [
        'an exempt passage is cut',
        'if (exempt !== undefined) {',
        'if (exempt !== undefined && index === -1) {',
      ],
      ['withheld lines are cut', '!paper.isWithheldLine(index) &&', 'true &&'],
    ],
  ),
  ...of('share-definitions', passages, [
    [
      'definitions go with the withheld text that uses them',
      '(usedWithheld.has(definition) || isIn',
      '(isIn',
    ],
    [
      'a definition that both use is refused',
      'usedWithheld.has(definition)) {',
      'usedWithheld.has(definition) && definition.label === "") {',
    ],
    ['a definition in a withheld passage is withheld', 'start < end && isIn(withheldRanges, start)', 'false'],
  ]),
  ...of('remove-comments', passages, [
    ['comments are taken out', 'if (found === null) continue;', 'if (found !== null) continue;'],
    ['a comment that stays is refused', '...left.comments,', ''],
  ]),
  ...of('settle-links', passages, [
    [
      'a link to a withheld paper of another meeting is refused',
      'names.get(`${body}/${meeting}`)?.includes(name) !== true',
      'false',
    ],
  ]),
  ...of('check-links', passages, [
    ['a link to a withheld paper is refused', '!targets.isPublicPaper({ ...target, problem })', 'false'],
    [
      'an unknown link is refused',
      "      case 'unknown':\n        complain(",
      "      case 'unknown':\n        ((..._: string[]) => undefined)(",
    ],
  ]),
  ...of('split-attachments', passages, [
    [
      'an attachment that nothing links is withheld',
      'if (place === undefined || withheldNames.has(name)) {',
      'if (place === undefined && name === "") {',
    ],
    [
      'a shared attachment is refused',
      '} else if (withheldNames.has(name)) {',
      '} else if (withheldNames.has("")) {',
    ],
  ]),
  ...of('names-in-withheld', passages, [
    ['fields of withheld reports name attachments', '...fieldsOfWithheldReports(meeting, verdict)', ''],
    ['links of withheld papers name attachments', '...linksOfWithheldPapers(meeting, verdict),', ''],
    ['lines of restricted items name attachments', '...papersOfRestrictedItems(meeting, verdict),', ''],
  ]),
  ...of('check-phrases', reports, [
    [
      'words that say restricted refuse a public report',
      'if (says(text)) complain(',
      'if (says("")) complain(',
    ],
  ]),
  ...of(
    'withhold-meeting',
    ['test/withhold/replacements.test.ts'],
    [
      [
        'a report that replaces one which is not public is refused',
        'if (!reports.some((other) => other.name === name)) {',
        'if (name === slug) {',
      ],
    ],
  ),
  ...of('add-supplements', agenda, [
    [
      'a supplement lists no restricted item',
      "part.items.filter((item) => item.access === 'open')",
      'part.items as never[]',
    ],
  ]),
  ...of('check-twins', reports, [
    ['twins are refused', 'if (twin === undefined) return;', 'if (twin !== undefined) return;'],
  ]),
  ...of('check-summaries', minutes, [
    ['a public summary out of place is refused', 'allowed.has(index) ||', 'true ||'],
  ]),
  ...of('check-restricted-parts', agenda, [
    ['text in a restricted part is refused', 'if (first === -1) continue;', 'if (first !== -2) continue;'],
  ]),
  ...of('check-exclusion', agenda, [
    [
      'open items after the public’s exclusion are refused',
      'if (first === undefined) continue;',
      'if (first !== null) continue;',
    ],
  ]),
  ...of('check-public-lines', agenda, [
    ['a line like a restricted heading is refused', 'judged.has(index) ||', 'true ||'],
  ]),
  ...of(
    'prepare-paper',
    [...passages, ...minutes],
    [
      [
        'canaries are planted in withheld passages',
        'lines = plantInLines(lines, isOfRange, nextCanary());',
        '',
      ],
      [
        'links of withheld passages are known',
        'parseBlocks(withheldText).links.map((link) => link.target)',
        '[] as string[]',
      ],
    ],
  ),
  ...of('withhold-whole', reports, [
    [
      'canaries are planted in withheld papers',
      'textsIn(plantInFields(text.fields, canary))',
      'textsIn(text.fields)',
    ],
  ]),
];
