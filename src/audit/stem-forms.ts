/**
 * Every form that a word may have in the search index: the word itself and whatever the rules of Snowball's
 * English stemmer can make of it, applied in any order and any number of times. Lower case; forms of fewer
 * than 3 letters are left out.
 *
 * The index holds one of them. Asking for all of them costs nothing (those that a public word can also take
 * are left out of the fingerprints) and does not hang on Pagefind's version of the stemmer.
 */
export function stemForms(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  for (const form of forms) {
    for (const [ending, replacement] of rules) {
      if (!form.endsWith(ending)) continue;
      const shorter = form.slice(0, form.length - ending.length) + replacement;
      if (shorter.length >= 3) forms.add(shorter);
    }
    // `running` loses `ing` and then one of its two letters.
    if (/([bdfgmnprt])\1$/.test(form) && form.length > 3) forms.add(form.slice(0, -1));
  }
  return forms;
}

/** Endings and what takes their place, from the published algorithm (snowballstem.org, English). */
const rules: readonly (readonly [string, string])[] = [
  ...endings('sses', 'ss'),
  ...endings('ied ies', 'i', 'ie'),
  ...endings('s ed edly ing ingly', '', 'e'),
  ...endings('ying', 'ie'),
  ...endings('eed eedly', 'ee'),
  ...endings('y', 'i'),
  ...endings('tional', 'tion'),
  ...endings('enci', 'ence'),
  ...endings('anci', 'ance'),
  ...endings('abli', 'able'),
  ...endings('entli', 'ent'),
  ...endings('izer ization', 'ize'),
  ...endings('ational ation ator', 'ate'),
  ...endings('alism aliti alli alize', 'al'),
  ...endings('fulness fulli', 'ful'),
  ...endings('ousli ousness', 'ous'),
  ...endings('iveness iviti', 'ive'),
  ...endings('biliti bli', 'ble'),
  ...endings('ogi ogist', 'og'),
  ...endings('lessli', 'less'),
  ...endings('icate iciti ical', 'ic'),
  ...endings(
    'li ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion e',
    '',
  ),
  ...endings('ll', 'l'),
];

function endings(list: string, ...replacements: readonly string[]): (readonly [string, string])[] {
  return list
    .split(' ')
    .flatMap((ending) => replacements.map((replacement) => [ending, replacement] as const));
}
