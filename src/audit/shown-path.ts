/**
 * The path of a file of the output as a message may show it. Every folder and name that the build planned
 * is shown, unless withheld words are in it; any other could be made of them, and only its ending is shown.
 * Search index files, named by a digest, are shown too.
 */
export function toShownPath(
  file: string,
  expectedFiles: ReadonlySet<string>,
  isTelling: (name: string) => boolean,
): string {
  const planned = plannedPaths(expectedFiles);
  const parts = file.split('/');
  return parts
    .map((name, index) => {
      if (isTelling(name)) return `(a withheld name)${endingOf(name)}`;
      const isPlanned = planned.has(parts.slice(0, index + 1).join('/'));
      return isPlanned || digestName.test(name) ? name : `(a name that was not planned)${endingOf(name)}`;
    })
    .join('/');
}

const digestName = /^(?:[a-z]{2,3}|unknown)_[0-9a-f]{6,10}\.pf_[a-z]{4,8}$/;

const plannedBefore = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The files and all the folders that they are in. Made once for each set. */
function plannedPaths(expectedFiles: ReadonlySet<string>): ReadonlySet<string> {
  const known = plannedBefore.get(expectedFiles);
  if (known !== undefined) return known;
  const paths = new Set(expectedFiles);
  for (const file of expectedFiles) {
    for (let end = file.indexOf('/'); end !== -1; end = file.indexOf('/', end + 1))
      paths.add(file.slice(0, end));
  }
  plannedBefore.set(expectedFiles, paths);
  return paths;
}

function endingOf(name: string): string {
  return (
    /\.(?:html|md|map|js|css|json|xml|ics|csv|pdf|png|jpg|webp|svg|txt|gz|br|zip)$/i
      .exec(name)?.[0]
      .toLowerCase() ?? ''
  );
}
