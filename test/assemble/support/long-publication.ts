import type { Publication } from '../../../src/model/publication.ts';
import type { Outcome } from '../../../src/model/vocabulary.ts';
import { makeBody, makeMeeting, makeMinutes } from './example-publication.ts';
import { decision, words } from './public-text.ts';

/** How many resolutions a body took, by year. */
export type ResolutionsByYear = Readonly<Record<string, number>>;

/** A publication of bodies that resolved so much in each year, all of it noted and every third agreed too. */
export function publicationOf(bodies: Readonly<Record<string, ResolutionsByYear>>): Publication {
  return {
    date: '2026-01-15',
    bodies: Object.entries(bodies).map(([slug, years]) =>
      makeBody(
        Object.entries(years)
          .filter(([, count]) => count > 0)
          .sort(([first], [second]) => (first < second ? 1 : -1))
          .map(([year, count]) => meetingOf(slug, year, count)),
        { slug, title: words(titleOf(slug)) },
      ),
    ),
  };
}

function titleOf(slug: string): string {
  return slug.replace(/(?:^|-)(\w)/g, (_match, letter: string) => ` ${letter.toUpperCase()}`).trim();
}

function meetingOf(body: string, year: string, count: number): ReturnType<typeof makeMeeting> {
  const outcomesOf = (place: number): Outcome[] => (place % 3 === 0 ? ['noted', 'agreed'] : ['noted']);
  const text = Array.from({ length: count }, (_, place) =>
    decision('resolution', place + 1, `RESOLVED matter ${place + 1}.`, [], outcomesOf(place)),
  );
  const minutes = [{ access: 'open', code: 'B1', title: words('Matters'), text } as const];
  return { ...makeMeeting(`${year}-03-01`, { minutes: makeMinutes(`Notes of ${year}`, { minutes }) }), body };
}
