import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../src/assemble/assembly.ts';
import { minutesStatus } from '../../src/assemble/minutes-status.ts';
import type { PublicMinutes } from '../../src/model/publication.ts';
import { examplePublication, exampleSite, makeBody, makeMinutes } from './support/example-publication.ts';
import { words } from './support/public-text.ts';

const assembly = createAssembly(examplePublication, [], exampleSite);
const body = examplePublication.bodies[0]!;
const status = (more: Partial<PublicMinutes>, of = body) =>
  minutesStatus(
    assembly,
    of,
    makeMinutes('Notes', { file: 'content/harbour-board/2019-01-01/minutes.md', ...more }),
  );

describe('the status of minutes', () => {
  it('says nothing where the minutes say nothing', () => {
    expect(status({})).toBeUndefined();
  });

  it.each<[string, Partial<PublicMinutes>]>([
    ['Draft notes, not yet agreed', { status: 'draft' }],
    ['It is not recorded whether these notes were agreed', { status: 'not-recorded' }],
    ['Notes agreed', { status: 'approved' }],
    ['Notes agreed on 1 February 2020', { status: 'approved', approved: { meeting: '2020-02-01' } }],
    [
      'Notes agreed on 18 November 2021 (note 4)',
      { status: 'approved', approved: { meeting: '2021-11-18', minute: words('4') } },
    ],
    ['Notes agreed, with amendments', { status: 'approved', amendments: [words('One'), words('Two')] }],
    ['Amended notes', { amendments: [words('One')] }],
  ])('says: %s', (text, more) => {
    expect(status(more)?.text).toBe(text);
  });

  it('leads to the minutes that agreed them, where those are published', () => {
    expect(status({ status: 'approved', approved: { meeting: '2021-11-18' } })?.href).toBe(
      '/meetings/harbour-board/2021-11-18/minutes/',
    );
    expect(status({ status: 'approved', approved: { meeting: '2022-03-24' } })?.href).toBeUndefined();
  });

  it('calls minutes as their body does', () => {
    const council = makeBody([], { minutesCalled: 'minutes' });
    expect(status({ status: 'approved', approved: { minute: words('7') } }, council)?.text).toBe(
      'Minutes agreed (minute 7)',
    );
  });
});
