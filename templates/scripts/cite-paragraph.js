// @ts-check
import { element } from './search-element.js';

/** What the page says of itself for a citation: hidden, and without a script of no use. */
const source = document.querySelector('#page_cited');
/** The line under the paragraph that the address names. */
const line = element('p', { class: 'cited details' });

function citeTarget() {
  line.remove();
  const id = decodeURIComponent(location.hash.slice(1));
  const paragraph = /^para-\d+(?:-\d+)*$/.test(id) ? document.getElementById(id) : null;
  if (paragraph === null || !(source instanceof HTMLElement)) return;
  const { place, url } = source.dataset;
  const number = id.slice('para-'.length).replaceAll('-', '.');
  const citation = `${place}, paragraph ${number}, ${url}#${id}`;
  line.replaceChildren(`Cite this paragraph: ${citation} `, ...copyButton(citation));
  if (paragraph.localName === 'li') paragraph.append(line);
  else paragraph.after(line);
}

/**
 * The button is there only where the browser lets a page copy.
 * @param {string} citation
 */
function copyButton(citation) {
  if (!('clipboard' in navigator)) return [];
  const said = element('span', { role: 'status' });
  const button = element('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(citation);
      said.textContent = ' Copied';
    } catch {
      said.textContent = ' Not copied: mark the line and copy it';
    }
  });
  return [button, said];
}

addEventListener('hashchange', citeTarget);
citeTarget();
