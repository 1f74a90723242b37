/** Who wrote a paper. */
export interface Author {
  readonly name: string;
  readonly role?: string;
}

/** An author as a paper names one: `Name - role`. A hyphen within a name has no spaces around it. */
export function splitAuthor(author: string): Author {
  const [name, ...role] = author.split(/ [-–—] /);
  return { name: name!.trim(), ...(role.length === 0 ? {} : { role: role.join(' - ').trim() }) };
}
