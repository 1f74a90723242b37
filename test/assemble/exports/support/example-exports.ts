import { createAssembly } from '../../../../src/assemble/assembly.ts';
import { addExports } from '../../../../src/assemble/exports/add-exports.ts';
import { listResolutions } from '../../../../src/assemble/register.ts';
import type { OutputFile } from '../../../../src/model/page.ts';
import type { Publication } from '../../../../src/model/publication.ts';
import {
  exampleAttachments,
  examplePublication,
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from '../../support/example-publication.ts';
import { decision, markdown, words } from '../../support/public-text.ts';

const nasty = 'Costs < £5 & "more", ]]> </script><script>alert(1)</script>; \u0007café 🚲 \\n';

const at = (slug: string, more: Parameters<typeof makeMeeting>[1]) => ({
  ...makeMeeting(slug, more),
  body: 'odd-board',
});

/** A body with everything that is awkward in a feed, a calendar or a table. */
const oddBody = makeBody(
  [
    at('2022-09-08', {
      agenda: makeAgenda({
        parts: [
          {
            restricted: false,
            text: markdown(),
            items: [{ access: 'open', code: '4', title: words('Tugs'), text: markdown(), papers: [] }],
          },
        ],
      }),
    }),
    at('2022-08-04', {
      reports: [makeReport('4-tugs', 'Tugs: a report', { item: '4' })],
      minutes: makeMinutes('Notes', {
        minutes: [
          {
            access: 'open',
            code: '4',
            title: words('Tugs'),
            text: [decision('resolution', 1, 'RESOLVED that the tugs be noted.')],
          },
        ],
      }),
    }),
    at('2022-07-05-2', {
      agenda: makeAgenda({
        time: words('7 pm'),
        status: { word: 'postponed', replacedBy: words('2022-07-12') },
      }),
    }),
    at('2022-07-05', {
      agenda: makeAgenda({
        title: words(nasty),
        time: words('10.00 am'),
        closes: words('13:00'),
        venue: words(
          'Room 1, Old Hall; first floor, where the very long name of the place goes on – “Ærøskøbing” – 🚲🚲🚲🚲',
        ),
        published: '2022-06-27',
      }),
      reports: [
        makeReport('b1-odd', nasty, {
          item: 'B1',
          summary: words(nasty),
          published: '2022-07-01',
          authors: [words('Ann-Marie O’Neill - Clerk')],
        }),
      ],
      minutes: makeMinutes('Notes', {
        published: '2022-07-20',
        present: [words('=HYPERLINK("https://evil.example")'), words('A Clerk')],
        apologies: 'not-recorded',
        declarations: [],
        minutes: [
          {
            access: 'open',
            code: 'B1',
            number: '9',
            title: words('+44 things'),
            text: [
              decision(
                'resolution',
                1,
                '=SUM(A1:A9) RESOLVED, that "this"\\\nbe noted; and\nthat café be agreed.',
                [],
                ['noted', 'agreed'],
              ),
            ],
          },
        ],
      }),
    }),
    at('2022-01-04', { agenda: makeAgenda({ time: words('12.30 pm'), closes: words('1.00') }) }),
  ],
  {
    slug: 'odd-board',
    title: words('Odd & Co; Board, the'),
    members: [
      { name: words('J Smith'), role: words('Chair'), from: '2020-05-01' },
      { name: words('J Smith') },
    ],
  },
);

/** The example publication and that body. */
export const exportsPublication: Publication = {
  ...examplePublication,
  bodies: [...examplePublication.bodies, oddBody],
};

/** The pages that the exports add, and their files. */
function addExampleExports(publication: Publication = exportsPublication) {
  const assembly = createAssembly(publication, exampleAttachments, exampleSite);
  return addExports(assembly, listResolutions(publication), []);
}

/** The text of every file, by its path. */
export function textsOf(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.map(({ file, bytes }) => [
      file,
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    ]),
  );
}

/** The exports of a publication as text. */
export function exampleTexts(publication?: Publication): ReadonlyMap<string, string> {
  return textsOf(addExampleExports(publication).files);
}

/** A file that must be there. */
export function textAt(texts: ReadonlyMap<string, string>, file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`No ${file} among ${[...texts.keys()].join(' ')}`);
  return text;
}
