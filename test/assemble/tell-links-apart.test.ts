import { expect, it } from 'vitest';
import { tellLinksApart } from '../../src/assemble/tell-links-apart.ts';

const link = (title: string, href: string, apart: string) => ({ title, href, apart });

it('gives links of one title to two places what tells them apart, however deep they stand', () => {
  const props = {
    a: [link('Costs', '/1/', 'report, 1 May')],
    b: { c: [link('Costs', '/2/', 'report, 2 May'), link('Quay', '/3/', 'report, 1 May')] },
  };
  expect(tellLinksApart(props)).toEqual({
    a: [{ ...props.a[0], spoken: 'report, 1 May' }],
    b: { c: [{ ...props.b.c[0], spoken: 'report, 2 May' }, props.b.c[1]] },
  });
});

it('counts those that nothing else tells apart', () => {
  const props = { a: [link('Costs', '/1/', 'appendix'), link('Costs', '/2/', 'appendix')] };
  expect(tellLinksApart(props)).toMatchObject({
    a: [{ spoken: 'appendix, 1 of 2' }, { spoken: 'appendix, 2 of 2' }],
  });
});

it('leaves alone a page where each title leads to one place, twice or once', () => {
  const props = {
    a: [link('Costs', '/1/', 'report'), link('Costs', '/1/', 'report')],
    b: null,
    c: undefined,
  };
  expect(tellLinksApart(props)).toBe(props);
});

it('leaves what holds no such link as it is, beside what does', () => {
  const plain = { text: 'RESOLVED', papers: [link('Quay', '/3/', 'report')] };
  const told = tellLinksApart({
    entries: [plain, { papers: [link('Costs', '/1/', 'May'), link('Costs', '/2/', 'June')] }],
  });
  const [first, second] = told['entries'] as readonly [unknown, unknown];
  expect(first).toBe(plain);
  expect(second).toEqual({
    papers: [
      { ...link('Costs', '/1/', 'May'), spoken: 'May' },
      { ...link('Costs', '/2/', 'June'), spoken: 'June' },
    ],
  });
});

it('tells thousands of links of one title apart at once', () => {
  const links = Array.from({ length: 20_000 }, (_, place) => link('Costs', `/${place}/`, 'appendix'));
  const before = process.cpuUsage().user;
  const { a } = tellLinksApart({ a: links }) as { readonly a: readonly { readonly spoken: string }[] };
  expect(a.at(-1)!.spoken).toBe('appendix, 20000 of 20000');
  // Looking for each among all takes many times this.
  expect(process.cpuUsage().user - before).toBeLessThan(1_500_000);
});
