// @ts-check

/*
 * Filters the register in place. Without it the same parts of the register are pages of their own; with it they can
 * be put together, and the address keeps what was chosen, so that it can be sent.
 */

const form = /** @type {HTMLFormElement} */ (document.getElementById('register_filter'));
const status = /** @type {HTMLElement} */ (document.getElementById('register_status'));
const selects = [...form.querySelectorAll('select')];
const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.resolution'))];
const headings = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-group]'))];

/**
 * What an entry is filed under by a filter's name; a resolution can have several outcomes.
 * @param {HTMLElement} entry
 * @param {string} name
 */
function valuesOf(entry, name) {
  return (entry.dataset[name] ?? '').split(' ');
}

/**
 * The entries that what is chosen lets through, but for one filter: its own choices are counted without it.
 * @param {string} [apart]
 */
function entriesLeft(apart) {
  return entries.filter((entry) =>
    selects.every(
      ({ name, value }) => name === apart || value === '' || valuesOf(entry, name).includes(value),
    ),
  );
}

function show() {
  const left = new Set(entriesLeft());
  for (const entry of entries) entry.hidden = !left.has(entry);
  for (const heading of headings) {
    heading.hidden = ![...left].some((entry) => entry.dataset['year'] === heading.dataset['group']);
  }
  for (const select of selects) countChoices(select);
  status.textContent = `${left.size} of ${entries.length} resolutions${status.dataset['where'] ?? ''} shown`;
}

/** @param {HTMLSelectElement} select */
function countChoices(select) {
  const counted = entriesLeft(select.name);
  for (const option of select.options) {
    const count =
      option.value === ''
        ? counted.length
        : counted.filter((entry) => valuesOf(entry, select.name).includes(option.value)).length;
    option.textContent = `${option.dataset['text'] ?? ''} (${count})`;
  }
}

function keepAddress() {
  const fields = new URLSearchParams();
  for (const { name, value } of selects) if (value !== '') fields.set(name, value);
  const text = fields.toString();
  history.replaceState(
    null,
    '',
    (text === '' ? location.pathname : `${location.pathname}?${text}`) + location.hash,
  );
}

const asked = new URLSearchParams(location.search);
for (const select of selects) {
  const value = asked.get(select.name) ?? '';
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}
form.addEventListener('change', () => {
  show();
  keepAddress();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
show();
