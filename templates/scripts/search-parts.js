// @ts-check

/** @typedef {import('./search-index.js').Fragment} Fragment */

/**
 * A part of a record that can be linked to: a paragraph, a section, an item; a resolution is one part. Places are
 * counted in words of the record.
 * @typedef {object} Part
 * @property {string} url
 * @property {string} title
 * @property {number} start
 * @property {number} end
 * @property {number} headingStart The heading that it stands under.
 * @property {number} headingEnd
 */

/**
 * Takes a record apart where a link can lead: at headings, at paragraphs with a number, and at decisions. What follows a
 * decision is of its heading again.
 * @param {Fragment} fragment
 * @param {number} length
 * @returns {readonly Part[]}
 */
export function partsOf({ url, meta, anchors }, length) {
  const places = anchors
    .filter(({ element, id }) => isHeading(element) || ownPart.test(id))
    .sort((first, second) => first.location - second.location);
  let heading = { id: '', text: meta['title'] ?? url, start: 0, end: 0 };
  const first = {
    url,
    title: heading.text,
    start: 0,
    end: places[0]?.location ?? length,
    headingStart: 0,
    headingEnd: 0,
  };
  const others = places.flatMap(({ element, id, text = '', location: start }, index) => {
    const next = places[index + 1];
    const end = next?.location ?? length;
    if (isHeading(element)) heading = { id, text, start, end: start + text.split(/\s+/).length };
    // A heading with nothing under it but numbered paragraphs is found by them.
    if (isHeading(element) && end <= heading.end && next !== undefined && !isHeading(next.element)) return [];
    if (start >= end) return [];
    const isEnd = endOfDecision.test(id);
    const title = isHeading(element) || isEnd ? heading.text : `${heading.text}, ${nameOf(id)}`;
    return [
      {
        url: `${url}#${isEnd ? heading.id : id}`,
        title,
        start,
        end,
        headingStart: heading.start,
        headingEnd: heading.end,
      },
    ];
  });
  return [first, ...others];
}

/** @param {string} element */
function isHeading(element) {
  return /^h[1-6]$/.test(element);
}

/** `para-3-1`, `b3-para-2`, `b3-resolution-1` and where that ends; not `b3-resolution-1-a`, which is shown with its whole. */
const ownPart = /(?:(?:^|-)para-[\w-]+|-(?:resolution|recommendation|action)-\d+(?:-end)?)$/;
const endOfDecision = /-(?:resolution|recommendation|action)-\d+-end$/;

/**
 * What a part is called by its anchor: "paragraph 3.1" for `para-3-1`, "resolution 1" for `b3-resolution-1`.
 * @param {string} id
 */
function nameOf(id) {
  const [, kind = '', number = ''] = /(para|resolution|recommendation|action)-([\w-]+)$/.exec(id) ?? [];
  return `${kind === 'para' ? 'paragraph' : kind} ${number.replaceAll('-', '.')}`;
}
