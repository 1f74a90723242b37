/** Latin letters and the letters of other scripts that look like them: enough to find a near miss, not to judge a language. */
const lookalikes: { readonly [letter: string]: string } = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  х: 'x',
  у: 'y',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  ᴅ: 'd',
  ⅾ: 'd',
};

const beyondAscii = /[^\u0000-\u007f]/;
const lettersBeyondAscii = /[^\u0000-\u007f]/gu;

/** Text with full-width forms, lookalike letters and invisible characters made plain. */
export function plainLetters(text: string): string {
  // Most lines are plain ASCII, which has no such letter and no invisible character.
  if (!beyondAscii.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(lettersBeyondAscii, (letter) => {
      const lower = letter.toLowerCase();
      const plain = lookalikes[lower];
      return plain === undefined ? letter : letter === lower ? plain : plain.toUpperCase();
    });
}
