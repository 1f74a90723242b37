import type { ListedContent } from '../read/list-content-files.ts';
import { dealBodies } from './deal-bodies.ts';
import { bodyOf } from './split-papers.ts';

/** One of the parts that a site's bodies are dealt out to. */
export interface SitePart {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The papers of a part, or of the whole site. */
export interface ListedPart extends ListedContent {
  /** Their bodies' folders; absent for the whole site. */
  readonly bodies?: ReadonlySet<string>;
}

/** Takes the papers of a part. A problem of the layout that is of no body is told by the first. */
export function takePart({ files, problems }: ListedContent, { number, of }: SitePart): ListedPart {
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(bodyOf(file), (sizes.get(bodyOf(file)) ?? 0) + file.size);
  const bodies = dealBodies(sizes, of)[number - 1]!;
  const isOurs = (body: string): boolean => bodies.has(body) || (number === 1 && !sizes.has(body));
  return {
    bodies,
    files: files.filter((file) => bodies.has(bodyOf(file))),
    problems: problems.filter(({ file }) => isOurs(file.split('/')[1] ?? '')),
  };
}
