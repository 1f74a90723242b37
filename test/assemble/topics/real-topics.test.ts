import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { planPublication, type PlannedSite } from '../../../src/publish.ts';
import { findTopics } from '../../../src/assemble/topics/find-topics.ts';
import { renderPage } from '../support/rendered-site.ts';

describe('the topics of the real papers', () => {
  let planned: PlannedSite;
  beforeAll(async () => {
    const output = join(mkdtempSync(join(tmpdir(), 'topics-test-')), '_site');
    planned = await planPublication({ content: 'content', data: 'data', output, date: '2026-01-01' });
  });

  it('follow the Community Safety Agreement and the Working Group from 2021 on, over reports and notes', () => {
    const topics = findTopics(planned.publication).map(({ name, items }) => [
      name,
      items.map(({ meeting, code, reports, minutes }) => {
        const held = [...reports.map(() => 'report'), ...minutes.map(() => 'note')].join(' and ');
        return `${meeting.slug} ${code ?? '-'}: ${held}`;
      }),
    ]);
    expect(Object.fromEntries(topics)).toEqual({
      'Kent Community Safety Agreement': [
        '2021-07-13 B1: note',
        '2021-11-18 B3: report',
        '2023-03-21 B1: note',
        '2024-11-21 -: report',
      ],
      'Kent Community Safety Partnership Working Group': [
        '2021-07-13 B2: note',
        '2021-11-18 B4: report',
        '2022-03-24 -: report',
        '2023-03-21 B2: note',
        '2025-07-23 -: report',
      ],
      'Kent Police and Crime Commissioners response to Mental Health': [
        '2021-07-13 B4: note',
        '2021-11-18 B5: report',
      ],
    });
  });

  it('leave out Part D, though its items come back at every meeting', () => {
    const pages = planned.plan.pages.filter(({ template }) => template.startsWith('topic'));
    const shown = pages.map((page) => renderPage(page)).join('\n');
    expect(pages.length).toBe(4);
    expect(shown).not.toMatch(/#d\d|Item D\d|Homicide Review Update|PREVENT|Exploitation/);
  });

  it('are under every item that has one, and on no page twice for one item', () => {
    const meeting = planned.plan.pages.find(({ address }) => address.endsWith('/2021-11-18/'))!;
    expect(renderPage(meeting).match(/All meetings:/g)).toHaveLength(3);
  });
});

describe('the list of addresses of the real site', () => {
  it('has every page of today, so that none of them can vanish unseen', async () => {
    const planned = await planPublication({
      content: 'content',
      data: 'data',
      output: '_site',
      date: '2026-01-01',
    });
    const { recorded, published, problems } = planned.addresses;
    const listed = new Set(recorded.flatMap((each) => (each.kind === 'address' ? [each.address] : [])));
    expect([...published].filter((address) => address !== '/404.html' && !listed.has(address))).toEqual([]);
    expect(problems).toEqual([]);
  });
});
