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
 * Takes a record apart where a link can lead: at headings, and at paragraphs with a number.
 * @param {Fragment} fragment
 * @param {number} length
 * @returns {readonly Part[]}
 */
export function partsOf({ url, meta, anchors }, length) {
  const places = anchors
    .filter(({ element, id }) => isHeading(element) || /(?:^|-)para-/.test(id))
    .sort((first, second) => first.location - second.location);
  let heading = { text: meta['title'] ?? url, start: 0, end: 0 };
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
    if (isHeading(element)) heading = { text, start, end: start + text.split(/\s+/).length };
    // A heading with nothing under it but numbered paragraphs is found by them.
    if (isHeading(element) && end <= heading.end && next !== undefined && !isHeading(next.element)) return [];
    const title = isHeading(element) ? text : `${heading.text}, paragraph ${numberOf(id)}`;
    return [{ url: `${url}#${id}`, title, start, end, headingStart: heading.start, headingEnd: heading.end }];
  });
  return [first, ...others];
}

/** @param {string} element */
function isHeading(element) {
  return /^h[1-6]$/.test(element);
}

/**
 * The number of a paragraph by its anchor: 3.1 of `para-3-1`.
 * @param {string} id
 */
function numberOf(id) {
  return id.replace(/^.*para-/, '').replaceAll('-', '.');
}
