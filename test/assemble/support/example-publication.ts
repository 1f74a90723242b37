import { countWords } from '../../../src/markdown/count-words.ts';
import type {
  Publication,
  PublicAgenda,
  PublicAttachment,
  PublicBody,
  PublicMeeting,
  PublicMinutes,
  PublicReport,
} from '../../../src/model/publication.ts';
import type { Site } from '../../../src/model/site.ts';
import { decision, markdown, textBlock, words } from './public-text.ts';

/** A site under a path prefix, so that a link that forgets the prefix is seen. */
export const exampleSite: Site = {
  name: 'Example papers',
  url: 'https://papers.example.org/meetings/',
  basePath: '/meetings/',
  description: 'Papers of two bodies.',
  contact: { email: 'papers@example.org', telephone: '01234 567890' },
  language: 'en-GB',
};

/** A report with no more than a title. */
export function makeReport(name: string, title: string, more: Partial<PublicReport> = {}): PublicReport {
  return {
    file: `content/harbour-board/2021-11-18/${name}.md`,
    name,
    isAppendix: false,
    title: words(title),
    authors: [],
    contacts: [],
    background: [],
    attachments: [],
    text: markdown('1.1 A paragraph.'),
    words: countWords(more.text ?? markdown('1.1 A paragraph.')),
    ...more,
  };
}

/** Minutes with no more than a title. */
export function makeMinutes(title: string, more: Partial<PublicMinutes> = {}): PublicMinutes {
  return {
    file: 'content/harbour-board/2021-11-18/minutes.md',
    title: words(title),
    words: (more.minutes ?? [])
      .flatMap(({ text }) => text)
      .reduce((sum, block) => sum + countWords(block.text), countWords(more.introduction ?? markdown())),
    amendments: [],
    introduction: markdown(),
    minutes: [],
    ...more,
  };
}

/** A meeting of which nothing is held. */
export function makeMeeting(slug: string, more: Partial<PublicMeeting> = {}): PublicMeeting {
  return { body: 'harbour-board', slug, date: slug.slice(0, 10), reports: [], supplements: [], ...more };
}

/** An agenda without parts or items. */
export function makeAgenda(more: Partial<PublicAgenda> = {}): PublicAgenda {
  return {
    file: 'content/harbour-board/2021-11-18/agenda.md',
    title: words('Harbour Board agenda'),
    introduction: markdown(),
    parts: [],
    ...more,
  };
}

/** A body with its meetings, newest first. */
export function makeBody(meetings: readonly PublicMeeting[], more: Partial<PublicBody> = {}): PublicBody {
  return {
    slug: 'harbour-board',
    title: words('Harbour Board'),
    about: markdown('The board looks after the harbour.'),
    minutesCalled: 'notes',
    restrictedNotice: words('Not open to the public'),
    members: [],
    partners: [],
    meetings,
    ...more,
  };
}

const july = makeMeeting('2021-07-13', {
  minutes: makeMinutes('Notes of the July meeting', {
    status: 'approved',
    approved: { meeting: '2021-11-18', minute: words('4') },
    amendments: [words('Mr Gull was present')],
    present: [words('Ms Anchor (Chair)'), words('Mr Gull')],
    apologies: 'not-recorded',
    introduction: markdown('## Preliminary\n\nThe meeting was quorate.'),
    minutes: [
      { access: 'open', code: 'A1', number: '27', title: words('Introduction'), text: [] },
      {
        access: 'open',
        code: 'B1',
        number: '28',
        title: words('Dredging'),
        text: [
          textBlock('1. Ms Anchor spoke of silt.[^a]\n\n[^a]: A first footnote.'),
          decision(
            'resolution',
            1,
            'RESOLVED to:',
            [
              ['a', 'note the [dredging report](b1-dredging.md);'],
              ['b', 'agree the *timetable*.'],
            ],
            ['noted', 'agreed'],
          ),
          textBlock('1. Mr Gull spoke of sand.[^a]\n\n[^a]: A second footnote.'),
          decision('resolution', 2, 'RESOLVED that the quay be noted.'),
        ],
      },
      {
        access: 'open',
        title: words('Any other business'),
        text: [
          decision('action', 1, 'ACTION: Mr Gull to write.'),
          decision('recommendation', 1, 'RECOMMENDED to the Council that it dredge.'),
        ],
      },
      { access: 'withheld', code: 'D1', title: words('Berths in dispute'), text: [] },
      {
        access: 'withheld',
        code: 'D2',
        title: words('Lease'),
        grounds: { paragraphs: words('3') },
        text: [
          textBlock('The lease was discussed.'),
          decision('resolution', 1, 'RESOLVED that the lease be signed.'),
        ],
      },
    ],
  }),
  reports: [makeReport('b1-dredging', 'Dredging', { item: 'B1' })],
});

const longReport = makeReport('b2-quay-repair', 'Repair of the quay & crane', {
  item: 'B2',
  authors: [words('Ida Rope - Engineer'), words('Tom Knot - Surveyor')],
  to: words('Harbour Board'),
  classification: words('For Decision'),
  summary: words('The quay needs repair.'),
  contacts: [
    {
      name: words('Ida Rope'),
      email: words('ida@example.org'),
      telephone: words('01234 1'),
      website: words('www.example.org'),
    },
  ],
  background: [words('Survey of 2020')],
  attachments: [{ name: 'survey.pdf', title: words('Survey') }],
  text: markdown(
    [
      '## 1. Background',
      '1.1 The quay is 5 < 6 &amp; old. See [paragraph 2.1](#para-2-1), [July](../2021-07-13/minutes.md#b1), [the appendix](b2-appendix-1-costs.md), [a withheld one](d1-secret.md).',
      '## 2. Options',
      '2.1 There are two.',
      '| Option | Cost |\n| --- | ---: |\n| Stone | £10 |',
      '### 2.1 Detail\n\nMore words.',
      '## Main content',
      'A heading with the id of the layout.',
      '## 4. Recommendations',
      '4.1 The Board is asked to agree the repair.',
    ].join('\n\n'),
  ),
});

