import { relative } from 'node:path';
import { problemAt } from '../model/problem.ts';
import { tellOf, type TellProgress } from '../model/progress.ts';
import { listContentFiles, type ListedContent } from '../read/list-content-files.ts';

/**
 * Lists the papers, and makes problems of what is wrong with their folder as a whole: it is missing, a part of it
 * cannot be opened, or nothing is in it. An empty folder is most likely the wrong one, and would empty the site.
 */
export function listPapers(directory: string, tell?: TellProgress): ListedContent {
  try {
    const listed = listContentFiles(directory, tellOf(tell, 'finding'));
    return listed.files.length + listed.problems.length === 0
      ? withProblem(directory, 'content-empty', 'There are no papers in this folder.', firstPaper)
      : listed;
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : undefined;
    if (path === undefined) throw error;
    const inside = relative(directory, path).replaceAll('\\', '/');
    return inside === ''
      ? withProblem(directory, 'content-missing', 'There is no such folder of papers.', anotherFolder)
      : withProblem(
          `content/${inside}`,
          'folder-unreadable',
          'This folder cannot be opened, so which papers are in it cannot be known.',
          'See that it still exists and that the account which builds may read it.',
        );
  }
}

const firstPaper =
  'Write a first body, `content/parish-council/index.md` say, as “Your first papers” in the README shows; or, where the papers are elsewhere, `--content` and the folder in which the folders of the bodies stand.';
const anotherFolder = 'Write `--content` and the folder in which the folders of the bodies stand.';

function withProblem(file: string, code: string, what: string, instead: string): ListedContent {
  return { files: [], problems: [problemAt({ file, line: 1, column: 1 }, code, what, instead)] };
}
