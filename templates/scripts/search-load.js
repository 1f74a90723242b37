// @ts-check

/** Where the site begins, from where this script stands: so it works under any path. */
export const siteRoot = new URL('../', import.meta.url);

/** @type {Map<string, Promise<any>>} */
const answers = new Map();

/**
 * Does something once, however often it is asked for; again only when it failed, since the network may be back.
 * @template Answer
 * @param {string} name
 * @param {() => Promise<Answer>} ask
 * @returns {Promise<Answer>}
 */
export function once(name, ask) {
  const answer = answers.get(name) ?? ask();
  answers.set(name, answer);
  answer.catch(() => answers.delete(name));
  return answer;
}

/**
 * A list that helps to read queries. Without it queries are read as they are typed.
 * @template Entry
 * @param {string} name
 * @returns {Promise<readonly Entry[]>}
 */
export async function loadAid(name) {
  try {
    return await once(name, async () => {
      const response = await fetch(new URL(`assets/${name}`, siteRoot));
      if (!response.ok) throw new Error(`${name} could not be loaded.`);
      return response.json();
    });
  } catch {
    return [];
  }
}