const november = makeMeeting('2021-11-18', {
  agenda: makeAgenda({
    time: words('10.00 am'),
    closes: words('1.00 pm'),
    venue: words('Online'),
    watch: words('https://video.example.org/1'),
    published: '2021-11-10',
    contact: { name: words('Ann Clerk'), telephone: words('01234 2'), email: words('ann@example.org') },
    introduction: markdown('Please be seated.'),
    parts: [
      {
        letter: 'A',
        title: words('Committee Business'),
        restricted: false,
        text: markdown(),
        items: [
          { access: 'open', code: 'A1', title: words('Welcome'), text: markdown(), papers: [] },
          {
            access: 'open',
            code: 'A4',
            title: words('Notes of 13 July'),
            text: markdown(),
            papers: [{ kind: 'paper', meeting: '2021-07-13', name: 'minutes' }],
          },
        ],
      },
      {
        letter: 'B',
        title: words('Matters'),
        restricted: false,
        notice: words('Likely to be open'),
        text: markdown('All are welcome.'),
        items: [
          {
            access: 'open',
            code: 'B1',
            title: words('Lights'),
            text: markdown(),
            papers: [{ kind: 'verbal' }],
            lead: words('Mr Gull'),
          },
          {
            access: 'open',
            code: 'B2',
            title: words('Quay'),
            text: markdown('Before lunch.'),
            papers: [
              { kind: 'paper', meeting: '2021-11-18', name: 'b2-quay-repair' },
              { kind: 'paper', meeting: '2021-11-18', name: 'b2-appendix-1-costs' },
              { kind: 'attachment', name: 'survey.pdf' },
            ],
            grounds: { what: words('Appendix 2, Tenders'), paragraphs: words('3') },
            then: words('Break for tea'),
          },
          {
            access: 'open',
            code: 'B3',
            title: words('Buoys'),
            text: markdown(),
            papers: [{ kind: 'to follow' }],
          },
        ],
      },
      {
        letter: 'D',
        title: words('RESTRICTED ITEMS'),
        restricted: true,
        notice: words('Not open to the public'),
        text: markdown(),
        items: [
          {
            access: 'withheld',
            code: 'D1',
            title: words('Berths in dispute'),
            grounds: { paragraphs: words('1, 2'), reason: words('It names people') },
          },
        ],
      },
    ],
  }),
  reports: [
    longReport,
    makeReport('b2-appendix-1-costs', 'Costs', {
      item: 'B2',
      isAppendix: true,
      text: markdown('2.1 The costs.'),
    }),
    makeReport('tide-tables', 'Tide tables'),
  ],
  supplements: [
    {
      file: 's',
      name: 'supplement-1',
      title: words('Late paper'),
      published: '2021-11-15',
      late: words('The survey came late'),
      text: markdown('A storm came.\n\n### B9 Storm\n\nIt blew.'),
      texts: [markdown('A storm came.')],
      items: [{ access: 'open', code: 'B9', title: words('Storm'), text: markdown('It blew.'), papers: [] }],
    },
  ],
  minutes: makeMinutes('Notes of the November meeting', {
    status: 'draft',
    minutes: [
      {
        access: 'open',
        code: 'B2',
        title: words('Quay'),
        text: [decision('resolution', 1, 'RESOLVED that the repair be agreed.', [], ['agreed'])],
      },
      { access: 'open', code: 'B8', title: words('Urgent: storm'), text: [textBlock('It blew hard.')] },
      { access: 'withheld', code: 'D1', title: words('Berths in dispute'), text: [] },
    ],
  }),
});

const coming = makeMeeting('2022-03-24', {
  agenda: makeAgenda({
    venue: words('Town Hall'),
    parts: [
      {
        restricted: false,
        text: markdown(),
        items: [
          {
            access: 'open',
            code: '7',
            title: words('Pilots'),
            text: markdown('### A heading\n\nWords.'),
            papers: [{ kind: 'none' }],
          },
        ],
      },
    ],
  }),
});

/** A body whose minutes are called minutes and of which nothing is held but a cancelled meeting. */
const council = makeBody(
  [
    {
      ...makeMeeting('2020-01-02-2', {
        agenda: makeAgenda({
          status: { word: 'cancelled', because: words('Snow.'), replacedBy: words('2020-02-01') },
        }),
      }),
      body: 'town-council',
    },
  ],
  {
    slug: 'town-council',
    title: words('The Town Council'),
    minutesCalled: 'minutes',
    about: markdown(),
    members: [
      { name: words('Cllr Past'), to: '2020-01-01' },
      { name: words('Cllr Now'), role: words('Chair'), for: words('North') },
    ],
  },
);

/** A publication with one of everything. */
export const examplePublication: Publication = {
  date: '2022-01-10',
  bodies: [makeBody([coming, november, july]), council],
};

/** A PDF that a report of the example links. */
export const exampleAttachments: readonly PublicAttachment[] = [
  {
    body: 'harbour-board',
    meeting: '2021-11-18',
    name: 'survey.pdf',
    kind: 'pdf',
    bytes: new Uint8Array(2048),
    text: 'Survey',
    pages: 3,
  },
];
