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

/** Text with full-width forms, lookalike letters and invisible characters made plain. */
export function plainLetters(text: string): string {
  return [...text.normalize('NFKC').replace(/[\p{Cf}\u00ad]/gu, '')]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const plain = lookalikes[lower];
      return plain === undefined ? letter : letter === lower ? plain : plain.toUpperCase();
    })
    .join('');
}
