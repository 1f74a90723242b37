import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areFew, renderFewPages } from '../../src/render/render-few-pages.ts';
import { makeDirectory, makePage, makeTemplates, readFiles, renderFixture } from './render-fixture.ts';

const templates = makeTemplates({
  'layouts/base.njk':
    '<html><title>{% block title %}{% endblock %}</title>{% block main %}{% endblock %}</html>\n',
  'pages/paper.njk':
    '{% extends "layouts/base.njk" %}{% block title %}{{ props.title }}{% endblock %}{% block main %}{{ props.textHtml | safe }}{% endblock %}',
  'pages/feed.njk': '<feed>{{ props.title }}</feed>',
});

describe('a few pages', () => {
  it('have the bytes that Eleventy gives them', async () => {
    const text = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: text, textHtml: text }), { maxLength: 4 }),
        async (props) => {
          const pages = [
            ...props.map((each, number) => makePage(`/a/${number}/`, each)),
            { address: '/a/feed.xml', file: 'a/feed.xml', template: 'feed', props: { title: 'A' } },
          ];
          const outputDirectory = makeDirectory();
          let rendered = 0;
          const onPage = (): void => void (rendered += 1);
          await renderFewPages({ pages, outputDirectory, templatesDirectory: templates, onPage });
          expect(readFiles(outputDirectory)).toEqual(await renderFixture(pages, templates));
          expect(rendered).toBe(pages.length);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are never written over a file that stands', async () => {
    const outputDirectory = makeDirectory();
    writeFileSync(join(outputDirectory, 'index.html'), 'stands');
    const pages = [makePage('/', { title: 'A', textHtml: '' })];
    const rendering = renderFewPages({ pages, outputDirectory, templatesDirectory: templates });
    await expect(rendering).rejects.toThrow('EEXIST');
    expect(readFiles(outputDirectory)).toEqual({ 'index.html': 'stands' });
  });

  it('say what is wrong with a template', async () => {
    const wrong = makeTemplates({ 'pages/paper.njk': '{{ props.title.of }}' });
    const pages = [makePage('/', {})];
    await expect(
      renderFewPages({ pages, outputDirectory: makeDirectory(), templatesDirectory: wrong }),
    ).rejects.toMatchObject({ problems: [{ code: 'template-fault' }] });
  });

  it('are never all of a site', () => {
    const pages = Array.from({ length: 200 }, (_, number) => number);
    expect(areFew([], [])).toBe(false);
    expect(areFew(pages.slice(0, 5), pages.slice(0, 5))).toBe(false);
    expect(areFew(pages.slice(0, 5), pages)).toBe(true);
    expect(areFew(pages.slice(0, 100), pages)).toBe(false);
  });
});
