import { describe, expect, it } from 'vitest';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import type { PublicItem, PublicMeeting } from '../../src/model/publication.ts';
import { mayBeShown } from '../../src/publish/audit-meeting.ts';
import { WithheldSearch } from '../../src/publish/withheld-search.ts';
import { makeAgenda, makeMeeting, makeReport } from '../assemble/support/example-publication.ts';
import { markdown, words } from '../assemble/support/public-text.ts';
import { withheld, withheldPiece } from '../audit/audit-fixture.ts';

const secret = 'Zanthorpe leaves Quillby';
const meetingOf = (slug: string, ...titles: readonly string[]): PublicMeeting =>
  makeMeeting(slug, { reports: titles.map((title, number) => makeReport(`b${number}`, title)) });
const others = [meetingOf('2020-01-01', 'A wall'), meetingOf('2020-02-02', 'Old quays')];

/** Whether pages of a meeting may be shown, asked of one search one after another. */
function createAudit(
  meetings: readonly PublicMeeting[],
  siteTexts: readonly string[] = [],
  listed: readonly PublicMeeting[] = meetings,
) {
  const prints = printWithheld(withheld([withheldPiece({ texts: [secret], names: [] })]));
  const searches = [new WithheldSearch(prints, siteTexts)];
  return (meeting: PublicMeeting, ...pages: readonly string[]): Promise<boolean> => {
    const files = new Map(pages.map((page, number) => [`${number}/index.html`, Buffer.from(page)]));
    return mayBeShown({ files, asBefore: new Set() }, meeting, [], {
      searches,
      meetingOf: (name) => meetings.find(({ body, slug }) => `${body}/${slug}` === name),
      meetings: () => listed,
    });
  };
}

const plain = meetingOf('2021-07-13', 'A quay');
const page = `<p>It was said that ${secret} soon.</p>`;

describe('the pages of a meeting that was saved', () => {
  it('are shown when nothing withheld stands in them, and not when something does, whatever was asked before', async () => {
    const isShown = createAudit(others);
    expect(await isShown(plain, '<p>A quay.</p>')).toBe(true);
    expect(await isShown(plain, '<p>A quay.</p>', page)).toBe(false);
    expect(await isShown(plain, '<p>A quay.</p>')).toBe(true);
  });

  it('are shown with what a public paper of the meeting says, and no longer when it does not', async () => {
    const isShown = createAudit(others);
    expect(await isShown(meetingOf('2021-07-13', secret), page)).toBe(true);
    expect(await isShown(plain, page)).toBe(false);
    expect(await isShown(meetingOf('2021-07-13', secret), page)).toBe(true);
  });

  it('are shown with what a setting, a meeting that they link or the title of any paper says', async () => {
    expect(await createAudit(others, [secret])(plain, page)).toBe(true);
    const said = [...others, meetingOf('2020-03-03-2', secret)];
    expect(await createAudit(said)(plain, page)).toBe(true);
    const link = '<a href="/site/harbour-board/2020-03-03-2/b0/">It</a>';
    const isShown = createAudit(said, [], []);
    expect(await isShown(plain, `${page}${link}`)).toBe(true);
    expect(await isShown(plain, page)).toBe(false);
  });

  it('are shown with what a paper of another meeting says that is on their agenda', async () => {
    const background = [words(secret)];
    const other = makeMeeting('2020-04-04', { reports: [makeReport('b1', 'Old quays', { background })] });
    const item: PublicItem = {
      ...{ access: 'open', code: '1', title: words('Quays'), text: markdown() },
      papers: [{ kind: 'paper', meeting: '2020-04-04', name: 'b1' }],
    };
    const agenda = makeAgenda({ parts: [{ restricted: false, text: markdown(), items: [item] }] });
    expect(await createAudit([other])(plain, page)).toBe(false);
    expect(await createAudit([other])({ ...plain, agenda }, page)).toBe(true);
  });
});
