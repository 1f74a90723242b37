import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../src/assemble/assembly.ts';
import { hrefOfLink } from '../../src/assemble/href-of-link.ts';
import { exampleAttachments, examplePublication, exampleSite } from './support/example-publication.ts';

const assembly = createAssembly(examplePublication, exampleAttachments, exampleSite);
const paper = { body: 'harbour-board', meeting: '2021-11-18', fragmentBase: '#b2-' };

describe('where a link of a paper leads', () => {
  it.each([
    ['https://www.kent.gov.uk/a?b=c', 'https://www.kent.gov.uk/a?b=c'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['#para-2-1', '#b2-para-2-1'],
    ['b2-quay-repair.md#para-2-1', '/meetings/harbour-board/2021-11-18/b2-quay-repair/#para-2-1'],
    ['agenda.md', '/meetings/harbour-board/2021-11-18/'],
    ['agenda.md#b2', '/meetings/harbour-board/2021-11-18/#b2'],
    ['supplement-1.md', '/meetings/harbour-board/2021-11-18/#supplement-1'],
    ['../2021-07-13/minutes.md#b1', '/meetings/harbour-board/2021-07-13/minutes/#b1'],
    ['files/survey.pdf', '/meetings/harbour-board/2021-11-18/files/survey.pdf'],
  ])('%s leads to %s', (target, href) => {
    expect(hrefOfLink(assembly, target, paper)).toBe(href);
  });

  it.each([
    ['d1-secret.md', '/meetings/harbour-board/2021-11-18/'],
    ['../2022-03-24/minutes.md', '/meetings/harbour-board/2022-03-24/'],
    ['../1999-01-01/b2-gone.md', '/meetings/harbour-board/'],
    ['../../secret-board/2021-11-18/b2-gone.md', '/meetings/'],
    ['files/secret.pdf', '/meetings/harbour-board/2021-11-18/'],
    ['javascript:alert(1)', '/meetings/harbour-board/2021-11-18/'],
  ])('%s, which is not published, leads to the nearest page that is: %s', (target, href) => {
    expect(hrefOfLink(assembly, target, paper)).toBe(href);
  });

  it("leads from a body's own text to its meetings, and else to the body", () => {
    const about = { body: 'harbour-board', fragmentBase: '#' };
    expect(hrefOfLink(assembly, '2021-11-18/agenda.md', about)).toBe('/meetings/harbour-board/2021-11-18/');
    expect(hrefOfLink(assembly, 'odd.txt', about)).toBe('/meetings/harbour-board/');
    expect(hrefOfLink(assembly, 'odd.txt', { body: 'nobody', fragmentBase: '#' })).toBe('/meetings/');
  });
});
