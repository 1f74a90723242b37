import type { Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { prepareLogo } from '../theme/prepare-logo.ts';
import { validateAccessibilityRun } from '../validate/validate-accessibility-run.ts';
import { validateSite } from '../validate/validate-site.ts';

/** Where `npm run accessibility` keeps its result. */
export const accessibilityRunFile = 'accessibility-run.yaml';

/** Makes the site of the files of `data/`: its settings, its logo and the last accessibility run, or every problem of them. */
export async function readSite(
  dataDirectory: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly site: Site } | { readonly problems: readonly Problem[] }> {
  const settings = files.get('site.yaml');
  if (settings === undefined) return { problems: [] };
  const valid = validateSite('data/site.yaml', settings);
  const runText = files.get(accessibilityRunFile);
  const run =
    runText === undefined ? undefined : validateAccessibilityRun(`data/${accessibilityRunFile}`, runText);
  const logoFile = 'site' in valid ? valid.logoFile : undefined;
  const logo = logoFile === undefined ? undefined : await prepareLogo(dataDirectory, logoFile);
  const problems = [valid, run, logo].flatMap((each) =>
    each !== undefined && 'problems' in each ? each.problems : [],
  );
  if (problems.length > 0 || 'problems' in valid) return { problems };
  const { site } = valid;
  return {
    site: {
      ...site,
      ...(logo !== undefined && 'logo' in logo ? { logo: logo.logo } : {}),
      ...(run !== undefined && 'run' in run
        ? { accessibility: { known: [], ...site.accessibility, run: run.run } }
        : {}),
    },
  };
}
