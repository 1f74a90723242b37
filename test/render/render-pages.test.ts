import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Props } from '../../src/model/page.ts';
import type { Problem, PublishError } from '../../src/model/problem.ts';
import { renderPages } from '../../src/render/render-pages.ts';
import { makeDirectory, makePage, makeTemplates, readFiles, renderFixture } from './render-fixture.ts';

const layout =
  '<html><title>{% block title %}{% endblock %}</title><main>{% block main %}{% endblock %}</main></html>';
const paper =
  '{% extends "layouts/base.njk" %}{% block title %}{{ props.title }}{% endblock %}{% block main %}{{ props.text }}{% endblock %}';
const templates = makeTemplates({ 'layouts/base.njk': layout, 'pages/paper.njk': paper });

describe('renderPages', () => {
  it('writes each page at its file, in the layout that its template extends', async () => {
    const files = await renderFixture(
      [makePage('/a/', { title: 'A', text: 'one' }), makePage('/b/2021-11-18/', { title: 'B', text: 'two' })],
      templates,
    );
    expect(files).toEqual({
      'a/index.html': '<html><title>A</title><main>one</main></html>',
      'b/2021-11-18/index.html': '<html><title>B</title><main>two</main></html>',
    });
  });

  it('writes files that are not HTML', async () => {
    const feed = makeTemplates({ 'pages/feed.njk': '<feed>{{ props.title }}</feed>' });
    const files = await renderFixture(
      [{ address: '/feed.xml', file: 'feed.xml', template: 'feed', props: { title: 'A' } }],
      feed,
    );
    expect(files).toEqual({ 'feed.xml': '<feed>A</feed>' });
  });

  it('writes nothing when there are no pages', async () => {
    expect(await renderFixture([], templates)).toEqual({});
  });

  it('lets others have a turn between pages', async () => {
    const sleeping = new Int32Array(new SharedArrayBuffer(4));
    const pages = Array.from({ length: 20 }, (_, number) => ({
      ...makePage(`/${number}/`, {}),
      get props() {
        Atomics.wait(sleeping, 0, 0, 5);
        return { title: 'A', text: 'one' };
      },
    }));
    const turns: number[] = [];
    let rendered = 0;
    const timer = setInterval(() => turns.push(rendered), 1);
    const onPage = (): void => void (rendered += 1);
    await renderPages({ pages, outputDirectory: makeDirectory(), templatesDirectory: templates, onPage });
    clearInterval(timer);
    expect(turns.filter((after) => after > 0 && after < pages.length).length).toBeGreaterThan(2);
  });

  it('escapes text, and prints as it is what a template marks as safe', async () => {
    const page = makeTemplates({ 'pages/paper.njk': '{{ props.text }}|{{ props.textHtml | safe }}' });
    const files = await renderFixture([makePage('/a/', { text: '<b>&"', textHtml: '<b>x</b>' })], page);
    expect(files['a/index.html']).toBe('&lt;b&gt;&amp;&quot;|<b>x</b>');
  });

  it.each([
    '{{ 7*7 }}',
    '{% include "content/secret.md" %}',
    '{# gone? #}',
    '{{ range.constructor("return 1")() }}',
    '---\npermalink: /elsewhere/\n---',
    '/*__EleventyBundle:get:css:default:EleventyBundle__*/',
  ])('prints template code in a paper as text: %s', async (text) => {
    const page = makeTemplates({ 'pages/paper.njk': '{{ props.textHtml | safe }}' });
    expect(await renderFixture([makePage('/a/', { textHtml: text })], page)).toEqual({
      'a/index.html': `${text}`,
    });
  });

  it('gives a template its props and nothing else', async () => {
    const names = [
      'pageFiles',
      'pageFile',
      'pagination',
      'collections',
      'eleventy',
      'pkg',
      'page',
      'permalink',
      'content',
    ];
    const page = makeTemplates({
      'pages/paper.njk': names.map((name) => `{% if ${name} %}${name}{% endif %}`).join(''),
    });
    expect(await renderFixture([makePage('/a/', {})], page)).toEqual({ 'a/index.html': '' });
  });

  it('gives the same bytes whatever the order of the pages', async () => {
    const page = fc.record({ title: fc.string(), text: fc.string({ unit: 'grapheme' }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (allProps, keys) => {
          const pages = allProps.map((props, index) => makePage(`/page-${index}/`, props));
          const shuffled = pages
            .map((value) => ({ value, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
          expect(await renderFixture(shuffled, templates)).toEqual(await renderFixture(pages, templates));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('renders two sites at once without mixing them', async () => {
    const other = makeTemplates({ 'pages/paper.njk': 'other {{ props.title }}' });
    const plain = makeTemplates({ 'pages/paper.njk': 'plain {{ props.title }}' });
    const pages = Array.from({ length: 20 }, (_, index) => makePage(`/${index}/`, { title: `${index}` }));
    const [first, second] = await Promise.all([renderFixture(pages, other), renderFixture(pages, plain)]);
    expect(first['7/index.html']).toBe('other 7');
    expect(second['7/index.html']).toBe('plain 7');
  });

  it('reads a template again when it has changed since the last build', async () => {
    const changing = makeTemplates({ 'pages/paper.njk': 'before' });
    await renderFixture([makePage('/a/', {})], changing);
    writeFileSync(join(changing, 'pages/paper.njk'), 'after');
    expect(await renderFixture([makePage('/a/', {})], changing)).toEqual({ 'a/index.html': 'after' });
  });

  it('writes no page for a layout, a partial or a stray template, and reads no data file', async () => {
    const stray = makeTemplates({
      'pages/paper.njk': '{{ props.title }}{% if secret %}data{% endif %}',
      'stray.njk': 'stray',
      'notes.md': 'notes',
      'partials/x.njk': 'x',
      'page.11tydata.js': 'export default { permalink: "elsewhere.html" }',
      'page.json': '{"permalink": "elsewhere.html"}',
      '_data/secret.json': '"secret"',
      '_data/permalink.json': '"elsewhere.html"',
    });
    mkdirSync(join(stray, 'content'));
    symlinkSync('/etc/hostname', join(stray, 'content/link.txt'));
    expect(await renderFixture([makePage('/a/', { title: 'A' })], stray)).toEqual({ 'a/index.html': 'A' });
  });
});

/** Builds pages from a template that is at fault, and answers with the problem that is thrown. */
async function problemOf(
  templates: { readonly [file: string]: string },
  props: Props = { title: 'A' },
): Promise<Problem | undefined> {
  try {
    await renderFixture([makePage('/a/b/', props)], makeTemplates(templates));
    return undefined;
  } catch (error) {
    return (error as PublishError).problems[0];
  }
}

describe('renderPages refuses', () => {
  const gone = 'attempted to output null or undefined value';
  it.each([
    [
      'a value that is not there',
      { 'pages/paper.njk': 'Title\n{{ props.titel }}' },
      'pages/paper.njk',
      2,
      gone,
    ],
    [
      'a value of a thing that is not there',
      { 'pages/paper.njk': '{{ props.meeting.title }}' },
      'pages/paper.njk',
      1,
      gone,
    ],
    [
      'a value that a partial asks for',
      { 'pages/paper.njk': '{% include "partials/x.njk" %}', 'partials/x.njk': '\n\n{{ props.titel }}' },
      'partials/x.njk',
      3,
      gone,
    ],
    [
      'a value that a macro is not given',
      {
        'pages/paper.njk': '{% from "partials/x.njk" import x %}{{ x({}) }}',
        'partials/x.njk': '{% macro x(a) %}{{ a.b }}{% endmacro %}',
      },
      'pages/paper.njk',
      1,
      gone,
    ],
    [
      'a partial that is not there',
      { 'pages/paper.njk': '{% include "partials/gone.njk" %}' },
      'pages/paper.njk',
      1,
      'template not found: partials/gone.njk',
    ],
    [
      'a layout that is not there',
      { 'pages/paper.njk': '{% extends "layouts/gone.njk" %}' },
      'pages/paper.njk',
      1,
      'template not found: layouts/gone.njk',
    ],
    [
      'a template that is not there',
      { 'pages/other.njk': '' },
      'pages/paper.njk',
      1,
      'template not found: pages/paper.njk',
    ],
    [
      'a template outside the templates folder',
      { 'pages/paper.njk': '{% include "../../etc/hostname" %}' },
      'pages/paper.njk',
      1,
      'template not found',
    ],
    [
      'a file of the project',
      { 'pages/paper.njk': '{% include "package.json" %}' },
      'pages/paper.njk',
      1,
      'template not found: package.json',
    ],
    [
      'a filter that is not there',
      { 'pages/paper.njk': '{{ props.title | shout }}' },
      'pages/paper.njk',
      1,
      'filter not found: shout',
    ],
    [
      'a dump of a value',
      { 'pages/paper.njk': '{{ props | dump }}' },
      'pages/paper.njk',
      1,
      'The filter `dump` is switched off',
    ],
    [
      'a template that cannot be read',
      { 'pages/paper.njk': '\n{% if %}' },
      'pages/paper.njk',
      2,
      'unexpected token',
    ],
    [
      'a partial that cannot be read',
      { 'pages/paper.njk': 'a {% include "partials/x.njk" %} b', 'partials/x.njk': '{{ props.none }}' },
      'partials/x.njk',
      1,
      'expected name as lookup value',
    ],
    [
      'a call of what is no function',
      { 'pages/paper.njk': '{{ props.title() }}' },
      'pages/paper.njk',
      1,
      'Unable to call',
    ],
  ])('%s, and names the place and the page', async (_case, templates, file, line, reason) => {
    const problem = await problemOf(templates);
    expect(problem).toMatchObject({ file: `templates/${file}`, line, code: 'template-fault' });
    expect(problem?.what).toContain(`The page /a/b/ could not be made from its template: `);
    expect(problem?.what).toContain(reason);
  });

  it('two pages with one file', async () => {
    const pages = [makePage('/a/', { title: 'A', text: '' }), makePage('/a/', { title: 'B', text: '' })];
    await expect(renderFixture(pages, templates)).rejects.toThrow('2 pages');
  });

  it('to leave out a page because an ignore file names it', async () => {
    const ignoring = makeTemplates({ 'pages/paper.njk': 'x', '.eleventyignore': 'page.njk' });
    await expect(renderFixture([makePage('/a/', {})], ignoring)).rejects.toThrow('Not written: a/index.html');
  });

  it('without printing anything or setting the exit status', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const broken = makeTemplates({ 'pages/paper.njk': '{{ props.gone }}' });
    await expect(
      renderPages({
        pages: [makePage('/a/', {})],
        outputDirectory: makeDirectory(),
        templatesDirectory: broken,
      }),
    ).rejects.toThrow();
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    expect(process.exitCode).toBeUndefined();
  });

  it('but lets a template ask whether a value is there', async () => {
    const asking = makeTemplates({
      'pages/paper.njk':
        '{% if props.gone %}x{% endif %}{% for a in props.gone %}y{% endfor %}{{ props.gone or "none" }}',
    });
    expect(await renderFixture([makePage('/a/', {})], asking)).toEqual({ 'a/index.html': 'none' });
    expect(readFiles(asking)['page.njk']).toContain('{% page pageFile -%}');
  });
});
