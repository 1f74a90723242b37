/** A link that begins a letter about a page: what is wrong with it, or in which form it is needed. */
export function mailAbout(email: string, title: string, url: string): string {
  const body = [`Page: ${url}`, '', 'What is wrong, or which format do you need?', '', ''].join('\r\n');
  return `mailto:${email}?subject=${encodeURIComponent(`About: ${title}`)}&body=${encodeURIComponent(body)}`;
}
