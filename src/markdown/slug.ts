/** Words as an anchor or a folder's name: ASCII lower-case letters and digits with single hyphens. */
export function slug(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'section' : plain.slice(0, 80).replace(/-+$/, '');
}
