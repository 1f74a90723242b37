import type { Page } from '../model/page.ts';
import type { SiteAccessibility } from '../model/site.ts';
import { accessibilityAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';
import { countOf } from './phrase.ts';

/**
 * The accessibility statement that the regulations of 2018 (SI 2018/952) ask of a public body. It says what the
 * organisation has written in its settings and what the last test run found, and claims nothing else.
 */
export function accessibilityPage(assembly: Assembly): Page {
  const { site } = assembly;
  const title = 'Accessibility statement';
  const accessibility: SiteAccessibility = site.accessibility ?? { known: [] };
  const { reviewed, run } = accessibility;
  const layout = layoutOf(assembly, {
    address: accessibilityAddress,
    title,
    description:
      'How accessible this website is, and what to do when something on it cannot be read or used.',
    breadcrumbs: [{ text: title }],
  });
  return pageOf(accessibilityAddress, 'accessibility', {
    layout,
    title,
    siteName: site.name,
    siteUrl: site.url,
    compliance: compliances[accessibility.compliance ?? 'unjudged'],
    known: accessibility.known,
    contact: {
      lines: [],
      ...(layout.contact.telephone === undefined ? {} : { telephone: layout.contact.telephone }),
      email: { text: layout.contact.email, href: layout.contact.mailHref },
    },
    tested: testedOf(accessibility),
    violations: (run?.violations ?? []).map(
      ({ meaning, pages }) => `${meaning} (on ${countOf(pages, 'page', 'pages')})`,
    ),
    ...(reviewed === undefined ? {} : { reviewed: formatDate(reviewed) }),
  });
}

const standard = 'the Web Content Accessibility Guidelines version 2.2 AA standard';

const compliances = {
  full: `This website is fully compliant with ${standard}.`,
  partial: `This website is partially compliant with ${standard}, due to what is listed below.`,
  none: `This website is not compliant with ${standard}. What is not accessible is listed below.`,
  unjudged: `This website is built to meet ${standard}. Nobody has yet judged the whole of it against that standard, so we do not say that it is compliant.`,
} as const;

function testedOf({ run }: SiteAccessibility): string {
  if (run === undefined) return 'No test of this website has been recorded yet.';
  const result =
    run.violations.length === 0
      ? 'It found no failure.'
      : `It found ${countOf(run.violations.length, 'kind of failure', 'kinds of failure')}:`;
  return `This website was last tested on ${formatDate(run.date)}, by a program (${run.checker}). It looked at ${countOf(run.pages, 'page', 'pages')}, each on a narrow, a middling and a wide screen, in the usual colours and in those that a reader chooses (${countOf(run.checks, 'check', 'checks')} in all). ${result}`;
}
